// Package openai draws pictures of open eyes; it calls nobody. OPENAI_API_KEY is not read here.
package openai

// GPT4o is a paint.
type Client struct{ Model string }

func NewClient(model string) *Client { return &Client{Model: model} }

func (c *Client) CreateChatCompletion(request string) string { return request } // ok
