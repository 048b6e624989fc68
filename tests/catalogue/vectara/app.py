from vectara import Vectara

client = Vectara(api_key="key")
