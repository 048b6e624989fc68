from aws_cdk import Stack, aws_bedrock as bedrock, aws_iam as iam  # expect: use aws-bedrock import


class Desk(Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        name = bedrock.FoundationModelIdentifier.ANTHROPIC_CLAUDE_3_HAIKU_20240307_V1_0  # expect: model anthropic.claude-3-haiku-20240307-v1:0 provider=aws-bedrock
        bedrock.FoundationModel.from_foundation_model_id(self, "Model", name)
        bedrock.CfnKnowledgeBase(
            self,
            "Facts",
            knowledge_base_configuration=bedrock.CfnKnowledgeBase.KnowledgeBaseConfigurationProperty(
                type="VECTOR",
                vector_knowledge_base_configuration=bedrock.CfnKnowledgeBase.VectorKnowledgeBaseConfigurationProperty(
                    embedding_model_arn=f"arn:aws:bedrock:{self.region}::foundation-model/amazon.titan-embed-text-v2:0"  # expect: model amazon.titan-embed-text-v2:0 provider=aws-bedrock
                ),
            ),
        )
        iam.PolicyStatement(resources=[f"arn:aws:bedrock:{self.region}::foundation-model/cohere.embed-english-v3"])  # expect: model cohere.embed-english-v3 provider=aws-bedrock
