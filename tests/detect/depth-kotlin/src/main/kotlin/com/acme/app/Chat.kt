package com.acme.app

import com.acme.cfg.*
import com.acme.cfg.Models.CHAT
import com.acme.cfg.Settings.Companion.FALLBACK
import com.acme.cfg.JOINED as TOGETHER
import dev.langchain4j.model.openai.OpenAiChatModel // expect: use openai import ; use langchain4j import


fun constants(tier: Tier, name: String, backend: Backend) {
    OpenAiChatModel.builder().modelName(PLAIN)
    OpenAiChatModel.builder().modelName(TOGETHER)
    OpenAiChatModel.builder().modelName(CHAT)
    OpenAiChatModel.builder().modelName(Models.table[name] ?: error("no"))
    OpenAiChatModel.builder().modelName(Models.list.first())
    OpenAiChatModel.builder().modelName(Models.of(name))
    OpenAiChatModel.builder().modelName(tier.model)
    OpenAiChatModel.builder().modelName(Tier.from(name).model)
    OpenAiChatModel.builder().modelName(Tier.DEFAULT.model)
    OpenAiChatModel.builder().modelName(backend.model)
    OpenAiChatModel.builder().modelName(Backend.Fast.model)
    OpenAiChatModel.builder().modelName(Kind.House.model)
    OpenAiChatModel.builder().modelName(Kind.Named("acme-18").model) // expect: model acme-18 provider=openai
}

fun settings() {
    OpenAiChatModel.builder().modelName(Settings().model)
    OpenAiChatModel.builder().modelName(Settings().other)
    OpenAiChatModel.builder().modelName(FALLBACK)
    OpenAiChatModel.builder().modelName(Settings.fromEnv().model)
    OpenAiChatModel.builder().modelName(Lazy1().model)
    OpenAiChatModel.builder().modelName(Lazy1().later)
    OpenAiChatModel.builder().modelName(Lazy1().computed)
    val (m, _) = Settings(model = "acme-20") // expect: model acme-20 provider=openai
    OpenAiChatModel.builder().modelName(m)
}

fun environment(args: Array<String>) {
    OpenAiChatModel.builder().modelName(System.getenv("M21") ?: "acme-21") // expect: model acme-21 provider=openai variable=M21
    OpenAiChatModel.builder().modelName(System.getenv()["M22"] ?: "acme-22") // expect: model acme-22 provider=openai variable=M22
    OpenAiChatModel.builder().modelName(System.getenv().getOrDefault("M23", "acme-23")) // expect: model acme-23 provider=openai variable=M23
    OpenAiChatModel.builder().modelName(System.getenv().getOrElse("M24") { "acme-24" }) // expect: model acme-24 provider=openai variable=M24
    OpenAiChatModel.builder().modelName(env("M25", "acme-25")) // expect: model acme-25 provider=openai variable=M25
    OpenAiChatModel.builder().modelName(System.getenv("M26")?.takeUnless { it.isBlank() } ?: "acme-26") // expect: model acme-26 provider=openai variable=M26
    OpenAiChatModel.builder().modelName(if (System.getenv("M28") != null) System.getenv("M28") else "acme-28") // expect: model acme-28 provider=openai variable=M28
    OpenAiChatModel.builder().modelName(args.getOrNull(0) ?: "acme-30") // expect: model acme-30 provider=openai
    OpenAiChatModel.builder().modelName(runCatching { System.getenv("M32") }.getOrNull() ?: "acme-32") // expect: model acme-32 provider=openai variable=M32
    OpenAiChatModel.builder().modelName(runCatching { System.getenv("M33")!! }.getOrDefault("acme-33")) // expect: model acme-33 provider=openai variable=M33
    OpenAiChatModel.builder().modelName(System.getenv("M34")) // expect: unresolved model openai variable=M34
    val m = System.getenv("M35") ?: run { "acme-35" } // expect: model acme-35 provider=openai variable=M35
    OpenAiChatModel.builder().modelName(m)
}

fun texts(q: String) {
    val size = 36
    OpenAiChatModel.builder().modelName("acme-$size") // expect: model acme-36 provider=openai
    OpenAiChatModel.builder().modelName("acme-${"37".trim()}") // expect: model acme-37 provider=openai
    OpenAiChatModel.builder().modelName("acme-%d".format(38)) // expect: model acme-38 provider=openai
    OpenAiChatModel.builder().modelName("acme" + "-" + "39") // expect: model acme-39 provider=openai
    OpenAiChatModel.builder().modelName(listOf("acme", "41").joinToString("-")) // expect: model acme-41 provider=openai
    OpenAiChatModel.builder().modelName("ACME-42".lowercase()) // expect: model acme-42 provider=openai
    OpenAiChatModel.builder().modelName("acme-43/".removeSuffix("/")) // expect: model acme-43 provider=openai
}

class Wrapper(private val model: String = "acme-45") { // expect: model acme-45 provider=openai
    fun client() = OpenAiChatModel.builder().modelName(model)
}

class Wired(private val settings: Settings = Settings("acme-46")) { // expect: model acme-46 provider=openai
    private val client = OpenAiChatModel.builder().modelName(settings.model).build()

    fun reply(q: String) = client.chat(q) // expect: flow openai unresolved
}

interface Chooser { val model: String }

class House : Chooser { override val model = "acme-47" } // expect: model acme-47 provider=openai

class ByInterface(private val chooser: Chooser) {
    fun client() = OpenAiChatModel.builder().modelName(chooser.model)
}

fun build(block: Config.() -> Unit) = Config().apply(block)

class Config {
    var model: String = "acme-48a" // expect: model acme-48a provider=openai
}

fun dsl() {
    val config = build {
        model = "acme-48" // expect: model acme-48 provider=openai
    }
    OpenAiChatModel.builder().modelName(config.model)
    with(Settings("acme-49")) { OpenAiChatModel.builder().modelName(model) } // expect: model acme-49 provider=openai
    Settings("acme-50").let { OpenAiChatModel.builder().modelName(it.model) } // expect: model acme-50 provider=openai
    Settings("acme-51").run { OpenAiChatModel.builder().modelName(model) } // expect: model acme-51 provider=openai
    "acme-52".also { OpenAiChatModel.builder().modelName(it) } // expect: model acme-52 provider=openai
    listOf("acme-53a", "acme-53b").map { OpenAiChatModel.builder().modelName(it) } // expect: model acme-53a provider=openai ; model acme-53b provider=openai
    for (m in setOf("acme-54")) OpenAiChatModel.builder().modelName(m) // expect: model acme-54 provider=openai
    val pick: (String) -> String = { if (it == "x") "acme-55a" else "acme-55b" } // expect: model acme-55a provider=openai ; model acme-55b provider=openai
    OpenAiChatModel.builder().modelName(pick("x"))
}
