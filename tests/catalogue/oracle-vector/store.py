from langchain_community.vectorstores.oraclevs import OracleVS

store = OracleVS(client=connection, embedding_function=embeddings, table_name="docs")
