"""What the catalogue does not list and whose name says AI, as a gap of the coverage."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from aigov.catalogue.patterns import package_key
from aigov.model import Coverage, Unlisted


def with_unlisted(
    coverage: Coverage, rows: Iterable[Unlisted], own: Collection[str], not_ai: Collection[str]
) -> Coverage:
    """The coverage with the packages that nobody can tell what they are.

    :param own: purls of packages that the tree itself publishes, which are read as its code.
    :param not_ai: purls of packages that the user says are no AI; those that are met are listed, so that a reader of
        the AI-BOM sees whose word it is.
    """
    settled = {package_key(purl) for purl in not_ai}
    others = [row for row in rows if row.package not in own]
    return replace(
        coverage,
        unlisted=tuple(row for row in others if package_key(row.package) not in settled),
        not_ai=tuple(sorted({row.package for row in others if package_key(row.package) in settled})),
    )
