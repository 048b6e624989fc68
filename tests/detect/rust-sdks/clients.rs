use genai::chat::{ChatMessage, ChatRequest}; // expect: use rust-genai import
use mistralrs::{TextMessageRole, TextMessages, TextModelBuilder}; // expect: use mistral-rs import
use ollama_rs::generation::completion::request::GenerationRequest; // expect: use ollama import
use ollama_rs::Ollama;

async fn by_genai(question: &str) {
    let client = genai::Client::default();
    let request = ChatRequest::new(vec![ChatMessage::user(question)]);
    // expect: flow anthropic model=claude-3-5-haiku-20241022 user-content
    client.exec_chat("claude-3-5-haiku-20241022", request, None).await; // expect: model claude-3-5-haiku-20241022 provider=anthropic
}

async fn by_ollama(prompt: String) {
    let ollama = Ollama::new("http://localhost", 11434); // expect: endpoint http://localhost provider=ollama
    // expect: flow ollama model=llama3.2 user-content
    ollama.generate(GenerationRequest::new("llama3.2".to_string(), prompt)).await; // expect: model llama3.2 provider=ollama
}

async fn within(question: &str) {
    // expect: model microsoft/Phi-3.5-mini-instruct provider=mistral-rs
    let model = TextModelBuilder::new("microsoft/Phi-3.5-mini-instruct").build().await;
    let messages = TextMessages::new().add_message(TextMessageRole::User, question);
    model.send_chat_request(messages).await; // expect: flow mistral-rs model=microsoft/Phi-3.5-mini-instruct user-content
}
