package main

import (
	"context"

	"github.com/cloudwego/eino-ext/components/model/openai" // expect: use openai import ; use eino import
	"github.com/cloudwego/eino/schema"
)

func eino(ctx context.Context, question string) {
	model, _ := openai.NewChatModel(ctx, &openai.ChatModelConfig{Model: "gpt-4o-mini"}) // expect: model gpt-4o-mini provider=openai
	// expect: flow openai model=gpt-4o-mini user-content
	model.Generate(ctx, []*schema.Message{schema.UserMessage(question)})
}
