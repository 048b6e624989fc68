import os

from pipecat.services.tavus.video import TavusVideoService

service = TavusVideoService(api_key=os.environ["TAVUS_API_KEY"])
