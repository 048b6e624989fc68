"""Reviews: the mean score, and which reviews are shown first."""

from datetime import UTC, datetime, timedelta
from statistics import fmean

from shop.models import Review

RECENT = timedelta(days=180)


def score(reviews: list[Review]) -> float | None:
    """Mean of the stars, 1 to 5; None without reviews."""
    return round(fmean(review.score for review in reviews), 1) if reviews else None


def rank(reviews: list[Review], *, now: datetime | None = None) -> list[Review]:
    """Recent reviews first, longer ones before shorter ones."""
    now = now or datetime.now(UTC)
    return sorted(reviews, key=lambda review: (now - review.written_at > RECENT, -len(review.text)))
