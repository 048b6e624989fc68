from skyvern import Skyvern

skyvern = Skyvern(api_key="key")
