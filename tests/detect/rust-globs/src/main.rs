mod llm;

use llm::*;

async fn ask(prompt: &str) {
    let own = connect();
    let request = CreateResponseArgs::default().model(MODEL).input(prompt).build().unwrap();
    // expect: flow openai model=gpt-4.1-mini user-content
    let _ = own.responses().create(request).await;
}

fn unknown() -> Client {
    Client::new() // ok: one of many of that name
}
