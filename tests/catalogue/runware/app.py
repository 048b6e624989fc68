from runware import Runware

runware = Runware(api_key="key")
