from paperqa import Docs

docs = Docs()
