package llm

import "example.com/desk/web"

const base = "https://api.groq.com/openai/v1"  // expect: endpoint https://api.groq.com/openai/v1 provider=groq; use groq http

func Ask(text string) {
	web.Send(base+"/chat/completions", map[string]any{"model": "llama-3.1-8b-instant", "messages": []any{map[string]string{"role": "user", "content": text}}})  // expect: endpoint https://api.groq.com/openai/v1/chat/completions provider=groq; flow groq user-content; model llama-3.1-8b-instant provider=groq
}
