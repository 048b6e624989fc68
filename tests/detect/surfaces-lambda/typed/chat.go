package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/sashabaranov/go-openai"  // expect: use openai import
)

var client = openai.NewClient("k")

// expect: surface chat route http route=/chat
func handle(ctx context.Context, request events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	// expect: flow openai user-content; model gpt-4o provider=openai
	answer, err := client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: openai.GPT4o, Messages: []openai.ChatCompletionMessage{{Role: "user", Content: request.Body}}})
	return events.APIGatewayV2HTTPResponse{Body: answer.Choices[0].Message.Content}, err
}

func main() { lambda.Start(handle) }
