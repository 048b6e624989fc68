use aws_sdk_bedrockruntime::Client; // expect: use aws-bedrock import

async fn ask(config: &aws_config::SdkConfig, message: Message) {
    let client = Client::new(config);
    // expect: flow aws-bedrock model=anthropic.claude-3-haiku-20240307-v1:0 user-content
    let response = client
        .converse()
        .model_id("anthropic.claude-3-haiku-20240307-v1:0") // expect: model anthropic.claude-3-haiku-20240307-v1:0 provider=aws-bedrock
        .messages(message)
        .send()
        .await;
}
