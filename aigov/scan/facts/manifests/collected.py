"""What one file of configuration names, gathered row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aigov.addresses import exposure_of
from aigov.model import Endpoint, How, ModelUse, Scope, Unresolved, Use
from aigov.scan.facts.manifests.settings_values import address
from aigov.scan.files import Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry
    from aigov.scan.endpoints import Url


class Collected:
    """Rows of one file. One use for each entry, and one row for each model of an entry, at its first line."""

    def __init__(self, path: str, scope: Scope, catalogue: Catalogue, *, how: How = "config") -> None:
        self._file, self._scope, self._how = path, scope, how
        self._catalogue = catalogue
        self._uses: dict[str, Use] = {}
        self._models: dict[tuple[str, str], ModelUse] = {}
        self._endpoints: dict[tuple[str, str], Endpoint] = {}
        self._unresolved: dict[tuple[str, str], Unresolved] = {}

    def findings(self) -> Findings:
        """What was gathered."""
        return Findings(
            uses=tuple(self._uses.values()),
            models=tuple(self._models.values()),
            endpoints=tuple(self._endpoints.values()),
            unresolved=tuple(self._unresolved.values()),
        )

    def use(self, entry: Entry | None, line: int, symbol: str | None) -> None:
        """Note that ``entry`` is used; nothing where it is unknown."""
        if entry is None or (entry.id in self._uses and self._uses[entry.id].line <= line):
            return
        self._uses[entry.id] = Use(
            file=self._file,
            line=line,
            name=entry.id,
            kind=entry.kind,
            how=self._how,
            scope=self._scope,
            symbol=symbol,
        )

    def model(
        self, model: str, line: int, entry: Entry, *, variable: str | None = None, mention: bool | None = None
    ) -> None:
        """Note a model that ``entry`` serves."""
        self._models.setdefault(
            (model, entry.id),
            ModelUse(
                file=self._file,
                line=line,
                model=model,
                provider=entry.id,
                how=self._how,
                scope=self._scope,
                publisher=self._catalogue.publisher(entry.id, model),
                pinned=self._catalogue.pinned(entry.id, model),
                variable=variable,
                mention=mention,
            ),
        )

    def url(self, value: str, line: int, entry: Entry | None, *, variable: str | None = None) -> Entry | None:
        """Note an address that AI is called at. The entry that it tells, else ``entry``.

        OpenAI's protocol at an address of nobody known is ``openai-compatible``.
        """
        found = address(self._catalogue, value)
        if found is None:
            return entry
        url, told = found
        if told is None and entry is not None and entry.id == "openai":
            told = self._catalogue.get("openai-compatible")
        owner = told or entry
        if owner is not None:
            self._endpoint(url, line, owner, variable)
        return owner

    def _endpoint(self, url: Url, line: int, entry: Entry, variable: str | None) -> None:
        self._endpoints.setdefault(
            (url.text, entry.id),
            Endpoint(
                file=self._file,
                line=line,
                url=url.text,
                provider=entry.id,
                scope=self._scope,
                exposure=exposure_of(url.host),
                how=self._how,
                variable=variable,
            ),
        )

    def unresolved(self, entry: Entry, line: int, variable: str) -> None:
        """Note that a variable decides which model of ``entry`` is used, and that nothing says which."""
        self._unresolved.setdefault(
            (entry.id, variable),
            Unresolved(
                file=self._file,
                line=line,
                what="model",
                name=entry.id,
                reason=f"the variable {variable} decides it, and has no default here",
                scope=self._scope,
                variable=variable,
            ),
        )
