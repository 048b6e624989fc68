# expect: use aws-bedrock import
require "aws-sdk-bedrockruntime"

class Bedrock
  def invoke(body)
    # expect: endpoint https://bedrock-runtime.{region}.amazonaws.com/model/x/invoke provider=aws-bedrock
    url = "https://bedrock-runtime.#{region}.amazonaws.com/model/x/invoke"
    # expect: endpoint https://bedrock-runtime.eu-central-1.amazonaws.com provider=aws-bedrock region=eu-central-1
    client = Aws::BedrockRuntime::Client.new(region: "eu-central-1")
    # expect: flow aws-bedrock model=anthropic.claude-3-haiku-20240307-v1:0 user-content
    client.invoke_model(model_id: Settings::BEDROCK_MODEL, body: body)
    url
  end
end
