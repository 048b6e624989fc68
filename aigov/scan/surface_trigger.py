"""What binds a function to what has it run: the rows that are read from templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """What has a function run."""

    how: Literal["http", "websocket", "other"]
    """``other``: a queue, a clock, an event of the cloud's own."""
    route: str = ""
    """The address; empty where the template does not spell it."""
    label: str = ""
    """What the template calls the function."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handler:
    """The function that a template names."""

    stem: str
    """Path of the file without its ending; of a class its name."""
    function: str
    others: frozenset[str] = frozenset()
    """Paths that the same spelling may as well mean."""
    exact: bool = True
    """Whether the paths are whole; else they are the end of one."""

    def fits(self, stem: str, ending: str) -> bool:
        """Whether it stands in the file of this path."""
        if self.exact:
            return stem in self.others or (ending in ("ts", "js", "mjs", "tsx") and stem == f"{self.stem}/index")
        return any(stem == place or stem.endswith(f"/{place}") for place in (self.stem, *self.others))
