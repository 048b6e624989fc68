use rig::completion::Prompt; // expect: use rig import
use rig::providers::{anthropic, openai}; // expect: use openai import; use anthropic import

enum Size {
    Small,
    Large,
}

impl Size {
    fn model(&self) -> &'static str {
        match self {
            Size::Small => "claude-3-5-haiku-latest", // expect: model claude-3-5-haiku-latest provider=anthropic
            Size::Large => "claude-3-opus-latest", // expect: model claude-3-opus-latest provider=anthropic
        }
    }
}

async fn ask(question: &str) -> anyhow::Result<String> {
    let client = openai::Client::from_env();
    // expect: model gpt-4o provider=openai ; agent rig name=agent tools=none
    let agent = client.agent(openai::GPT_4O).preamble("You are kind.").build();
    // expect: flow openai user-content
    let answer = agent.prompt(question).await?;
    let other = anthropic::Client::builder("key").build()?.agent(Size::Large.model()).build();
    // expect: flow anthropic user-content
    let second = other.prompt(question).await?;
    Ok(format!("{answer} {second}"))
}
