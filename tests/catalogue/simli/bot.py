import os

from pipecat.services.simli.video import SimliVideoService

service = SimliVideoService(api_key=os.environ["SIMLI_API_KEY"])
