use async_openai::{types::CreateChatCompletionRequestArgs, Client};  // expect: use openai import
pub async fn ask(question: String) -> String {
    let client = Client::new();
    // expect: model gpt-4o provider=openai
    let request = CreateChatCompletionRequestArgs::default().model("gpt-4o").messages(question).build().unwrap();
    client.chat().create(request).await.unwrap().id  // expect: flow openai user-content
}
