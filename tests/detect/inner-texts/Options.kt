package com.acme

import org.springframework.beans.factory.annotation.Value

class Options(
    @Value("\${assistant.model:claude-3-5-haiku-20241022}") val model: String, // expect: model claude-3-5-haiku-20241022 provider=anthropic
    @Value("\${assistant.limit:20}") val limit: Int, // ok: a number
)
