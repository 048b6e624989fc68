from predibase import Predibase

pb = Predibase(api_token="k")
