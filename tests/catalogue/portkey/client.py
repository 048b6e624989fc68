from portkey_ai import Portkey

portkey = Portkey(api_key="k", virtual_key="v")
