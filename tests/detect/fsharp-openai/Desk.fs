module Shop.Desk

open System
open OpenAI.Chat  // expect: use openai import
open OpenAI.Embeddings

[<Literal>]
let Model = "gpt-4o"  // expect: model gpt-4o provider=openai

let key = Environment.GetEnvironmentVariable "OPENAI_API_KEY"
let client = ChatClient(Model, key)

let ask (text: string) =
    task {
        let messages = [| ChatMessage.CreateUserMessage text :> ChatMessage |]
        let! answer = client.CompleteChatAsync(messages)  // expect: flow openai user-content
        return answer.Value.Content[0].Text
    }

type Index(embedder: EmbeddingClient) =
    member _.Vector(text: string) = embedder.GenerateEmbedding(text)  // expect: flow openai user-content

    static member Create() =
        Index(new EmbeddingClient(model = "text-embedding-3-small", apiKey = key))  // expect: model text-embedding-3-small provider=openai

let short text =
    client.CompleteChat(UserChatMessage($"Shorten: {text}"))  // expect: flow openai user-content
    |> ignore
