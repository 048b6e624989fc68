package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
)

const endpoint = "https://api.mistral.ai/v1/chat/completions" // expect: use mistral http; endpoint https://api.mistral.ai/v1/chat/completions provider=mistral

type request struct {
	Model    string    `json:"model"`
	Messages []message `json:"messages"`
}

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

func ask(ctx context.Context, question string) error {
	body, err := json.Marshal(request{
		Model:    "mistral-large-latest", // expect: model mistral-large-latest provider=mistral
		Messages: []message{{Role: "user", Content: question}},
	})
	if err != nil {
		return err
	}
	// expect: flow mistral model=mistral-large-latest user-content
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, endpoint, bytes.NewReader(body))
	req.Header.Set("Authorization", "Bearer "+os.Getenv("MISTRAL_API_KEY"))
	_, err = http.DefaultClient.Do(req)
	return err
}

func gemini(question string) error {
	payload, _ := json.Marshal(map[string]any{"contents": question})
	model := "gemini-2.5-flash" // expect: model gemini-2.5-flash provider=google-gemini
	// expect: use google-gemini http
	url := fmt.Sprintf("https://generativelanguage.googleapis.com/v1beta/models/%s:generateContent", model) // expect: endpoint https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash:generateContent provider=google-gemini
	// expect: flow google-gemini user-content
	_, err := http.Post(url, "application/json", bytes.NewBuffer(payload))
	return err
}

func local(question string) error {
	// expect: use ollama http; endpoint http://localhost:11434/api/generate provider=ollama; flow ollama model=llama3.2:3b user-content
	_, err := http.Post("http://localhost:11434/api/generate", "application/json", encode(map[string]any{
		"model":  "llama3.2:3b", // expect: model llama3.2:3b provider=ollama
		"prompt": question,
	}))
	return err
}

func encode(value any) *bytes.Buffer {
	data, _ := json.Marshal(value)
	return bytes.NewBuffer(data)
}

func health() error {
	_, err := http.Get("https://status.example.com/v1/models") // ok
	return err
}
