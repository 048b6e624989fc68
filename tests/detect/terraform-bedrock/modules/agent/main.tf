variable "foundation_model" {}
variable "collaborator_model" {}

resource "aws_bedrockagent_agent" "this" { # expect: use aws-bedrock iac ; agent aws-bedrock name=support
  count            = 0
  agent_name       = "support"
  foundation_model = var.foundation_model
}

resource "aws_bedrockagent_agent" "second" { # expect: unresolved model aws-bedrock variable=var.collaborator_model ; agent aws-bedrock name=second tools=none
  agent_name       = "second"
  foundation_model = var.collaborator_model
}

resource "aws_s3_bucket" "bedrock" { # ok
  bucket = "bedrock-agent-data"
}
