from langchain_elasticsearch import ElasticsearchStore

store = ElasticsearchStore("docs", es_url="http://localhost:9200")
