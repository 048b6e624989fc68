mod agent;
mod llm;
mod llms;

use crate::llms::{client::Wrapped, openai::OpenAIClient}; // ok: modules of its own

fn main() {
    let client = OpenAIClient::new();
    run(client, Wrapped::new());
}
