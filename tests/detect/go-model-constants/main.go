package main

import "github.com/liushuangls/go-anthropic/v2" // expect: use anthropic import

func main() {
	client := anthropic.NewClient("")
	client.CreateMessages(ctx, anthropic.MessagesRequest{Model: anthropic.ModelClaude3Haiku20240307}) // expect: model claude-3-haiku-20240307 provider=anthropic ; flow anthropic none
}

// anthropic.ModelClaude3Opus20240229 in a comment is ok
var defaults = map[string]string{
	"base":  anthropic.ModelClaude3Dot5Haiku20241022,    // expect: model claude-3-5-haiku-20241022 provider=anthropic
	"large": string(anthropic.ModelClaude3Opus20240229), // expect: model claude-3-opus-20240229 provider=anthropic
	"note":  "anthropic.ModelClaude3Sonnet20240229",     // ok: a text
}
