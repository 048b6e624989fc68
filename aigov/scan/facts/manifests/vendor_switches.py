"""Variables that switch a vendor on or off: ``USE_OPENAI=true``, ``ENABLE_AWS_BEDROCK=false``, ``DISABLE_OLLAMA=1``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aigov.catalogue.settings_keys import settings_keys, squashed, words_of

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry

_SWITCH = re.compile(
    r"(?:\w+_)??(?:(?P<verb>USE|ENABLE|DISABLE|WITH)_(?P<after>[A-Z]\w*?)|(?P<before>[A-Z]\w*?)_(?P<state>ENABLED?|DISABLED?))"
)
_WORTHLESS = re.compile(r"_(?:API|LLMS?|MODELS?|PROVIDER|CHAT|EMBEDDINGS?|INFERENCE|BACKEND)$")
"""What a name may end with that tells nothing of the vendor."""
_ON = frozenset(("1", "true", "yes", "on", "enabled", "y", "t"))
_OFF = frozenset(("0", "false", "no", "off", "disabled", "n", "f"))
_LONGEST = 60


def switched(catalogue: Catalogue, name: str, value: str, *, company: bool) -> tuple[Entry, bool] | None:
    """The vendor that a variable switches, and whether it is on; None where it switches none.

    :param company: whether what stands around is about AI, so that an ordinary word that is a vendor's name, too, is.
    """
    state = value.strip().lower()
    found = _SWITCH.fullmatch(name.upper()) if len(name) <= _LONGEST and state in _ON | _OFF else None
    if found is None:
        return None
    entry = _vendor(catalogue, found["after"] or found["before"], company)
    inverted = (found["verb"] or found["state"]).startswith("DISABLE")
    return (entry, (state in _ON) != inverted) if entry is not None else None


def _vendor(catalogue: Catalogue, words: str, company: bool) -> Entry | None:
    while words:
        entry = settings_keys(catalogue).named(words)
        if entry is not None:
            own = squashed(words) == squashed(entry.id)
            return entry if company or (own and _tells(entry.id)) else None
        shorter = _WORTHLESS.sub("", words)
        if shorter == words:
            return None
        words = shorter
    return None


def _tells(id: str) -> bool:
    """Whether a vendor's name is no ordinary word: ``aws-bedrock``, ``openai``, not ``writer``."""
    parts = words_of(id)
    return len(parts) > 1 or id.endswith("ai") or id in _KNOWN


_KNOWN = frozenset(("anthropic", "ollama", "vllm", "deepseek", "groq", "huggingface", "openrouter", "lmstudio"))
"""One-word names that nothing else bears."""
