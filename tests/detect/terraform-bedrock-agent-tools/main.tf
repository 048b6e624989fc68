resource "aws_bedrockagent_agent" "desk" { # expect: use aws-bedrock iac ; agent aws-bedrock name=desk model=anthropic.claude-sonnet-4-5-20250929-v1:0 tools=AMAZON.CodeInterpreter,get_order,refund_order can=none open=no
  agent_name       = "desk"
  foundation_model = "anthropic.claude-sonnet-4-5-20250929-v1:0" # expect: model anthropic.claude-sonnet-4-5-20250929-v1:0 provider=aws-bedrock
}

resource "aws_bedrockagent_agent_action_group" "orders" {
  agent_id          = aws_bedrockagent_agent.desk.agent_id
  agent_version     = "DRAFT"
  action_group_name = "orders"
  action_group_executor {
    lambda = aws_lambda_function.orders.arn
  }
  function_schema {
    member_functions {
      functions { # expect: tool get_order can=reads-sensitive~ origin=unknown open=yes approval=no
        name        = "get_order"
        description = "Reads an order"
      }
      functions { # expect: tool refund_order can=acts-outside~,reads-sensitive~ origin=unknown open=yes
        name = "refund_order"
      }
    }
  }
}

resource "aws_bedrockagent_agent_action_group" "code" { # expect: tool AMAZON.CodeInterpreter can=runs-code origin=provider open=no
  agent_id                      = aws_bedrockagent_agent.desk.agent_id
  action_group_name             = "code"
  parent_action_group_signature = "AMAZON.CodeInterpreter"
}

resource "aws_bedrockagent_agent" "writer" { # expect: agent aws-bedrock name=writer tools=api open=no
  agent_name       = "writer"
  foundation_model = "amazon.nova-pro-v1:0" # expect: model amazon.nova-pro-v1:0 provider=aws-bedrock
}

resource "aws_bedrockagent_agent_action_group" "api" { # expect: tool api can=none open=yes
  agent_id          = aws_bedrockagent_agent.writer.agent_id
  action_group_name = "api"
  api_schema {
    payload = file("api.yaml")
  }
}

resource "aws_bedrockagent_agent_knowledge_base_association" "docs" {
  agent_id          = aws_bedrockagent_agent.writer.agent_id
  knowledge_base_id = "KB12345678"
}
