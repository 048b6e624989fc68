package com.acme.reviews;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient; // expect: use aws-bedrock import
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelRequest;
import software.amazon.awssdk.services.bedrockruntime.model.Message;

class Reviews {
    private static final String CLAUDE = "anthropic.claude-3-haiku-20240307-v1:0"; // expect: model anthropic.claude-3-haiku-20240307-v1:0 provider=aws-bedrock publisher=anthropic

    private final BedrockRuntimeClient client;

    Reviews() {
        // expect: endpoint https://bedrock-runtime.eu-central-1.amazonaws.com provider=aws-bedrock region=eu-central-1
        this.client = BedrockRuntimeClient.builder()
            .region(Region.EU_CENTRAL_1)
            .build();
    }

    String invoke(String reviewText) {
        var body = "{\"prompt\": \"%s\"}".formatted(reviewText);
        // expect: flow aws-bedrock model=anthropic.claude-3-haiku-20240307-v1:0 user-content
        return client.invokeModel(r -> r.modelId(CLAUDE).body(SdkBytes.fromUtf8String(body))).body().asUtf8String();
    }

    Object converse(Message message) {
        // expect: model eu.amazon.nova-lite-v1:0 provider=aws-bedrock ; flow aws-bedrock model=eu.amazon.nova-lite-v1:0 user-content
        return client.converse(request -> request.modelId("eu.amazon.nova-lite-v1:0").messages(message));
    }

    Object built(String reviewText) {
        InvokeModelRequest request = InvokeModelRequest.builder()
            .modelId(pick(reviewText.length() > 100))
            .body(SdkBytes.fromUtf8String(reviewText))
            .build();
        // expect: flow aws-bedrock model=amazon.titan-text-express-v1 user-content
        return client.invokeModel(request);
    }

    private static String pick(boolean longText) {
        return switch (longText ? 1 : 0) {
            case 1 -> "amazon.titan-text-express-v1"; // expect: model amazon.titan-text-express-v1 provider=aws-bedrock
            default -> {
                yield "amazon.titan-text-lite-v1"; // expect: model amazon.titan-text-lite-v1 provider=aws-bedrock
            }
        };
    }
}
