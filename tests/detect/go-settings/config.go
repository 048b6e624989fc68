package main

type Config struct {
	APIKey string `env:"ANTHROPIC_API_KEY,required"` // expect: use anthropic env
	Model  string `env:"LLM_MODEL" envDefault:"claude-3-7-sonnet-latest"` // expect: model claude-3-7-sonnet-latest provider=anthropic variable=LLM_MODEL
	Small  string `envconfig:"SMALL_MODEL" default:"claude-3-5-haiku-latest"` // expect: model claude-3-5-haiku-latest provider=anthropic variable=SMALL_MODEL
	Port   int    `env:"PORT" envDefault:"8080"` // ok
}
