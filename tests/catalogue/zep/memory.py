from zep_cloud.client import Zep

client = Zep(api_key="k")
