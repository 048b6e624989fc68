"""Poetry's version language (https://python-poetry.org/docs/dependency-specification/), as far as exactness goes."""

from __future__ import annotations

import re

_EXACT = re.compile(r"={0,3}\s*v?(\d[\w.!+-]*)")


def exact_poetry_version(constraint: str) -> str | None:
    """The one version that ``constraint`` allows: a bare ``1.2.3`` is exact in Poetry, and so is ``==1.2.3``."""
    found = _EXACT.fullmatch(constraint.strip())
    return found[1] if found and "*" not in constraint else None
