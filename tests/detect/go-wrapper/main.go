package main

import "example.com/notes/ai"

func main() {
	assistant, err := ai.New(ai.Config{
		Model: "claude-sonnet-4-20250514", // expect: model claude-sonnet-4-20250514 provider=anthropic
	})
	if err != nil {
		panic(err)
	}
	_ = assistant
}
