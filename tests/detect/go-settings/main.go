package main

import (
	"context"
	"flag"
	"os"

	"github.com/anthropics/anthropic-sdk-go" // expect: use anthropic import
)

var vision = flag.String("vision", "claude-3-opus-latest", "model for pictures") // expect: model claude-3-opus-latest provider=anthropic variable=--vision

func env(name, fallback string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return fallback
}

func run(ctx context.Context, cfg Config, prompt string) {
	client := anthropic.NewClient()
	message := []anthropic.MessageParam{anthropic.NewUserMessage(anthropic.NewTextBlock(prompt))}
	// expect: flow anthropic model=claude-3-7-sonnet-latest user-content
	client.Messages.New(ctx, anthropic.MessageNewParams{Model: anthropic.Model(cfg.Model), Messages: message})
	// expect: flow anthropic model=claude-3-5-haiku-latest user-content
	client.Messages.New(ctx, anthropic.MessageNewParams{Model: anthropic.Model(cfg.Small), Messages: message})
	// expect: flow anthropic model=claude-3-opus-latest user-content
	client.Messages.New(ctx, anthropic.MessageNewParams{Model: anthropic.Model(*vision), Messages: message})
	name := env("BIG_MODEL", "claude-opus-4-20250514") // expect: model claude-opus-4-20250514 provider=anthropic variable=BIG_MODEL
	// expect: flow anthropic model=claude-opus-4-20250514 user-content
	client.Messages.New(ctx, anthropic.MessageNewParams{Model: anthropic.Model(name), Messages: message})
	other := os.Getenv("OTHER_MODEL")
	if other == "" {
		other = "claude-3-haiku-20240307" // expect: model claude-3-haiku-20240307 provider=anthropic variable=OTHER_MODEL
	}
	// expect: flow anthropic model=claude-3-haiku-20240307 user-content
	client.Messages.New(ctx, anthropic.MessageNewParams{Model: anthropic.Model(other), Messages: message})
}
