package main

import (
	"context"
	"strings"

	"example.com/helper/internal"
)

const chat = "https://api.deepseek.com/v1/chat/completions" // expect: use deepseek http; endpoint https://api.deepseek.com/v1/chat/completions provider=deepseek

func ask(ctx context.Context, question string) error {
	_, err := internal.Post(ctx, chat, strings.NewReader(question))
	return err
}
