package com.acme

import dev.langchain4j.model.openai.{OpenAiChatModel, OpenAiEmbeddingModel => Embeddings} // expect: use langchain4j import ; use openai import
import dev.langchain4j.model.anthropic._ // expect: use anthropic import

case class Settings(model: String = "gpt-4o-mini", temperature: Double = 0.2) // expect: model gpt-4o-mini provider=openai

object Models {
  val Table = Map("draft" -> "claude-3-5-haiku-20241022") // expect: model claude-3-5-haiku-20241022 provider=anthropic
}

class Answers(settings: Settings = Settings()) {
  private lazy val chat = OpenAiChatModel
    .builder()
    .modelName(settings.model)
    .build()

  private val claude = AnthropicChatModel.builder().modelName(Models.Table("draft")).build()

  def answer(question: String): String =
    chat.chat(s"Answer: $question") // expect: flow openai model=gpt-4o-mini user-content

  def draft(question: String): String = {
    // expect: flow anthropic model=claude-3-5-haiku-20241022 user-content
    claude.chat(question)
  }

  def embed(ticketText: String) = {
    // expect: model text-embedding-3-small provider=openai variable=EMB
    val model = Embeddings.builder().modelName(sys.env.getOrElse("EMB", "text-embedding-3-small")).build()
    model.embed(ticketText) // expect: flow openai model=text-embedding-3-small user-content
  }
}
