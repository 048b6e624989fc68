package com.acme

import dev.langchain4j.model.openai.OpenAiChatModel // expect: use openai import ; use langchain4j import

object Models {
  val Plain = "acme-01" // expect: model acme-01 provider=openai
  final val Joined = s"acme-${2}" // expect: model acme-2 provider=openai
  val Table = Map("fast" -> "acme-03") // expect: model acme-03 provider=openai
  def of(name: String): String = name match {
    case "fast" => "acme-04a" // expect: model acme-04a provider=openai
    case _ => "acme-04b" // expect: model acme-04b provider=openai
  }
}

sealed abstract class Tier(val model: String)

class Cells {
  def all(name: String): Unit = {
    OpenAiChatModel.builder().modelName(Models.Plain).build()
    OpenAiChatModel.builder().modelName(Models.Joined).build()
    OpenAiChatModel.builder().modelName(Models.Table.getOrElse(name, "acme-06")).build() // expect: model acme-06 provider=openai
    OpenAiChatModel.builder().modelName(Models.of(name)).build()
    OpenAiChatModel.builder().modelName(sys.env.getOrElse("M07", "acme-07")).build() // expect: model acme-07 provider=openai variable=M07
    OpenAiChatModel.builder().modelName(Option(System.getenv("M08")).getOrElse("acme-08")).build() // expect: model acme-08 provider=openai variable=M08
    OpenAiChatModel.builder().modelName(sys.env.get("M09").filter(_.nonEmpty).getOrElse("acme-09")).build() // expect: model acme-09 provider=openai variable=M09
    OpenAiChatModel.builder().modelName(List("acme", "10").mkString("-")).build() // expect: model acme-10 provider=openai
    OpenAiChatModel.builder().modelName("acme-%d".format(11)).build() // expect: model acme-11 provider=openai
    OpenAiChatModel.builder().modelName(Seq("acme-12").head).build() // expect: model acme-12 provider=openai
    OpenAiChatModel.builder().modelName(if (name.isEmpty) "acme-13a" else "acme-13b").build() // expect: model acme-13a provider=openai ; model acme-13b provider=openai
    OpenAiChatModel.builder().modelName(sys.env("M14")).build() // expect: unresolved model openai variable=M14
    OpenAiChatModel.builder().modelName("ACME-15".toLowerCase).build() // expect: model acme-15 provider=openai
  }
}
