package com.acme

import org.springframework.ai.chat.client.ChatClient // expect: use spring-ai import
import org.springframework.beans.factory.annotation.Value
import org.springframework.stereotype.Service

@Service
class Service(
    builder: ChatClient.Builder,
    @Value("\${acme.tone:polite}") private val tone: String,
) {
    private val chatClient = builder.build()

    fun reply(question: String): String? =
        // expect: flow anthropic user-content
        chatClient.prompt().system("Be $tone").user(question).call().content()
}

// A class of our own with a vendor's name: its package is ours.
class OpenAI(val model: String)

val own = OpenAI("our-model") // ok
