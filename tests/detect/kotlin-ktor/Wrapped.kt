import io.ktor.client.HttpClient
import io.ktor.client.request.post
import io.ktor.client.request.setBody

class Network {
    private val client by lazy { HttpClient() }

    operator fun invoke(): HttpClient = client
}

class Wrapped(private val network: Network, private val address: String) {
    suspend fun ask(text: String) =
        network().post("$address/v1/chat/completions") { setBody(text) } // expect: use openai-compatible http ; endpoint {address}/v1/chat/completions provider=openai-compatible ; flow openai-compatible user-content
}
