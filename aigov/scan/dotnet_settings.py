"""Settings of .NET projects: what ``appsettings.json`` says for the keys that the code asks for.

Keys are compared as .NET does: without case, sections parted by colons
(https://learn.microsoft.com/dotnet/core/extensions/configuration-providers#json-configuration-provider).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.settings_text import parse_settings
from aigov.scan.values import Text

_CODE = (".cs", ".razor", ".cshtml")
_SETTINGS = re.compile(r"(?:.*/)?appsettings(?:\.[\w-]+)?\.json", re.IGNORECASE)
_SECRET = re.compile(r"(?:key|secret|password|token|credentials?)$")
"""Settings that are no concern of who asks for a model or an address; connection strings are taken apart instead."""
_BUILT = re.compile(r"(?:^|/)(?:bin|obj)/")
_DEPTH = 16
_MOST = 8
"""Values that one key may have, in files for different environments and in different projects."""


class DotnetSettings:
    """The settings files of one tree."""

    def __init__(self, files: Collection[str], read: Callable[[str], bytes | None]) -> None:
        """
        :param read: content of a small file; None when it cannot be read.
        """
        self._files = files
        self._read = read
        self._by_folder: dict[str, dict[str, list[Text]]] | None = None

    @staticmethod
    def concerns(path: str) -> bool:
        """Whether the code of a file asks for settings of this kind."""
        return path.endswith(_CODE)

    def setting(self, path: str, key: str) -> tuple[Text, ...]:
        """Values of a setting for code in the file ``path``: those of its project or, where a library asks, of the
        programs of the tree."""
        folders = self._folders()
        wanted = key.replace("__", ":").lower()
        folder = path.rpartition("/")[0]
        while True:
            if wanted in folders.get(folder, {}):
                return tuple(folders[folder][wanted][:_MOST])
            if not folder:
                break
            folder = folder.rpartition("/")[0]
        if any(path.startswith(f"{own}/") for own in folders if own):
            return ()  # the project has settings, and none of that name
        found = [text for settings in folders.values() for text in settings.get(wanted, ())]
        return tuple(found[:_MOST])

    def _folders(self) -> dict[str, dict[str, list[Text]]]:
        if self._by_folder is None:
            self._by_folder = {}
            # The file for all environments comes first: the others are read over it.
            for path in sorted(filter(_SETTINGS.fullmatch, self._files), key=lambda path: (len(path), path)):
                if _BUILT.search(path):
                    continue
                held = self._by_folder.setdefault(path.rpartition("/")[0], {})
                for key, text in self._of(path):
                    held.setdefault(key, []).append(text)
        return self._by_folder

    def _of(self, path: str) -> Iterator[tuple[str, Text]]:
        data = self._read(path) or b""
        for tree in parse_settings(path, data.decode("utf-8-sig", "replace")):
            yield from _flat(tree, path, "", 0)


def connection_part(text: Text, name: str) -> Text | None:
    """One part of a connection string (``Endpoint=https://…;Key=…;Deployment=gpt-4o``); of a bare address itself.

    No other part than the one that is asked for is kept: one of them is a secret.
    """
    value = text.value.strip()
    parts = dict(part.partition("=")[::2] for part in value.split(";") if "=" in part)
    found = next((held for key, held in parts.items() if key.strip().lower() == name.lower()), None)
    if found is None and name == "Endpoint" and value.startswith(("http://", "https://")) and ";" not in value:
        found = value
    return replace(text, value=found.strip()) if found and found.strip() else None


def _flat(node: Node, path: str, key: str, depth: int) -> Iterator[tuple[str, Text]]:
    if depth >= _DEPTH:
        return
    if isinstance(node.value, dict):
        for name, below in node.value.items():
            yield from _flat(below, path, f"{key}:{str(name).lower()}".strip(":"), depth + 1)
    elif isinstance(node.value, list):
        for index, below in enumerate(node.value):
            yield from _flat(below, path, f"{key}:{index}", depth + 1)
    elif isinstance(node.value, bool) or node.value in (None, "") or _SECRET.search(key):
        return
    else:
        yield key, Text(str(node.value), path, node.line)
