package main

import "github.com/liushuangls/go-anthropic/v2" // expect: use anthropic import

func main() {
	client := anthropic.NewClient("")
	client.CreateMessages(ctx, anthropic.MessagesRequest{Model: anthropic.ModelClaude3Haiku20240307}) // expect: model claude-3-haiku-20240307 provider=anthropic ; flow anthropic none
}
