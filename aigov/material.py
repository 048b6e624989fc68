"""What a tree holds beside code: keys, model files, licences of packages, and what is loaded, trained on or pulled.

Part of the inventory.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from aigov.terms import Pinned, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """A key of a provider that stands in a file. Where, and whose: never what."""

    file: str
    line: int
    name: str
    """Catalogue slug of whoever issued the key."""
    how: Literal["form", "variable", "argument"]
    """What tells: the form of the vendor's keys, the variable it is assigned to, or the client that it is passed to."""
    scope: Scope
    variable: str | None = None
    """Name of the variable that it is assigned to."""
    cell: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """A model file of the tree, told by its name and its header. It was not loaded."""

    file: str
    format: str
    """``gguf``, ``safetensors``, ``onnx``, ``pytorch``, ``pickle``, ``keras``, …"""
    size: int
    """Bytes; of a file that git LFS keeps elsewhere, of that file."""
    scope: Scope
    sha256: str | None = None
    """Hexadecimal; None where it was not computed, and ``note`` says why."""
    stored: Literal["git-lfs"] | None = None
    """Where the file is, if the tree holds a pointer to it."""
    name: str | None = None
    architecture: str | None = None
    quantization: str | None = None
    """Type of the weights, or how they are quantised: ``Q4_K_M``, ``BF16``."""
    license: str | None = None
    """As the file or the model card beside it spells it."""
    base_model: str | None = None
    producer: str | None = None
    adapter: bool | None = None
    """True for an adapter of another model (LoRA)."""
    runs_code: bool | None = None
    """Whether loading a file of this format may run code that it brings; None where it depends."""
    unsafe: tuple[str, ...] = ()
    """Names in it that run code when it is loaded: ``os.system``, ``keras.layers.Lambda``."""
    note: str | None = None
    """What could not be told, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """Something that code loads, trains on, uploads or pulls; or a prompt that stands in a file of its own."""

    file: str
    line: int
    what: Literal["load", "hub", "dataset", "tuning", "upload", "prompt"]
    """``load``: of a model file; ``hub``: of a model from a hub; ``tuning``: a job or a training loop; ``upload``: of
    training data."""
    symbol: str
    """The called name as written; of a prompt's file its name."""
    scope: Scope
    name: str | None = None
    """Path, id of the repository, or base model, where the source decides it."""
    provider: str | None = None
    """Catalogue slug of whose client is called."""
    data: str | None = None
    """What a job trains on."""
    revision: str | None = None
    pinned: Pinned | None = None
    """``yes``: a commit fixes what is fetched; ``no``: a tag or branch may move; None: it has no revisions."""
    unsafe: str | None = None
    """Why loading it may run code that it brings; None where it does not."""
    variable: str | None = None
    sha256: str | None = None
    """Of a prompt's file, hexadecimal."""
    cell: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageLicence:
    """What one place says about the licence of one version of a package."""

    package: str
    """purl without version."""
    version: str
    """As the place spells it; it may be another than the tree uses."""
    licence: str
    """SPDX expression where it is one, else the name; see ``aigov.spdx.spell``."""
    source: Literal["package", "sbom"]
    """``package``: the package's own metadata or licence file; ``sbom``: a bill of materials."""
    file: str
    """Where it was read: relative to the scanned folder, else to the folder above the one that was named."""
    said: str | None = None
    """As the place spells it, where that differs."""
