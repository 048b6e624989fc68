from datetime import UTC, datetime, timedelta

from shop.models import Review
from shop.reviews import rank, score

NOW = datetime(2026, 11, 1, tzinfo=UTC)


def review(stars: int, text: str, days_ago: int) -> Review:
    return Review(score=stars, text=text, written_at=NOW - timedelta(days=days_ago))


def test_score_is_the_mean_of_the_stars() -> None:
    assert score([review(5, "", 1), review(4, "", 1)]) == 4.5
    assert score([]) is None


def test_recent_reviews_come_first() -> None:
    old, new = review(5, "a very long story about a locomotive", 400), review(3, "fine", 2)
    assert rank([old, new], now=NOW) == [new, old]
