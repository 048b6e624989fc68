package app

import com.aallam.openai.client.OpenAI // expect: use openai import

class Ends {
    val first: String get() = "gpt-4o" // expect: model gpt-4o provider=openai
    fun given(model: String = "gpt-4o-mini"): String { // expect: model gpt-4o-mini provider=openai
        return "gpt-4.1" // expect: model gpt-4.1 provider=openai
    }
    fun short() = "gpt-4.1-nano" // expect: model gpt-4.1-nano provider=openai
    fun known(model: String) = model.startsWith("gpt-4-turbo") // ok: a beginning
}
