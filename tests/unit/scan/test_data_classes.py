"""Classes of data told from names."""

from __future__ import annotations

import pytest

from aigov.scan.data_classes import classes_of, words_of


@pytest.mark.parametrize(
    ("name", "classes"),
    [
        ("customer_email", ("personal",)),
        ("customerEmail", ("personal",)),
        ("first_name", ("personal",)),
        ("dateOfBirth", ("personal",)),
        ("diagnoses", ("special-category",)),
        ("patient_notes", ("special-category", "user-content")),
        ("iban", ("financial",)),
        ("cardNumber", ("financial",)),
        ("user_password", ("secret",)),
        ("api_key", ("secret",)),
        ("question", ("user-content",)),
        ("ticketBody", ("user-content",)),
        ("messages", ("user-content",)),
        # words that make something else of it
        ("message_count", ()),
        ("document_id", ()),
        ("max_tokens", ()),
        ("prompt_template", ()),
        ("emailClient", ()),
        # words that only look alike
        ("emailed", ()),
        ("trace", ()),
        ("health_check_url", ("special-category",)),
        ("x", ()),
        ("", ()),
    ],
)
def test_classes(name: str, classes: tuple[str, ...]) -> None:
    assert classes_of(name) == classes


def test_words() -> None:
    assert words_of("parseHTTPResponse_v2") == ["parse", "http", "response", "v", "2"]
