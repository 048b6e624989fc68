pub mod client;
pub mod kinds;

pub use client::*;
pub use kinds::*;

pub const MODEL: &str = "gpt-4.1-mini"; // expect: model gpt-4.1-mini provider=openai
