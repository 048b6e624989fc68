import deepl

client = deepl.DeepLClient(auth_key)
client.translate_text("Hallo", target_lang="EN-GB")
