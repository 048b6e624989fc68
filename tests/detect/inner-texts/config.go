package config

// Config is read from variables.
type Config struct {
	Model   string `env:"ASSISTANT_MODEL" envDefault:"gpt-4o-mini"`                                   // expect: model gpt-4o-mini provider=openai
	Embed   string `default:"text-embedding-3-small"`                                                 // expect: model text-embedding-3-small provider=openai
	Base    string `envconfig:"ASSISTANT_BASE" default:"https://api.groq.com/openai/v1"`              // expect: use groq http ; endpoint https://api.groq.com/openai/v1 provider=groq
	Example string `json:"model" example:"gpt-4"`                                                     // ok: what a document shows
	Name    string `json:"gpt-4o"`                                                                    // ok: a key
	Desk    string `default:"desk-4"`                                                                 // ok: nobody's model
}
