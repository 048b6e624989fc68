import io.ktor.client.HttpClient
import io.ktor.client.request.preparePost
import io.ktor.client.request.setBody

class Chat(private val client: HttpClient, private val address: String) {
    suspend fun streamed(text: String) =
        client.preparePost("$address/v1/chat/completions") { setBody(text) } // expect: use openai-compatible http ; endpoint {address}/v1/chat/completions provider=openai-compatible ; flow openai-compatible user-content

    suspend fun order(text: String) = client.preparePost("$address/v1/orders") { setBody(text) } // ok: a shop's
}
