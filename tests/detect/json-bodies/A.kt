// expect: model gpt-4.1-nano provider=openai
val body = """
{
  "model": "gpt-4.1-nano",
  "messages": []
}
""".trimIndent()
fun same(text: String) = text == """{"model": "gpt-4.1"}""" // ok: compared
