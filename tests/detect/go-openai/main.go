package main

import (
	"context"
	"cmp"
	"os"

	"example.com/helpdesk/internal/llm"

	oai "github.com/sashabaranov/go-openai" // expect: use openai import
)

func answer(ctx context.Context, question string) (string, error) {
	client := oai.NewClient(os.Getenv("OPENAI_API_KEY"))
	req := oai.ChatCompletionRequest{
		Model: oai.GPT4oMini, // expect: model gpt-4o-mini provider=openai
		Messages: []oai.ChatCompletionMessage{
			{Role: oai.ChatMessageRoleUser, Content: question},
		},
	}
	if os.Getenv("DEBUG") != "" {
		req.Model = "gpt-4o" // expect: model gpt-4o provider=openai
	}
	// expect: flow openai model=gpt-4o user-content
	resp, err := client.CreateChatCompletion(ctx, req)
	if err != nil {
		return "", err
	}
	return resp.Choices[0].Message.Content, nil
}

func embed(ctx context.Context, client *oai.Client, notes []string) error {
	// expect: flow openai model=text-embedding-3-small user-content
	_, err := client.CreateEmbeddings(ctx, &oai.EmbeddingRequest{Input: notes, Model: llm.Embedding})
	return err
}

func modelName() string {
	return cmp.Or(os.Getenv("CHAT_MODEL"), llm.Default)
}

func complete(ctx context.Context, client *oai.Client, prompt string) error {
	// expect: flow openai model=gpt-4.1 user-content
	_, err := client.CreateCompletion(ctx, oai.CompletionRequest{Model: modelName(), Prompt: prompt})
	return err
}
