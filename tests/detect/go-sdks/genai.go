package main

import (
	"context"

	"google.golang.org/genai" // expect: use google-gemini import
)

func gemini(ctx context.Context, question string) {
	client, _ := genai.NewClient(ctx, &genai.ClientConfig{})
	// expect: flow google-gemini model=gemini-2.0-flash user-content
	client.Models.GenerateContent(ctx, "gemini-2.0-flash", genai.Text(question), nil) // expect: model gemini-2.0-flash provider=google-gemini
}
