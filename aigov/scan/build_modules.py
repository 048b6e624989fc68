"""What the modules of a JVM build decide for the code in them: settings, and the provider behind a framework's client.

Spring AI's ``ChatClient`` and LangChain4j's ``ChatModel`` name no provider. The starter among the dependencies of the
module does, and where there are several, the settings choose (``spring.ai.model.chat``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from aigov.scan.facts.manifests import gradle, maven, sbt
from aigov.scan.facts.manifests.inherit import settle
from aigov.scan.facts.manifests.nodes import Node, SyntaxFault
from aigov.scan.facts.manifests.settings_text import parse_settings
from aigov.scan.files import Document
from aigov.scan.kinds import classify
from aigov.scan.scopes import scope_of
from aigov.scan.values import NotKnown, Text

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry
    from aigov.scan.facts.manifests.records import Dependencies

_BUILD_FILES = ("pom.xml", "build.gradle", "build.gradle.kts", "build.sbt")
_SETTINGS = re.compile(
    r"src/main/resources/(?:config/|META-INF/)?(?:application|bootstrap|reference|microprofile-config)"
    r"(?:-[\w-]+)?\.(?:properties|ya?ml|conf)"
)
_CHOOSING = ("spring.ai.model.chat", "quarkus.langchain4j.chat-model.provider")
_MODEL_KEY = re.compile(r"(?:model|modelname|modelid|deploymentname|chatmodelid)$")
_OTHER_MODEL = re.compile(r"embedding|image|audio|speech|transcription|moderation|rerank|scoring")
_DEPTH = 16
_HOCON = re.compile(
    r"(?P<open>[\w.\"'-]{1,120})\s*[=:]?\s*\{|(?P<key>[\w.\"'-]{1,120})\s*[=:]\s*(?P<value>\"[^\"]*\"|[^\s,{}]+(?:\{[^}]*\})?)|(?P<close>\})"
)
_HOCON_COMMENT = re.compile(r"(?:^|\s)(?:#|//).*$")
_LANGUAGES = ("java", "kotlin", "scala")


@dataclass(frozen=True, slots=True, kw_only=True)
class Configured:
    """Who answers a framework's client."""

    provider: Entry | None = None
    reason: NotKnown | None = None
    """Why nothing tells the provider; None where one is known."""


class BuildModules:
    """The modules of one tree."""

    def __init__(self, files: Collection[str], read: Callable[[str], bytes | None], catalogue: Catalogue) -> None:
        """
        :param read: content of a small file; None when it cannot be read.
        """
        self._files = files
        self._read = read
        self._catalogue = catalogue
        self._settings: dict[str, dict[str, list[Text]]] = {}
        self._configured: dict[tuple[str, str], Configured] = {}

    def setting(self, path: str, key: str) -> tuple[Text, ...]:
        """Values of a setting, for code in the file ``path``, in the order of the settings files."""
        return tuple(self._settings_of(self._module(path)).get(_plain(key), ()))

    def reaches(self, path: str, other: str) -> bool:
        """Whether the code in the file ``path`` can be given what the file ``other`` makes: both are of one module, or
        the module depends on the other's."""
        own, its = self._module(path), self._module(other)
        if own == its:
            return True
        names = {name.removeprefix("maven:") for name in self._names.get(its, ())}
        return not names.isdisjoint(self._dependencies.get(own, ()))

    def configured(self, path: str, framework: Entry) -> Configured | None:
        """Who answers a client of ``framework`` that is made in the file ``path``; None where no build decides that."""
        if classify(path).name not in _LANGUAGES:
            return None
        module = self._module(path)
        key = (module, framework.id)
        if key not in self._configured:
            self._configured[key] = self._decide(module, framework)
        return self._configured[key]

    def model(self, path: str, provider: Entry) -> Text | None:
        """The chat model that the settings of a module name for a provider; None where they name none, or several."""
        prefixes = tuple(_plain(prefix) for prefix in provider.settings)
        found = [
            text
            for key, texts in sorted(self._settings_of(self._module(path)).items())
            if key.startswith(prefixes) and prefixes and _MODEL_KEY.search(key) and not _OTHER_MODEL.search(key)
            for text in texts
            if text.value and "${" not in text.value
        ]
        return found[0] if len({text.value for text in found}) == 1 else None

    def _decide(self, module: str, framework: Entry) -> Configured:
        providers: dict[str, Entry] = {}
        for folder in self._above(module):
            for name in sorted(self._dependencies.get(folder, ())):
                entries = self._catalogue.package(f"pkg:maven/{name.replace(':', '/')}")
                if framework in entries:
                    providers.update((e.id, e) for e in entries if e.kind in ("provider", "model-host") and e.models)
            if providers:
                break  # what the parents of the build declare holds only where the module itself declares nothing
        if len(providers) > 1:
            chosen = {text.value.lower() for key in _CHOOSING for text in self.setting(f"{module}/x", key)}
            named = {id: e for id, e in providers.items() if any(_is_named(id, value) for value in chosen)}
            providers = named or providers
        if len(providers) == 1:
            return Configured(provider=next(iter(providers.values())))
        if not providers:
            return Configured(reason=NotKnown("no dependency of this module brings a provider"))
        return Configured(reason=NotKnown(f"the module brings several providers: {', '.join(sorted(providers))}"))

    # --- modules ----------------------------------------------------------------------------------------------------

    def _module(self, path: str) -> str:
        """Folder of the module that a file belongs to."""
        for folder in self._above(path.rpartition("/")[0]):
            if any(_joined(folder, name) in self._files for name in _BUILD_FILES):
                return folder
        return ""

    @staticmethod
    def _above(folder: str) -> Iterator[str]:
        """A folder and the folders above it, up to the root."""
        yield folder
        while folder:
            folder = folder.rpartition("/")[0]
            yield folder

    @cached_property
    def _names(self) -> dict[str, frozenset[str]]:
        """Folder of a build file -> the names under which other modules depend on it."""
        found: dict[str, set[str]] = {}
        for path, file in self._build_files.items():
            found.setdefault(path.rpartition("/")[0], set()).update(file.names)
        return {folder: frozenset(names) for folder, names in found.items()}

    @cached_property
    def _dependencies(self) -> dict[str, frozenset[str]]:
        """Folder of a build file -> what it declares, ``group:artifact``, tests' dependencies left out."""
        found: dict[str, set[str]] = {}
        for path, file in self._build_files.items():
            held = found.setdefault(path.rpartition("/")[0], set())
            held.update(item.name for item in file.requirements if item.scope != "test")
        return {folder: frozenset(names) for folder, names in found.items()}

    @cached_property
    def _build_files(self) -> dict[str, Dependencies]:
        """Every build file of the tree, with what it takes from others filled in."""
        read: dict[str, Dependencies] = {}
        for path in sorted(self._files):
            reader = _reader_of(path)
            data = self._read(path) if reader is not None else None
            if reader is None or data is None:
                continue
            scope = scope_of(path)
            try:
                read[path] = reader(
                    Document(path=path, kind=classify(path), scope=scope, data=data, size=len(data), candidate=True)
                )
            except SyntaxFault:
                continue  # the manifest's own reader reports it
        return settle(read)

    def _settings_of(self, module: str) -> dict[str, list[Text]]:
        if module not in self._settings:
            found: dict[str, list[Text]] = {}
            prefix = f"{module}/" if module else ""
            for path in sorted(self._files):
                if path.startswith(prefix) and _SETTINGS.fullmatch(path[len(prefix) :]):
                    data = self._read(path)
                    for key, value, line in _read_settings(path, (data or b"").decode("utf-8", "replace")):
                        found.setdefault(key, []).append(Text(value, path, line))
            self._settings[module] = found
        return self._settings[module]


def _reader_of(path: str) -> Callable[[Document], Dependencies] | None:
    """The reader of a build file, or of what build files inherit from."""
    name = path.rpartition("/")[2]
    if name == "pom.xml":
        return maven.read
    if name == "build.sbt":
        return sbt.read
    if gradle.wants_script(path):
        return gradle.read_script
    if gradle.wants_catalogue(path):
        return gradle.read_catalogue
    return gradle.read_properties if gradle.wants_properties(path) else None


def _read_settings(path: str, text: str) -> Iterator[tuple[str, str, int]]:
    """Keys as relaxed binding compares them, values and lines of one settings file."""
    if path.endswith(".conf"):
        yield from _hocon(text)
        return
    for tree in parse_settings(path, text):
        yield from _flat(tree, "", 0)


def _hocon(text: str) -> Iterator[tuple[str, str, int]]:
    """Typesafe configuration as far as one setting stands on a line
    (https://github.com/lightbend/config/blob/main/HOCON.md)."""
    around: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        for found in _HOCON.finditer(_HOCON_COMMENT.sub("", line)):
            if found["close"]:
                around = around[:-1]
            elif found["open"] is not None and len(around) < _DEPTH:
                around.append(found["open"].strip("\"'"))
            elif found["key"] and not found["value"].startswith("${"):
                key = ".".join((*around, found["key"].strip("\"'")))
                yield _plain(key), found["value"].strip("\"'"), number


def _flat(node: Node, key: str, depth: int) -> Iterator[tuple[str, str, int]]:
    if isinstance(node.value, dict) and depth < _DEPTH:
        for name, below in node.value.items():
            yield from _flat(below, f"{key}.{_plain(str(name))}".strip("."), depth + 1)
    elif isinstance(node.value, (str, int, float)) and not isinstance(node.value, bool):
        yield key, str(node.value), node.line


def _is_named(id: str, value: str) -> bool:
    """Whether a setting names an entry, as frameworks spell them: ``azure-openai``, ``bedrock-converse``."""
    own, its = _plain(id).replace("-", ""), _plain(value)
    return own == its or its.startswith(own) or own.endswith(its) or any(part in its for part in id.split("-")[1:])


def _plain(key: str) -> str:
    """A key as Spring's relaxed binding compares it."""
    return key.replace("-", "").replace("_", "").lower()


def _joined(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name
