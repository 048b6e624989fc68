package main

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime" // expect: use aws-bedrock import
)

func bedrock(ctx context.Context, question []byte) {
	settings, _ := config.LoadDefaultConfig(ctx, config.WithRegion("eu-central-1"))
	client := bedrockruntime.NewFromConfig(settings) // expect: endpoint https://bedrock-runtime.eu-central-1.amazonaws.com provider=aws-bedrock
	// expect: flow aws-bedrock model=anthropic.claude-3-haiku-20240307-v1:0 user-content
	client.InvokeModel(ctx, &bedrockruntime.InvokeModelInput{
		ModelId: aws.String("anthropic.claude-3-haiku-20240307-v1:0"), // expect: model anthropic.claude-3-haiku-20240307-v1:0 provider=aws-bedrock
		Body:    question,
	})
}
