from langchain_community.vectorstores import SupabaseVectorStore

SupabaseVectorStore(client=supabase, embedding=embeddings, table_name="documents")
