module Ends
open OpenAI // expect: use openai import
let main = "gpt-4o" // expect: model gpt-4o provider=openai
let settings = { Model = "gpt-4.1"; Retries = 1 } // expect: model gpt-4.1 provider=openai
