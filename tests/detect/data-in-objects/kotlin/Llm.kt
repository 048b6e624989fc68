package acme

import com.aallam.openai.api.chat.ChatCompletionRequest  // expect: use openai import
import com.aallam.openai.api.chat.ChatMessage
import com.aallam.openai.client.OpenAI

val client = OpenAI("k")

data class Row(val text: String, val other: String)

class Item(given: String) {
    val text = given
}

// expect: flow openai personal,user-content
suspend fun ask(q: String) = client.chatCompletion(ChatCompletionRequest(messages = listOf(ChatMessage(content = q))))

// expect: flow openai financial,user-content
suspend fun sumUp(q: String) = client.chatCompletion(ChatCompletionRequest(messages = listOf(ChatMessage(content = q))))

suspend fun explain(row: Row) =
    // expect: flow openai special-category
    client.chatCompletion(ChatCompletionRequest(messages = listOf(ChatMessage(content = row.other))))
