"""Rows of files that describe containers: images, commands, and the models that they serve."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from aigov.addresses import exposure_of
from aigov.model import Endpoint, How, ModelUse, Scope, Use
from aigov.scan.facts.manifests.command_rows import CommandRows
from aigov.scan.facts.manifests.commands import Fetched, image_of
from aigov.scan.facts.manifests.images import image_entry
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.settings_values import address, model_of, references, with_defaults
from aigov.scan.facts.manifests.shell_script import CommandLine, Script, read_script
from aigov.scan.files import Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry

_HUB = "hf://"

MODEL_KEYS = re.compile(r"(?:hf_?)?models?(?:_?(?:id|name|url|path))?|repo_?id|pull", re.IGNORECASE)
"""What a server is told its model under, in settings of its chart and variables of its container."""
SHELL_OPTIONS = frozenset(("-c", "-lc", "-ec", "-xc", "-cex", "-exc", "-euc"))
"""Behind which a shell takes a script as one word."""
_VERSIONED = re.compile(r"(?=.*\d)[A-Za-z][\w.:/@-]*-[\w.:/@-]+")
"""A word that is a model's id rather than a program's: it has parts and a number."""


class ContainerRows:
    """Collects the findings of one file."""

    def __init__(self, path: str, how: How, scope: Scope, catalogue: Catalogue) -> None:
        self._path, self._how, self._scope, self._catalogue = path, how, scope, catalogue
        self._uses: list[Use] = []
        self._models: list[ModelUse] = []
        self._endpoints: list[Endpoint] = []

    def findings(self) -> Findings:
        """What was collected."""
        return Findings(uses=tuple(self._uses), models=tuple(self._models), endpoints=tuple(self._endpoints))

    def image(self, reference: str, line: int) -> Entry | None:
        """Note a container image.

        :returns: the entry that it belongs to.
        """
        found = image_of(with_defaults(reference))
        entry = image_entry(self._catalogue, found.image) if found is not None and found.image else None
        if found is not None and entry is not None:
            self.use(entry, line, reference.partition("@")[0], found)
        for name in references(reference) if entry is None else ():  # "${OLLAMA_IMAGE}": set elsewhere
            named = self._catalogue.env(name)
            if named is not None and named.kind in ("model-host", "vector-db"):
                self.use(named, line, name)
                return named
        return entry

    def image_node(self, node: Node) -> Entry | None:
        """Note the image of a service: a reference, or the repository and tag of a chart's values."""
        repository = node.text("repository")
        if repository:
            registry, tag = node.text("registry"), node.text("tag")
            reference = f"{registry}/{repository}" if registry else repository
            return self.image(f"{reference}:{tag}" if tag else reference, node.line)
        reference = node.text() or node.text("name") or ""
        return self.image(reference, node.line) if reference else None

    def script(self, text: str, line: int) -> None:
        """Note what a script installs, pulls and runs. ``line`` is that of its first command."""
        commands = CommandRows(self._path, self._scope, self._catalogue)
        commands.script(read_script(text, first_line=line))
        self._commands(commands.findings())

    def command(self, words: Sequence[str], line: int, served: Entry | None) -> None:
        """Note what a command given as a list runs; ``served`` is whose image runs it."""
        at = next((at for at, word in enumerate(words[:2]) if word in SHELL_OPTIONS), None)
        if at is not None and len(words) > at + 1:
            self.script(words[at + 1], line)  # the shell itself may be the image's entry point
            return
        commands = CommandRows(self._path, self._scope, self._catalogue)
        commands.command(CommandLine(words=tuple(words), line=line), Script())
        self._commands(commands.findings())
        if served is None:
            return
        options = {name for rule in served.commands for name in rule.model_args if name.startswith("-")}
        for index, word in enumerate(words):
            name, equals, value = word.partition("=")
            if name in options and (equals or index + 1 < len(words)):
                self.model(served, value if equals else words[index + 1], line)
        if any("#0" in rule.model_args for rule in served.commands):
            # The image runs the server already: what follows are models (LocalAI, vLLM's "serve").
            for before, word in zip(("", *words), words, strict=False):
                if not before.startswith("-") and _VERSIONED.fullmatch(with_defaults(word)):
                    self.model(served, word, line)

    def _commands(self, found: Findings) -> None:
        self._uses += [replace(row, how=self._how) for row in found.uses]
        self._models += [replace(row, how=self._how) for row in found.models]
        self._endpoints += [replace(row, how=self._how) for row in found.endpoints]

    def runner_model(self, node: Node) -> None:
        """Note a model of a compose file's own ``models`` table (Docker Model Runner)."""
        model, entry = node.get("model"), self._catalogue.get("docker-model-runner")
        if model is not None and (id := model.text()) and entry is not None:
            self.model(entry, id, model.line)

    def address(self, text: str, line: int, *, about_ai: bool = False) -> None:
        """Note the API whose address a text is."""
        found = address(self._catalogue, with_defaults(text), about_ai=about_ai)
        entry = found[1] if found is not None else None
        if found is None or entry is None:
            return
        url = found[0]
        self.use(entry, line, url.host)
        exposure = exposure_of(url.host)
        self._endpoints.append(
            Endpoint(
                file=self._path,
                line=line,
                url=url.text,
                provider=entry.id,
                scope=self._scope,
                exposure=exposure,
                how=self._how,
            )
        )

    def model(self, served: Entry | None, text: str, line: int, variable: str | None = None) -> None:
        """Note the model that a place for models names: ``hf://org/name``, ``ollama://name``, ``org/name``."""
        value = with_defaults(text.strip()).removeprefix(_HUB)
        scheme, separator, rest = value.partition("://")
        if separator:
            provider, id = self._catalogue.route(f"{scheme}/{rest}")
            if provider is None:
                return  # of a bucket or a volume: whose model it is cannot be told
        else:
            named = model_of(self._catalogue, value, served, free=served is not None)
            if named is None or value.startswith((".", "/", "~", "{")):
                return
            provider, id = named.provider, named.model
            if served is not None and not self._fits(provider, id):
                return  # a name that the operator gives, as for a path or an adapter
        self._models.append(
            ModelUse(
                file=self._path,
                line=line,
                model=id,
                provider=provider.id,
                how=self._how,
                scope=self._scope,
                publisher=self._catalogue.publisher(provider.id, id),
                pinned=self._catalogue.pinned(provider.id, id),
                variable=variable,
            )
        )
        self.use(provider, line, id)

    def _fits(self, entry: Entry, id: str) -> bool:
        known = not entry.models or any(re.fullmatch(pattern.regex, id) for pattern in entry.models)
        return known or self._catalogue.model_owner(id) is not None

    def use(self, entry: Entry, line: int, symbol: str | None, fetched: Fetched | None = None) -> None:
        """Note a use."""
        self._uses.append(
            Use(
                file=self._path,
                line=line,
                name=entry.id,
                kind=entry.kind,
                how=self._how,
                scope=self._scope,
                symbol=symbol,
                package=fetched.purl if fetched else None,
                version=fetched.version if fetched else None,
            )
        )
