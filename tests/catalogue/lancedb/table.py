import lancedb

db = lancedb.connect("data/sample-lancedb")
