mod llm;
use axum::{routing::{get, post}, Router};
async fn chat(body: String) -> String { llm::ask(body).await }
async fn health() -> &'static str { "ok" }
#[tokio::main]
async fn main() {
    let app = Router::new()  // expect: surface chat route http route=/chat
        .route("/chat", post(chat))
        .route("/health", get(health));
}
