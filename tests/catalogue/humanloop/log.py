from humanloop import Humanloop

humanloop = Humanloop(api_key="k")
