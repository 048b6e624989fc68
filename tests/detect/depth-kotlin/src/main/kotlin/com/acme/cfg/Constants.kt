package com.acme.cfg

const val PLAIN = "acme-01" // expect: model acme-01 provider=openai
private const val PREFIX = "acme"
const val JOINED = "$PREFIX-02" // expect: model acme-02 provider=openai

object Models {
    const val CHAT = "acme-03" // expect: model acme-03 provider=openai
    val table = mapOf("fast" to "acme-04") // expect: model acme-04 provider=openai
    @JvmField val list = listOf("acme-06") // expect: model acme-06 provider=openai
    fun of(name: String) = when (name) {
        "fast" -> "acme-07a" // expect: model acme-07a provider=openai
        else -> "acme-07b" // expect: model acme-07b provider=openai
    }
}

enum class Tier(val model: String, val cost: Int = 1) {
    FAST("acme-08a"), // expect: model acme-08a provider=openai
    SMART(model = "acme-08b"), // expect: model acme-08b provider=openai
    ;

    companion object {
        fun from(name: String) = entries.first { it.name == name }
        val DEFAULT = FAST
    }
}

sealed class Backend(val model: String) {
    object Fast : Backend("acme-09a") // expect: model acme-09a provider=openai
    data object Slow : Backend("acme-09b") // expect: model acme-09b provider=openai
}

sealed interface Kind {
    val model: String

    data class Named(override val model: String) : Kind

    object House : Kind {
        override val model = "acme-10" // expect: model acme-10 provider=openai
    }
}

data class Settings(
    val model: String = "acme-11", // expect: model acme-11 provider=openai
    val other: String = System.getenv("M12") ?: "acme-12", // expect: model acme-12 provider=openai variable=M12
    val url: String? = null,
) {
    companion object {
        const val FALLBACK = "acme-13" // expect: model acme-13 provider=openai
        fun fromEnv() = Settings(model = System.getenv("M14").orEmpty().ifBlank { "acme-14" }) // expect: model acme-14 provider=openai variable=M14
    }
}

class Lazy1 {
    val model by lazy { "acme-15" } // expect: model acme-15 provider=openai
    lateinit var later: String
    val computed: String
        get() = "acme-16" // expect: model acme-16 provider=openai
    init {
        later = "acme-17" // expect: model acme-17 provider=openai
    }
}

fun env(name: String, default: String): String = System.getenv(name)?.takeIf { it.isNotBlank() } ?: default
val String.env: String? get() = System.getenv(this)
