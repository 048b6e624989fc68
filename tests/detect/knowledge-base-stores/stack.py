from aws_cdk import Stack, aws_bedrock as bedrock, aws_opensearchserverless as oss  # expect: use aws-bedrock import


class Store(Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        oss.CfnCollection(self, "Logs", name="logs", type="SEARCH")  # ok
        kept = oss.CfnCollection(self, "Facts", name="facts", type="VECTORSEARCH")  # expect: use opensearch-vector sdk-call
        bedrock.CfnKnowledgeBase.OpenSearchServerlessConfigurationProperty(
            collection_arn=kept.attr_arn, vector_index_name="facts"
        )
