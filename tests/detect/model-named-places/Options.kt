package shop

class ModelCatalog {
    companion object {
        const val GPT_5_MINI = "gpt-5-mini" // expect: model gpt-5-mini provider=openai
        const val GPT_4_1 = "gpt-4.1" // expect: model gpt-4.1 provider=openai
        const val O3_MINI = "o3-mini" // expect: model o3-mini provider=openai
        const val COMET2 = "comet-2" // expect: model comet-2 provider=openai
        const val GEMINI_FLASH_2_5 = "gemini-flash-2.5" // expect: model gemini-flash-2.5 provider=google-gemini
        const val REGION = "us-east-1" // ok: not called after its value
    }

    object Other {
        const val GPT_4O = "gpt-4o" // expect: model gpt-4o provider=openai
        const val US_EAST_1 = "us-east-1" // ok: one model tells nothing
    }
}

class ServerState {
    val host = "http://localhost:11434/" // expect: use ollama http ; endpoint http://localhost:11434/ provider=ollama exposure=loopback
    val modelIds: MutableSet<String> = mutableSetOf("llama3") // expect: model llama3 provider=ollama
}
