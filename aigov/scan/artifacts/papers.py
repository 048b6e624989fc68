"""What stands beside a model file: ``config.json``, ``adapter_config.json``, the model card.

https://huggingface.co/docs/hub/model-cards: the front matter of ``README.md`` holds licence and base model.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from aigov.scan.artifacts.header import Header, shown

_LONGEST = 256 << 10
_FRONT = re.compile(r"---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)

_FIELD = re.compile(r"^(license|license_name|base_model):[ \t]*([^\n]*)(?:\n[ \t]*-[ \t]+([^\n]+))?", re.MULTILINE)


class Papers:
    """Reads them once a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[str, Header] = {}

    def beside(self, path: str) -> Header:
        """What is told of the model files in the folder of ``path``."""
        folder = path.rpartition("/")[0]
        if folder not in self._known:
            self._known[folder] = self._read(f"{folder}/" if folder else "")
        return self._known[folder]

    def _read(self, folder: str) -> Header:
        config, adapter = self._table(f"{folder}config.json"), self._table(f"{folder}adapter_config.json")
        names = config.get("architectures")
        if not (config.get("model_type") or isinstance(names, list)) and not adapter:
            return Header()  # a configuration of something else, and its README too
        card = self._card(f"{folder}README.md")
        quantized = config.get("quantization_config")
        method = quantized.get("quant_method") if isinstance(quantized, dict) else None
        return Header(
            name=shown(config.get("_name_or_path")),
            architecture=shown(names[0]) if isinstance(names, list) and names else shown(config.get("model_type")),
            quantization=shown(method),
            license=card.get("license_name") or card.get("license"),
            base_model=shown(adapter.get("base_model_name_or_path")) or card.get("base_model"),
            model=True,
            adapter=bool(adapter),
        )

    def _text(self, path: str) -> str:
        place = self._root / path
        try:
            if place.is_symlink() or not place.is_file():
                return ""
            with place.open("rb") as file:
                return file.read(_LONGEST).decode("utf-8", "replace").replace("\r\n", "\n")
        except OSError:
            return ""

    def _table(self, path: str) -> dict[str, Any]:
        try:
            value = json.loads(self._text(path) or "{}")
        except (ValueError, RecursionError):
            return {}
        return value if isinstance(value, dict) else {}

    def _card(self, path: str) -> dict[str, str]:
        """The front matter's single values; of a list the first."""
        front = _FRONT.match(self._text(path))
        found: dict[str, str] = {}
        for key, value, item in _FIELD.findall(front[1] if front else ""):
            text = shown((value.strip() or item).strip("\"' "))
            if text:
                found.setdefault(key, text)
        if found.get("license") != "other":
            found.pop("license_name", None)
        return found
