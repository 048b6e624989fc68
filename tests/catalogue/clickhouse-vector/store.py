from langchain_community.vectorstores import Clickhouse, ClickhouseSettings

store = Clickhouse(embeddings, config=ClickhouseSettings(table="docs"))
