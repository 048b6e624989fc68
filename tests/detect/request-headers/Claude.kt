class Claude(private val http: HttpClient, private val address: String) {
    suspend fun ask(text: String) = http.post(address) {
        headers {
            append("anthropic-version", "2023-06-01") // expect: use anthropic http
            append("x-request-id", "1")
        }
        setBody(text)
    }
}
