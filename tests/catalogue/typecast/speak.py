from typecast import Typecast

client = Typecast(api_key="key")
