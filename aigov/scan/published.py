"""Models by the names under which their makers publish them: ``Qwen/Qwen3-32B``, ``meta-llama/llama-4-scout:free``.

Such a text is a model wherever it stands. Who serves it, only the rest of the tree tells (``Rows.settle``): a host of
models that it uses, else the hub on which open weights lie.
"""

from __future__ import annotations

import re
from functools import lru_cache

from aigov.catalogue import Catalogue
from aigov.catalogue.entry import Entry
from aigov.catalogue.tokens import necessary_literals

HUB = "huggingface"
VARIANT = re.compile(r":(?:free|beta|thinking|extended|online|nitro|floor|exacto)$")
"""What gateways put behind an id: how it is served (https://openrouter.ai/docs/guides/routing/model-variants/free)."""

_ROUTE = re.compile(
    r"(?!(?:.*[-_])?(?:models?|checkpoints?|ckpts?|weights|outputs?|results?|runs|logs|cache|data|datasets?|downloads?|tmp|temp|mnt"
    r"|opt|srv|var|usr|home|root|workspace|src|lib|assets|public|static|resolve|tree|blob|api|repos?|docs?|images?|v\d)$)"
    r"[A-Za-z][A-Za-z0-9_-]{1,30}",
    re.IGNORECASE,
)


@lru_cache(maxsize=4)
def _form(catalogue: Catalogue) -> tuple[Entry | None, re.Pattern[str]]:
    hub = catalogue.get(HUB)
    forms = [pattern.regex for pattern in hub.models if pattern.published] if hub is not None else []
    return hub, re.compile("|".join(forms) or "(?!)")


def is_published(catalogue: Catalogue, value: str) -> bool:
    """Whether a text is the name under which somebody publishes a model."""
    return _form(catalogue)[1].fullmatch(value) is not None


def is_routed(catalogue: Catalogue, value: str) -> bool:
    """Whether a text is such a name behind a route of whoever serves it: ``Pro/BAAI/bge-m3``, ``acme/Qwen/Qwen3-8B``.

    Folders and hosts have names behind them, too: ``models/Qwen/Qwen3-8B`` is where a copy lies.
    """
    route, slash, rest = value.partition("/")
    return bool(slash) and _ROUTE.fullmatch(route) is not None and is_published(catalogue, rest)


def published_at(catalogue: Catalogue, value: str) -> Entry | None:
    """The hub where a model lies, if a text is the name under which it is published."""
    hub, form = _form(catalogue)
    return hub if form.fullmatch(value) else None


def published_tokens(catalogue: Catalogue) -> tuple[bytes, ...]:
    """Of which every such name holds one, in small letters."""
    hub = catalogue.get(HUB)
    patterns = [pattern.regex for pattern in hub.models if pattern.published] if hub is not None else []
    return tuple(sorted({token.encode() for regex in patterns for token in necessary_literals(regex)}))
