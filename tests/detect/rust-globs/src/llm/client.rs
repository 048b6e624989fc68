use super::*;

pub fn connect() -> async_openai::Client<async_openai::config::OpenAIConfig> { // expect: use openai import
    async_openai::Client::new()
}
