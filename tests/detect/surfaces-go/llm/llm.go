package llm
import openai "github.com/sashabaranov/go-openai"  // expect: use openai import
type Desk struct { client *openai.Client }
func New() *Desk { return &Desk{client: openai.NewClient("k")} }
func (d *Desk) Answer(t string) string {
	r, _ := d.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: openai.GPT4o, Messages: []openai.ChatCompletionMessage{{Role: "user", Content: t}}})  // expect: flow openai user-content; model gpt-4o provider=openai
	return r.Choices[0].Message.Content
}
func (d *Desk) Title() string { return "Desk" }
