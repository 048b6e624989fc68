package main

import (
	"context"

	"github.com/ollama/ollama/api" // expect: use ollama import
)

func local(ctx context.Context, prompt string) {
	client, _ := api.ClientFromEnvironment()
	// expect: flow ollama model=llama3.2 user-content
	client.Generate(ctx, &api.GenerateRequest{Model: "llama3.2", Prompt: prompt}, nil) // expect: model llama3.2 provider=ollama
}
