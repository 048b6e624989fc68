import os

from cartesia import Cartesia

client = Cartesia(api_key=os.environ["CARTESIA_API_KEY"])
client.tts.bytes(model_id="sonic-2", transcript="Hello", voice={"mode": "id", "id": "x"}, output_format={})
