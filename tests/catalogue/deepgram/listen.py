from deepgram import DeepgramClient, PrerecordedOptions

options = PrerecordedOptions(model="nova-3", smart_format=True)
client = DeepgramClient()
