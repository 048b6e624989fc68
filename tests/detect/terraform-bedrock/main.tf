variable "model_id" {
  description = "anthropic.claude-v2 was used before"
  default     = "anthropic.claude-3-haiku-20240307-v1:0" # expect: model anthropic.claude-3-haiku-20240307-v1:0 provider=aws-bedrock variable=var.model_id publisher=anthropic pinned=yes; use aws-bedrock iac
}

module "agent" {
  source           = "./modules/agent"
  foundation_model = var.model_id
}

resource "aws_iam_role_policy" "api" {
  role = aws_iam_role.api.id
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = ["bedrock:InvokeModel", "s3:GetObject"]
      Resource = "arn:aws:bedrock:*::foundation-model/amazon.titan-embed-text-v2:0" # expect: model amazon.titan-embed-text-v2:0 provider=aws-bedrock
    }]
  })
}

resource "aws_lambda_function" "api" {
  function_name = "bedrock-api" # ok
  environment {
    variables = {
      OPENAI_API_KEY = data.aws_secretsmanager_secret.key.arn # expect: use openai iac
      TABLE          = "claude-3" # ok
    }
  }
}

output "model" {
  value = "gpt-4o" # ok
}
