package acme

import cats.effect.IO
import dev.langchain4j.model.openai.OpenAiChatModel  // expect: use langchain4j import; use openai import
import org.http4s.HttpRoutes
import org.http4s.dsl.io._

class Service {
  // expect: model gpt-4o provider=openai
  private val chat = OpenAiChatModel.builder().modelName("gpt-4o").build()

  val routes = HttpRoutes.of[IO] {
    case GET -> Root / "chat" / "history" => Ok("none")
    case request @ POST -> Root / "chat" / LongVar(id) =>  // expect: surface chat route http route=/chat
      request.as[String].flatMap { text => Ok(chat.chat(text)) }  // expect: flow openai user-content
    case request @ POST -> Root / "summary" =>
      request.as[String].flatMap { text => Ok(chat.chat(text)) }  // expect: flow openai user-content
  }
}
