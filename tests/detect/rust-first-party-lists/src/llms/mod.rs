pub mod client;
pub mod openai;
