from support_desk.redaction import redact


def test_personal_data_leaves_no_trace_and_comes_back() -> None:
    text = "Ada Byron (ada@example.org, +49 30 1234567) asks about SD-204811. Ada paid by card 4111 1111 1111 1111."
    redacted = redact(text, names=("Ada", "Byron"))
    for secret in ("Ada", "Byron", "example.org", "1234567", "SD-204811", "4111"):
        assert secret not in redacted.text
    assert redacted.restore(redacted.text) == text


def test_one_value_has_one_placeholder() -> None:
    assert redact("a@example.org, again a@example.org").text == "[EMAIL_1], again [EMAIL_1]"
