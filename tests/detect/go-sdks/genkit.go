package main

import (
	"context"

	"github.com/firebase/genkit/go/ai" // expect: use genkit import
	"github.com/firebase/genkit/go/genkit"
)

func flow(ctx context.Context, question string) {
	g := genkit.Init(ctx)
	// expect: use google-gemini sdk-call ; flow google-gemini model=gemini-2.5-flash user-content
	genkit.Generate(ctx, g, ai.WithModelName("googleai/gemini-2.5-flash"), ai.WithPrompt(question)) // expect: model gemini-2.5-flash provider=google-gemini
}
