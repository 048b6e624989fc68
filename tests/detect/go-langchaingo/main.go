package main

import (
	"context"
	"os"

	"github.com/tmc/langchaingo/llms"          // expect: use langchain import
	"github.com/tmc/langchaingo/llms/googleai" // expect: use google-gemini import
	"github.com/tmc/langchaingo/llms/ollama"   // expect: use ollama import
	"github.com/tmc/langchaingo/llms/openai"   // expect: use openai import
)

type provider string

const (
	providerOpenAI provider = "openai"
	providerOllama provider = "ollama"
)

func model(ctx context.Context, name provider) (llms.Model, error) {
	switch name {
	case providerOllama:
		return ollama.New(
			ollama.WithModel("llama3.1:8b"), // expect: model llama3.1:8b provider=ollama
			ollama.WithServerURL("http://ollama.internal:11434"), // expect: endpoint http://ollama.internal:11434 provider=ollama
		)
	case providerOpenAI:
		// expect: endpoint {OPENAI_BASE_URL} provider=openai; unresolved endpoint openai
		return openai.New(
			openai.WithModel("gpt-4o-mini"), // expect: model gpt-4o-mini provider=openai
			openai.WithBaseURL(os.Getenv("OPENAI_BASE_URL")),
		)
	default:
		return googleai.New(ctx, googleai.WithDefaultModel("gemini-2.0-flash")) // expect: model gemini-2.0-flash provider=google-gemini
	}
}

func ask(ctx context.Context, question string) (string, error) {
	llm, err := model(ctx, providerOllama)
	if err != nil {
		return "", err
	}
	// expect: flow ollama model=llama3.1:8b user-content; flow openai user-content; flow google-gemini user-content
	return llms.GenerateFromSinglePrompt(ctx, llm, question)
}
