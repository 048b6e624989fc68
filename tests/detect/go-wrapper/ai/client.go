package ai

import (
	"context"

	"github.com/anthropics/anthropic-sdk-go" // expect: use anthropic import
)

// Assistant answers questions about notes.
type Assistant struct {
	client anthropic.Client
	model  anthropic.Model
	config Config
}

type Config struct {
	Model     string
	MaxTokens int64
}

func New(config Config) (*Assistant, error) {
	return &Assistant{client: anthropic.NewClient(), model: anthropic.Model(config.Model), config: config}, nil
}
