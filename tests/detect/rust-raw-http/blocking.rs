use reqwest::blocking::Client;
use serde_json::json;

const BASE: &str = "https://api.groq.com/openai/v1"; // expect: use groq http; endpoint https://api.groq.com/openai/v1 provider=groq

fn ask(question: &str) -> reqwest::Result<()> {
    let client = Client::new();
    let address = format!("{}/chat/completions", BASE); // expect: endpoint https://api.groq.com/openai/v1/chat/completions provider=groq
    // expect: flow groq model=llama-3.3-70b-versatile user-content
    client
        .post(address)
        .json(&json!({
            "model": "llama-3.3-70b-versatile", // expect: model llama-3.3-70b-versatile provider=groq
            "messages": [{"role": "user", "content": question}],
        }))
        .send()?;
    Ok(())
}

fn shop(page: &str) {
    Client::new().post(format!("https://shop.example.com/{}", page)).send().unwrap(); // ok: no model
}
