"""How catalogue names match names found in source: modules, packages, hosts, images, variables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import unquote

SEPARATORS = {
    "python": ".",
    "javascript": "/",
    "go": "/",
    "java": ".",
    "kotlin": ".",
    "scala": ".",
    "csharp": ".",
    "ruby": "/",
    "rust": "::",
    "php": "\\",
    "swift": ".",
    "dart": "/",
    "elixir": ".",
}
"""What parts a module name, by language family. Kotlin and Scala import Java packages: see ``family``."""

_JVM = frozenset({"java", "kotlin", "scala"})
_BUNDLED = re.compile(
    r"(?:NEXT_PUBLIC|NUXT_PUBLIC|NUXT|VITE|REACT_APP|EXPO_PUBLIC|GATSBY|VUE_APP|NG_APP|PUBLIC)_(?=[A-Z0-9]+_)"
)
"""What bundlers ask for before a variable that they put into the page."""
_OWN_ENDS = ("_API_KEY", "_API_BASE", "_BASE_URL", "_ENDPOINT")
_WORDS_TOO = frozenset(
    """empower lambda chutes featherless fireworks hyperbolic inception replicate stability synthetic together writer
    galileo boundary phoenix upstage""".upper().split()
)
"""Vendors whose names are words: a program's own name may end with one (``AWS_LAMBDA_API_KEY``)."""
_SHORTEST_NAME = 6
_BEGINS_WITH_MODULE = frozenset({"python", "java", "csharp", "php", "rust"})


def family(language: str) -> str:
    """The language under which the catalogue keeps names: TypeScript under ``javascript``, Kotlin under ``java``."""
    if language in _JVM:
        return "java"
    return "javascript" if language in {"typescript", "tsx", "jsx"} else language


def parents(module: str, language: str) -> Iterator[str]:
    """``a.b.c``, ``a.b``, ``a``: the module and everything above it, longest first."""
    separator = SEPARATORS.get(language, ".")
    if language == "ruby" and "::" in module:
        separator = "::"  # a constant, not what is required: Aws::BedrockRuntime, aws-sdk-bedrockruntime
    while module:
        yield module
        module = module.rpartition(separator)[0]


def joined(module: str, name: str | None, language: str) -> str:
    """The module with the imported name, where the language lets a name be a module (``from google import genai``)."""
    if name and family(language) in _BEGINS_WITH_MODULE:
        return f"{module}{SEPARATORS[family(language)]}{name}"
    return module


def name_in(name: str, patterns: Iterable[str]) -> bool:
    """Whether a pattern is the name, or ends in ``*`` and begins it."""
    return any(name.startswith(p[:-1]) if p.endswith("*") else name == p for p in patterns)


def package_key(purl: str) -> str:
    """A purl in the form that is compared: no version, qualifiers or subpath, names as their registry compares them.

    PyPI names are lower-case with ``-`` (PEP 503); NuGet, Composer and Swift names lower-case; Go loses ``/v2``.
    """
    key = unquote(purl.partition("#")[0].partition("?")[0])
    head, slash, tail = key.rpartition("/")
    key = head + slash + (tail.partition("@")[0] if not tail.startswith("@") else tail)
    kind = key.partition("/")[0]
    if kind == "pkg:pypi":
        return re.sub(r"[-_.]+", "-", key.lower())
    if kind in {"pkg:nuget", "pkg:composer", "pkg:golang", "pkg:github", "pkg:npm", "pkg:swift"}:
        key = key.lower()
    return re.sub(r"/v\d+$", "", key) if kind == "pkg:golang" else key


@cache
def host_regex(pattern: str) -> re.Pattern[str]:
    """Compiled host pattern: ``*.`` is one or more labels, ``<word>`` one label or a part of one."""
    parts = re.split(r"(\*\.|<[^>]+>)", pattern.lower())
    body = (r"(?:[^.]+\.)+" if p == "*." else r"[a-z0-9-]+" if p.startswith("<") else re.escape(p) for p in parts if p)
    return re.compile("".join(body))


def image_name(image: str) -> str:
    """A container image without tag, digest and the registry that Docker takes by default."""
    name = image.strip().partition("@")[0]
    head, slash, tail = name.rpartition("/")
    name = (head + slash + tail.partition(":")[0]).lower()
    for default in ("docker.io/", "index.docker.io/", "registry-1.docker.io/"):
        name = name.removeprefix(default)
    return name.removeprefix("library/")


def unbundled(name: str) -> str:
    """An environment variable without what a bundler puts before it (``NEXT_PUBLIC_OLLAMA_URL``), or a program that
    hides it from a library (``_OPENAI_API_KEY``)."""
    return _BUNDLED.sub("", name.lstrip("_"), count=1) if "_" in name else name


def own_spellings(name: str) -> Iterator[str]:
    """What an environment variable may be without a program's own name before it, longest first:
    ``RAG_AZURE_OPENAI_API_KEY`` is ``AZURE_OPENAI_API_KEY``. Only full names of keys and addresses are."""
    if name.endswith(_OWN_ENDS):
        words = name.split("_")
        for start in range(1, len(words) - 2):
            telling = len(words[start]) >= _SHORTEST_NAME and words[start] not in _WORDS_TOO
            if telling or words[start : start + 2] == ["AZURE", "OPENAI"]:
                yield "_".join(words[start:])
