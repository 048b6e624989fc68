package app
import io.ktor.server.routing.*
import com.aallam.openai.client.OpenAI  // expect: use openai import
import com.aallam.openai.api.chat.*
val openAI = OpenAI("k")
fun Application.module() {
  routing {
    route("/api") {
      post("/chat") {  // expect: surface chat route http asks=ktor/App.kt:10 route=/api/chat
        val r = openAI.chatCompletion(ChatCompletionRequest(model = ModelId("gpt-4o"), messages = listOf(ChatMessage(role = ChatRole.User, content = call.receiveText()))))  // expect: flow openai unresolved; model gpt-4o provider=openai
        call.respondText(r.choices[0].message.content!!)
      }
      get("/messages") { call.respondText("ok") }
    }
    webSocket("/live") { send(answer("x")) }  // expect: surface chat route websocket asks=ktor/App.kt:18 route=/live
  }
}
suspend fun answer(t: String) = openAI.chatCompletion(ChatCompletionRequest(ModelId("gpt-4o"), listOf(ChatMessage(ChatRole.User, t)))).choices[0].message.content
