package com.acme

import com.aallam.openai.api.chat.ChatCompletionRequest // expect: use openai import
import com.aallam.openai.api.model.ModelId
import com.aallam.openai.client.OpenAI
import io.ktor.client.HttpClient
import io.ktor.client.request.post

fun interface Speaker { suspend fun say(text: String): String }

enum class Size(val id: String) { SMALL("s"), LARGE("l"); companion object { fun of(id: String) = entries.first { it.id == id } } }

sealed interface State { data object Idle : State; data class Busy(val n: Int) : State }

// A brace in a text is none: "class A { fun b() = 1 }", and a note about class C { }
class Notes { val braces = "class A { }" }

class Assistant(private val client: OpenAI) {
    private val size = Size.SMALL
    companion object { const val MODEL = "gpt-4o-mini" } // expect: model gpt-4o-mini provider=openai
    // expect: flow openai unresolved model=gpt-4o-mini
    suspend fun ask(): String = client.chatCompletion(ChatCompletionRequest(model = ModelId(MODEL), messages = listOf())).toString()
    private val failed = object : Runnable { override fun run() {} }
}

context(log: Logger)
fun Application.routes(http: HttpClient) {
    routing {
        val base = "https://api.anthropic.com" // expect: use anthropic http; endpoint https://api.anthropic.com provider=anthropic
        get("/ask") {
            http.post("$base/v1/messages") // expect: endpoint https://api.anthropic.com/v1/messages provider=anthropic
        }
    }
}
