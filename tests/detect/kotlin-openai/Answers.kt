package com.acme

import com.aallam.openai.api.chat.ChatCompletionRequest // expect: use openai import
import com.aallam.openai.api.chat.ChatMessage
import com.aallam.openai.api.chat.chatCompletionRequest
import com.aallam.openai.api.model.ModelId
import com.aallam.openai.client.OpenAI
import com.aallam.openai.client.OpenAIHost
import io.ktor.client.HttpClient
import io.ktor.client.request.post
import io.ktor.client.request.setBody

enum class Tier(val model: String) {
    SMALL("gpt-4o-mini"), // expect: model gpt-4o-mini provider=openai
    LARGE("gpt-4o"), // expect: model gpt-4o provider=openai
}

class Answers(private val model: String = "gpt-4.1") { // expect: model gpt-4.1 provider=openai
    private val client by lazy { OpenAI(token = System.getenv("TOKEN") ?: "") }
    private val groq = OpenAI(token = "x", host = OpenAIHost(baseUrl = GROQ)) // expect: use groq http

    suspend fun answer(question: String): String {
        val request = ChatCompletionRequest(
            model = ModelId(model),
            messages = listOf(ChatMessage.User("Answer: $question")),
        )
        // expect: flow openai model=gpt-4.1 user-content
        return client.chatCompletion(request).choices.first().message.content ?: ""
    }

    suspend fun tiered(question: String) =
        // expect: flow openai model=gpt-4o-mini user-content
        client.chatCompletion(ChatCompletionRequest(model = ModelId(pick(question.length)), messages = listOf(ChatMessage.User(question))))

    suspend fun dsl(question: String) {
        // expect: model o4-mini provider=openai ; flow openai model=o4-mini user-content
        client.chatCompletion(chatCompletionRequest { model = ModelId("o4-mini"); messages = listOf(question) })
    }

    suspend fun fast(question: String) {
        // expect: model llama-3.1-8b-instant provider=groq ; flow groq model=llama-3.1-8b-instant user-content
        groq.chatCompletion(ChatCompletionRequest(model = ModelId("llama-3.1-8b-instant"), messages = listOf(question)))
    }

    private fun pick(length: Int) = when {
        length < 100 -> Tier.SMALL.model
        else -> Tier.LARGE.model
    }

    suspend fun raw(http: HttpClient, question: String) {
        // expect: use mistral http ; endpoint https://api.mistral.ai/v1/chat/completions provider=mistral ; flow mistral user-content
        http.post("https://api.mistral.ai/v1/chat/completions") { setBody(question) }
    }

    companion object {
        const val GROQ = "https://api.groq.com/openai/v1/" // expect: endpoint https://api.groq.com/openai/v1/ provider=groq
    }
}
