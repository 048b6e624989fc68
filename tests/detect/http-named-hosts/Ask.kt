import io.ktor.client.HttpClient
import io.ktor.client.request.post
import io.ktor.client.request.setBody

class Ask(private val http: HttpClient) {
    // expect: use openai-compatible http ; flow openai-compatible user-content ; endpoint https://llm.acme.io/v1/chat/completions provider=openai-compatible exposure=public
    suspend fun ask(prompt: String) = http.post("https://llm.acme.io/v1/chat/completions") { setBody(prompt) }

    suspend fun order(prompt: String) = http.post("https://llm.acme.io/v1/orders") { setBody(prompt) } // ok
}
