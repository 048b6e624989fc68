module Shop.Orders

open System
open System.Collections.Generic

type ChatClient(name: string) = // ok: the tree's own
    member _.CompleteChat(text: string) = name + text

let client = ChatClient("gpt-4o desk")
let answer = client.CompleteChat("hello")
let openai = "a word in a label: OpenAI"
