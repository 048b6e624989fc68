import Foundation

let url = URL(string: "https://api.openai.com/v1/chat/completions")! // expect: use openai http ; endpoint https://api.openai.com/v1/chat/completions provider=openai
// expect: model gpt-4o provider=openai
let body = """
{
  "model": "gpt-4o",
  "messages": [{"role": "user", "content": "hi"}]
}
"""
// ok: what was answered
let recorded = """
{"model": "gpt-4o-2024-08-06", "choices": [], "usage": {"total_tokens": 3}}
"""
let car = "{\"model\": \"roadster\"}" // ok
