from nomic import embed

embed.text(texts=["hello"], model="nomic-embed-text-v1.5")
