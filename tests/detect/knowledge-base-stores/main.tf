resource "aws_bedrockagent_knowledge_base" "facts" { # expect: use aws-bedrock iac; use pinecone iac
  name = "facts"
  storage_configuration {
    type = "PINECONE"
    pinecone_configuration { connection_string = "https://facts.svc.example.com" }
  }
}

resource "aws_opensearchserverless_collection" "logs" { # ok
  name = "logs"
  type = "SEARCH"
}
