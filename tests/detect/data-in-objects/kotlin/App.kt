package acme

suspend fun one(user: User) {
    val row = Row(user.email, user.iban)
    ask(row.text)
}

suspend fun two(user: User) {
    val item = Item(user.iban)
    sumUp(item.text)
}

suspend fun three(user: User) {
    explain(Row(user.email, user.diagnosis))
}
