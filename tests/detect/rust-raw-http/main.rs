use serde_json::json;

const BASE: &str = "https://api.mistral.ai/v1"; // expect: use mistral http; endpoint https://api.mistral.ai/v1 provider=mistral

async fn ask(question: &str) -> reqwest::Result<()> {
    let client = reqwest::Client::new();
    let body = json!({
        "model": "mistral-large-latest", // expect: model mistral-large-latest provider=mistral
        "messages": [{"role": "user", "content": question}],
    });
    // expect: flow mistral model=mistral-large-latest user-content
    client
        .post(format!("{BASE}/chat/completions")) // expect: endpoint https://api.mistral.ai/v1/chat/completions provider=mistral
        .bearer_auth(std::env::var("MISTRAL_API_KEY").unwrap())
        .json(&body)
        .send()
        .await?;
    Ok(())
}

fn message() {
    println!("set OPENAI_API_KEY, see https://platform.openai.com/docs for gpt-4o"); // ok
}
