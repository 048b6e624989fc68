from segmind import SegmindClient

client = SegmindClient(api_key="key")
