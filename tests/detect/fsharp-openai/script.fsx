#r "nuget: OpenAI, 2.2.0"  // expect: use openai manifest
open OpenAI.Chat  // expect: use openai import

let client = ChatClient("gpt-4o-mini", "key")  // expect: model gpt-4o-mini provider=openai
printfn "%s" (client.CompleteChat("hi").Value.Content.[0].Text)  // expect: flow openai none
