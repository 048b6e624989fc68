from twelvelabs import TwelveLabs

client = TwelveLabs(api_key="key")
