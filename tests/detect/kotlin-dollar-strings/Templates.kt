package shop.settings

enum class Template(val url: String, val headers: Map<String, String>, val body: Map<String, Any>) {
    AZURE(
        // expect: use azure-openai http ; endpoint https://{x}.openai.azure.com/openai/responses provider=azure-openai
        "https://{x}.openai.azure.com/openai/responses",
        headers("api-key", $$"$SERVICE_API_KEY"),
        mutableMapOf("stream" to true),
    ),
    DEFAULT(
        "https://example.com/v1/chat",
        headers("Authorization", "Bearer $SERVICE_API_KEY"),
        mutableMapOf("model" to "gpt-4.1", "max_tokens" to 8192), // expect: model gpt-4.1 provider=openai
    );
}
