import pytest

from support_desk.tickets import Draft, NotApproved


def test_a_proposed_draft_is_not_sent() -> None:
    with pytest.raises(NotApproved):
        Draft(1, 1, "Dear customer", "gpt-5.1-2025-11-13").require_approval()


def test_an_approved_draft_is_sent() -> None:
    Draft(1, 1, "Dear customer", "gpt-5.1-2025-11-13").decide(approve=True, by="mira").require_approval()
