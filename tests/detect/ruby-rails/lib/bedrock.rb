require "aws-sdk-bedrockruntime"

class Bedrock
  def invoke(body)
    url = "https://bedrock-runtime.#{region}.amazonaws.com/model/x/invoke"
    client = Aws::BedrockRuntime::Client.new(region: "eu-central-1")
    client.invoke_model(model_id: Settings::BEDROCK_MODEL, body: body)
    url
  end
end
