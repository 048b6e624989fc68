package acme

import org.apache.pekko.http.scaladsl.server.Directives._
import dev.langchain4j.model.openai.OpenAiChatModel  // expect: use langchain4j import; use openai import

class Routes {
  // expect: model gpt-4o-mini provider=openai
  private val chat = OpenAiChatModel.builder().modelName("gpt-4o-mini").build()

  def answer(text: String) = chat.chat(text)  // expect: flow openai user-content

  val routes = pathPrefix("desk") {
    path("chat" / Segment) { id =>  // expect: surface chat route http route=/desk/chat
      post { entity(as[Question]) { question => complete(answer(question.text)) } }
    } ~
    path("messages") {
      get { complete("none") }
    } ~
    path("letters") {
      post { entity(as[Letter]) { letter => complete(answer(letter.text)) } }
    }
  }
}
