package main

import (
	"context"
	"os"

	"github.com/openai/openai-go/v2"        // expect: use openai import
	"github.com/openai/openai-go/v2/azure"  // expect: use azure-openai import
	"github.com/openai/openai-go/v2/option"
	legacy "github.com/sashabaranov/go-openai"
)

func azureClient() openai.Client {
	// expect: endpoint https://acme.openai.azure.com provider=azure-openai
	return openai.NewClient(azure.WithEndpoint("https://acme.openai.azure.com", "2024-10-21"), azure.WithAPIKey("x"))
}

func ask(ctx context.Context, question string) {
	client := azureClient()
	// expect: flow azure-openai model=gpt-4o user-content
	client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{
		Model:    openai.ChatModel("gpt-4o"), // expect: model gpt-4o provider=azure-openai
		Messages: []openai.ChatCompletionMessageParamUnion{openai.UserMessage(question)},
	})
}

func groq(ctx context.Context, question string) {
	opts := []option.RequestOption{option.WithAPIKey(os.Getenv("GROQ_API_KEY"))} // expect: use groq env
	opts = append(opts, option.WithBaseURL("https://api.groq.com/openai/v1")) // expect: endpoint https://api.groq.com/openai/v1 provider=groq
	client := openai.NewClient(opts...)
	// expect: flow groq model=llama-3.3-70b-versatile user-content
	client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{
		Model:    "llama-3.3-70b-versatile", // expect: model llama-3.3-70b-versatile provider=groq
		Messages: []openai.ChatCompletionMessageParamUnion{openai.UserMessage(question)},
	})
}

func older(ctx context.Context, question string) {
	config := legacy.DefaultAzureConfig(os.Getenv("AZURE_OPENAI_API_KEY"), "https://acme.openai.azure.com/") // expect: endpoint https://acme.openai.azure.com/ provider=azure-openai
	client := legacy.NewClientWithConfig(config)
	// expect: flow azure-openai model=gpt-4o user-content
	client.CreateChatCompletion(ctx, legacy.ChatCompletionRequest{
		Model:    "gpt-4o",
		Messages: []legacy.ChatCompletionMessage{{Content: question}},
	})
}
