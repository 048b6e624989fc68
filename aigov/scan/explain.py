"""Why a scan claims what it claims about one place, and why it claims nothing where it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from aigov.catalogue import Catalogue
from aigov.errors import UsageError
from aigov.explanation import Claim, ClaimKind, Explanation, SourceLine
from aigov.model import Flow, Inventory, Step
from aigov.scan.agents.claims import reach_claims
from aigov.scan.discover import discover
from aigov.scan.files import Discovered, Document, Left
from aigov.scan.matched import rules_matching
from aigov.scan.read import read_tree
from aigov.scan.scan import ScanOptions, scan_tree
from aigov.scan.scope_overrides import ScopeOverrides
from aigov.scan.scopes import explain_scope
from aigov.scan.secrets import hide_keys, redactor_of
from aigov.scan.triage import Triage

_AROUND = 2
"""Lines shown before and after the one that was asked for."""
_LONGEST_LINE = 400
_LONGEST_STATEMENT = 40
"""Lines that are looked back through for the beginning of a statement."""
_LEFT = {
    "unsupported-language": "not read: nothing here reads {language}",
    "too-large": "not read: too large",
    "undecodable": "not read: neither UTF-8 nor the encoding that it declares",
    "unreadable": "not read: it cannot be opened",
    "generated": "not read: a generated file",
    "vendored": "not read: the code of others, by its folder",
    "binary": "not read: binary",
    "not-code": "not read: data or prose, in which nothing runs",
    "outside-root": "not read: a link that leads out of the scanned folder",
    "ignored": "not read: an ignore file of the tree leaves it out",
    "excluded": "not read: scan.exclude of aigov.yaml leaves it out",
}


def explain(root: Path, path: str, line: int | None, *, catalogue: Catalogue, options: ScanOptions) -> Explanation:
    """What a scan of ``root`` says of one file, or of one line of it.

    :param path: relative to ``root``, ``/`` separated.
    :param line: 1-based; None for the whole file.
    :raises UsageError: the tree cannot be scanned, or has no such file or line.
    """
    discovered = discover(root, exclude=options.exclude, patterns=options.patterns)
    triage = Triage(catalogue.tokens())
    item = _item(discovered, path, triage)
    lines = _lines(discovered.root, item)
    if line is not None and item is not None and isinstance(item, Document) and not 1 <= line <= len(lines):
        raise UsageError(f"there is no line {line}", where=path, fix=f"it has {len(lines)}")
    inventory = scan_tree(root, catalogue=catalogue, options=options)
    scope, why = explain_scope(path)
    if options.word.stated and (found := ScopeOverrides(options.word.scopes).find(path)):
        scope, why = found[1], f"aigov.yaml: scan.scopes: {found[0]}"
    keys = {(secret.file, secret.line) for secret in inventory.secrets}
    hidden = redactor_of(catalogue, item)
    lines = [hide_keys(text) if (path, number) in keys else hidden.text(text) for number, text in enumerate(lines, 1)]
    texts = _Texts(discovered.root, path, lines)
    language = item.kind.name if isinstance(item, Document) else ""
    rows = list(_claims(inventory, catalogue, texts, language))
    here = [claim for file, claim in rows if file == path and line in (None, claim.line)]
    claims = tuple(
        replace(claim, scope_why="the place within the file says so") if claim.scope not in (None, scope) else claim
        for claim in here
    )
    statement = _statement(lines, line) if line is not None else range(0)
    elsewhere = tuple(
        replace(claim, source=claim.source or f"{file}:{claim.line}")
        for file, claim in rows
        if line is not None
        and (file, claim.line) != (path, line)
        and (
            (file == path and claim.line in statement)
            or any(step.file == path and step.line in statement for step in claim.steps)
        )
    )
    return Explanation(
        file=path,
        line=line,
        excerpt=_excerpt(lines, line),
        read_as=_read_as(item),
        scope=scope,
        scope_why=why,
        claims=claims,
        elsewhere=elsewhere,
        silence=() if claims or elsewhere else tuple(_silence(item, path, line, lines, triage, rows, discovered)),
    )


def _item(discovered: Discovered, path: str, triage: Triage) -> Document | Left:
    known = {file.path for file in (*discovered.files, *discovered.ignored, *discovered.excluded)}
    if path not in known | {left.path for left in discovered.left}:
        raise UsageError("the scan sees no such file", where=path, fix="name a file that git does not ignore")
    return next(item for item in read_tree(discovered, triage) if item.path == path)


def _lines(root: Path, item: Document | Left) -> list[str]:
    if isinstance(item, Document):
        text = item.data.decode("utf-8", "replace")
        return [line[:_LONGEST_LINE] for line in text.split("\n")]
    return []


def _excerpt(lines: list[str], line: int | None) -> tuple[SourceLine, ...]:
    if line is None:
        return ()
    first, last = max(1, line - _AROUND), min(len(lines), line + _AROUND)
    return tuple(SourceLine(number=number, text=lines[number - 1].rstrip()) for number in range(first, last + 1))


def _statement(lines: list[str], line: int) -> range:
    """The lines from the one that opens the brackets around ``line`` up to it. Brackets in texts are counted too: then
    the range is a line or two off, and no claim is lost by it."""
    depth, start = 0, line
    for number in range(min(line - 1, len(lines)), max(line - _LONGEST_STATEMENT, 0), -1):
        text = lines[number - 1]
        depth += sum(map(text.count, ")]}")) - sum(map(text.count, "([{"))
        if depth < 0 or not text.strip():
            start = number if depth < 0 else start
            break
    return range(start, line + 1)


def _read_as(item: Document | Left) -> str:
    if isinstance(item, Document):
        return f"read as {item.kind.name}"
    return _LEFT[item.reason].format(language=item.language)


class _Texts:
    """Lines of the file that is asked about; those of others are not shown."""

    def __init__(self, root: Path, path: str, lines: list[str]) -> None:
        self._path, self._lines = path, lines

    def at(self, file: str, line: int) -> str:
        if file != self._path or not 1 <= line <= len(self._lines):
            return ""
        return self._lines[line - 1].strip()


def _claims(inventory: Inventory, catalogue: Catalogue, texts: _Texts, language: str) -> Iterator[tuple[str, Claim]]:
    """Every row as a claim, with the file that it stands in."""

    def claim(
        kind: ClaimKind, row: object, name: str, says: str, *, entry: str | None = None, steps: tuple[Step, ...] = ()
    ) -> tuple[str, Claim]:
        file, line = str(getattr(row, "file")), int(getattr(row, "line") or 1)  # noqa: B009 - the rows share these
        source = texts.at(file, line)
        known = catalogue.get(entry) if entry else None
        return file, Claim(
            kind=kind,
            name=name,
            line=line,
            says=says,
            source=source,
            matched=tuple(rules_matching(known, row, source, language)) if known and source else (),
            steps=steps,
            scope=getattr(row, "scope", None),
        )

    for use in inventory.uses:
        what = f"{use.kind} {use.name} is used here, by {use.how}" + (f": {use.symbol}" if use.symbol else "")
        package = f" ({use.package}{'@' + use.version if use.version else ''})" if use.package else ""
        yield claim("use", use, use.name, what + package, entry=use.name)
    for row in inventory.transitive:
        says = f"{row.package} comes along with another package: no use"
        yield claim("transitive", row, row.name, says, entry=row.name)
    for model in inventory.models:
        says = f"model {model.model} at {model.provider}" + (
            ", named, and no call is seen to take it" if model.mention else ", taken by a call"
        )
        says += f"; {model.variable} replaces it at run time" if model.variable else ""
        yield claim("model", model, model.model, says, entry=model.provider, steps=model.steps)
    for endpoint in inventory.endpoints:
        says = f"{endpoint.provider} is reached at {endpoint.url} ({endpoint.exposure})"
        says += f"; {endpoint.variable} replaces it at run time" if endpoint.variable else ""
        yield claim("endpoint", endpoint, endpoint.url, says, entry=endpoint.provider, steps=endpoint.steps)
    for call in inventory.calls:
        says = f"a call of {call.name}: {call.symbol}" + (f" in {call.enclosing}" if call.enclosing else "")
        yield claim("call", call, call.name, says, entry=call.name)
    for flow in inventory.flows:
        data = ", ".join(flow.data) or (f"data of unknown kind ({flow.unresolved})" if flow.unresolved else "no data")
        yield claim(
            "flow",
            flow,
            flow.provider,
            f"{data} reaches {flow.provider} by {flow.symbol}{_copy(flow)}",
            steps=flow.sources,
        )
    for server in inventory.mcp_servers:
        where = server.url or server.command or server.package or "an address that is not known"
        yield claim("mcp-server", server, server.name, f"MCP server {server.name}, {server.transport}: {where}")
    for file, reached in reach_claims(inventory):
        yield file, replace(reached, source=texts.at(file, reached.line))
    for sign in inventory.indicators:
        says = f"{sign.indicator}: the {sign.signal} {sign.term!r} suggests a regulated purpose; a person must say"
        yield claim("indicator", sign, sign.indicator, says)
    for secret in inventory.secrets:
        told = {
            "form": "its form",
            "variable": f"the variable {secret.variable}",
            "argument": "the client that takes it",
        }
        says = f"a key of {secret.name} stands here, told by {told[secret.how]}; its value is not shown"
        yield claim("secret", secret, secret.name, says, entry=secret.name)
    for missing in inventory.unresolved:
        says = f"the {missing.what} of {missing.name} is not known: {missing.reason}"
        if missing.what == "use":
            says = f"{missing.name} can be switched on here, and is {missing.reason}; it is not claimed as used"
        yield claim("unresolved", missing, missing.name, says, entry=missing.name)
    for named in inventory.coverage.unlisted:
        says = f"{named.package} says AI by its name, and no catalogue entry lists it: a person must say what it is"
        yield claim("unlisted", named, named.package, says)
    for problem in inventory.problems:
        yield claim("problem", problem, problem.reason, problem.message)


def _copy(flow: Flow) -> str:
    return f", as a copy of what goes to {flow.copied}" if flow.copied else ""


_IMPORT = re.compile(r"^\s*(?:import|from|using|use|require|const\b.*\brequire)\b|^\s*(?:\}\s*)?from\s+['\"]")


def _silence(
    item: Document | Left,
    path: str,
    line: int | None,
    lines: list[str],
    triage: Triage,
    rows: list[tuple[str, Claim]],
    discovered: Discovered,
) -> Iterator[str]:
    if isinstance(item, Left):
        yield _read_as(item)
        yield (
            "it names something of the catalogue, and is counted as a suspect"
            if item.suspect
            else ("nothing of the catalogue was found in its bytes")
        )
        return
    if not item.candidate:
        yield "the file holds no word of the catalogue: no import, package, host, variable, image or model id"
        return
    if line is None:
        yield "words of the catalogue occur in the file, but not as an import, call, address, variable or model id"
        return
    words = sorted(word.decode("utf-8", "replace").strip() for word in triage.hits(lines[line - 1].encode()))
    if not words:
        yield "the line holds no word of the catalogue"
    else:
        yield f"the line holds {', '.join(repr(word) for word in words[:5])}, but not as something that runs: " + (
            "it is a comment, a text, or a name of the program's own"
        )
    yield from _first_party(path, lines[line - 1], words, discovered)
    names = sorted(
        {(claim.name, claim.line) for file, claim in rows if file == path and claim.kind == "use" and claim.line < line}
    )
    for name, first in names[:5]:
        if any((word and word.strip("\"' ") in name) or name in word for word in words):
            yield f"{name} is claimed once for the file, at its first line: {path}:{first}"


def _first_party(path: str, text: str, words: list[str], discovered: Discovered) -> Iterator[str]:
    """Modules of the tree that have the vendor's name: what they are called does not make them the vendor's."""
    if not _IMPORT.search(text):
        return
    names = {part for part in re.split(r"[^\w-]+", text) if any(part and part.lower() in word for word in words)}
    for file in discovered.files:
        parts = file.path.split("/")
        stems = {*parts[:-1], parts[-1].partition(".")[0]}
        if file.path != path and names & stems:
            yield f"this tree has a module of that name: {file.path}"
            return
