package acme

import dev.langchain4j.model.openai.OpenAiChatModel  // expect: use langchain4j import; use openai import
import play.api.mvc._

class ChatController(cc: ControllerComponents) extends AbstractController(cc) {
  // expect: model gpt-4o-mini provider=openai
  private val chat = OpenAiChatModel.builder().modelName("gpt-4o-mini").build()

  // expect: flow openai user-content; surface chat route http route=/chat/send
  def send = Action { request => Ok(chat.chat(request.body.asText.get)) }
}

class Letters {
  private val chat = OpenAiChatModel.builder().modelName("gpt-4o-mini").build()

  def chatAbout(text: String) = chat.chat(text)  // expect: flow openai user-content
}
