package ai

import (
	"context"

	"github.com/anthropics/anthropic-sdk-go" // expect: use anthropic import
)

func (a *Assistant) Ask(ctx context.Context, question string) (*anthropic.Message, error) {
	// expect: flow anthropic model=claude-sonnet-4-20250514 user-content
	return a.client.Messages.New(ctx, anthropic.MessageNewParams{
		Model:    a.model,
		Messages: []anthropic.MessageParam{anthropic.NewUserMessage(anthropic.NewTextBlock(question))},
	})
}
