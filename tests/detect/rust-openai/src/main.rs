mod llm;

use async_openai::{ // expect: use openai import
    config::{AzureConfig, OpenAIConfig},
    types::{ChatCompletionRequestUserMessageArgs, CreateChatCompletionRequest, CreateChatCompletionRequestArgs},
    Client,
};
use clap::Parser;

use crate::llm::models::{self, DEFAULT};

#[derive(Parser)]
struct Args {
    /// Model that answers.
    #[arg(
        long,
        env = "HELPDESK_MODEL",
        default_value = "gpt-4o-mini", // expect: model gpt-4o-mini provider=openai variable=HELPDESK_MODEL
    )]
    // A comment between.
    model: String,
    #[arg(long, default_value_t = 8080)]
    port: u16, // ok
}

struct Assistant {
    client: Client<OpenAIConfig>,
    model: String,
}

impl Assistant {
    fn new(model: impl Into<String>) -> Self {
        Self { client: Client::new(), model: model.into() }
    }

    async fn ask(&self, question: &str) -> anyhow::Result<String> {
        let request = CreateChatCompletionRequestArgs::default()
            .model(&self.model)
            .messages([ChatCompletionRequestUserMessageArgs::default().content(question).build()?.into()])
            .build()?;
        // expect: flow openai model=gpt-4.1 user-content
        let response = self.client.chat().create(request).await?;
        Ok(response.choices[0].message.content.clone().unwrap_or_default())
    }
}

async fn once(args: &Args, prompt: String) {
    let client = Client::with_config(OpenAIConfig::new().with_api_base("https://api.groq.com/openai/v1")); // expect: use groq http; endpoint https://api.groq.com/openai/v1 provider=groq
    // expect: flow groq model=llama-3.3-70b-versatile user-content
    let _ = client.chat().create(CreateChatCompletionRequest {
        model: "llama-3.3-70b-versatile".into(), // expect: model llama-3.3-70b-versatile provider=groq
        messages: vec![prompt.into()],
        ..Default::default()
    }).await;
    // expect: flow openai model=gpt-4o-mini user-content
    let _ = Client::new().chat().create(CreateChatCompletionRequestArgs::default().model(&args.model).messages([prompt.into()]).build().unwrap()).await;
}

async fn azure(text: &str) {
    let config = AzureConfig::new().with_api_base("https://acme.openai.azure.com").with_deployment_id("gpt-4o"); // expect: use azure-openai sdk-call; endpoint https://acme.openai.azure.com provider=azure-openai; model gpt-4o provider=azure-openai
    let client = Client::with_config(config);
    let name = std::env::var("EMBEDDER").unwrap_or_else(|_| models::EMBEDDING.to_string());
    let request = CreateEmbeddingRequestArgs::default().model(name).input(text).build().unwrap();
    // expect: flow azure-openai model=text-embedding-3-small user-content
    let _ = client.embeddings().create(request).await;
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let assistant = Assistant::new(DEFAULT);
    assistant.ask("When do you open?").await?;
    Ok(())
}
