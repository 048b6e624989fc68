"""Where persons meet what models make: chats, and media that are generated. Part of the inventory (model.py)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from aigov.terms import Scope, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """One place at which persons talk with a model, or at which a model makes media for them."""

    file: str
    line: int
    what: Literal["chat", "image", "audio", "video"]
    how: Literal["component", "bot", "route", "call"]
    """``component``: of a user interface that is a chat; ``bot``: a handler of messages of a messenger; ``route``: an
    address of the app's own server; ``call``: of a service that makes media."""
    name: str
    """Id of the interface, the messenger or the web framework in ``surfaces.toml``; of a call the catalogue slug of
    whom it reaches."""
    scope: Scope
    symbol: str
    """What is imported, called or decorated, as the source spells it."""
    route: str | None = None
    """Address of a route, as far as the source spells it."""
    model: str | None = None
    """Of a call, the model, where it is known."""
    asks: Step | None = None
    """Of a bot or route, the call of a model that it is seen to reach; None where only the file does, or where a
    component leaves that to the server."""
    weak: bool | None = None
    """True where a person may as well be at the other end: no call of a model is seen behind it."""
    cell: int | None = None
    """Number of the notebook's cell, 1-based, all cells counted; None in other files."""
