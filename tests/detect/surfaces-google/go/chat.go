package desk

import (
	"io"
	"net/http"

	"github.com/GoogleCloudPlatform/functions-framework-go/functions"
	"github.com/sashabaranov/go-openai"  // expect: use openai import
)

var client = openai.NewClient("k")

func init() {
	functions.HTTP("AskDesk", answer)  // expect: surface chat route http route=/ask-desk
	functions.CloudEvent("ChatEvent", digest)
}

func answer(w http.ResponseWriter, request *http.Request) {
	question, _ := io.ReadAll(request.Body)
	// expect: flow openai user-content; model gpt-4o provider=openai
	client.CreateChatCompletion(request.Context(), openai.ChatCompletionRequest{Model: openai.GPT4o, Messages: []openai.ChatCompletionMessage{{Role: "user", Content: string(question)}}})
}
