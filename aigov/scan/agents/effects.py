"""What a function can do: the calls in its body, and in first-party functions that it calls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from aigov.addresses import exposure_of
from aigov.catalogue.agent_rules import AgentRules
from aigov.reach import Ability, Capability
from aigov.scan import arguments
from aigov.scan.agents import namespaces
from aigov.scan.context import Context
from aigov.scan.endpoints import entry_of_host, read_url
from aigov.scan.facts.engine import CallSite
from aigov.scan.facts.types import Attribute, CallExpr, Name
from aigov.scan.http_calls import is_http
from aigov.scan.values import (
    ClassValue,
    Frame,
    FunctionValue,
    Made,
    ObjectValue,
    Place,
    Symbol,
    Text,
    Value,
    spelled,
)

_MAX_DEPTH = 4
_MAX_CALLS = 400
"""Calls that are looked at for one tool, in all functions together."""
_SHOWN = 4
_VERB = re.compile(r"(get|head|options|post|put|patch|delete)(?:\w*Async|ForObject|ForEntity)?", re.IGNORECASE)
_OPENED = ("open().", "io.open().", "aiofiles.open().", "codecs.open().")
_READS = frozenset(
    ("get", "head", "options", "urlopen", "Get", "getForObject", "getForEntity", "GetAsync", "GetStringAsync")
)
_WRITES = frozenset(
    ("post", "put", "patch", "delete", "Post", "PostForm", "postForObject", "PostAsync", "PutAsync", "DeleteAsync")
)
_SQL_CALLS = frozenset(
    """execute executemany executescript raw query exec_driver_sql fetch fetchrow fetchval
    queryForObject queryForList queryForMap queryForRowSet queryForStream batchUpdate prepareStatement prepareCall
    executeQuery executeUpdate createQuery createNativeQuery sql
    Query QueryAsync QueryFirst QueryFirstAsync QueryFirstOrDefault QueryFirstOrDefaultAsync QuerySingle
    QuerySingleAsync QuerySingleOrDefault QuerySingleOrDefaultAsync Execute ExecuteAsync ExecuteScalar
    ExecuteScalarAsync FromSql FromSqlRaw FromSqlInterpolated ExecuteSql ExecuteSqlAsync ExecuteSqlRaw
    ExecuteSqlRawAsync SqlQuery SqlQueryRaw SqlCommand NpgsqlCommand SqliteCommand MySqlCommand""".split()  # noqa: SIM905
)
_SQL = re.compile(
    r"\s*(?:--[^\n]*\n\s*)*(select|with|show|insert|update|delete|drop|alter|create|truncate|merge|replace|upsert)\b",
    re.IGNORECASE,
)
_SQL_WRITES = frozenset(
    ("insert", "update", "delete", "drop", "alter", "create", "truncate", "merge", "replace", "upsert")
)
_DATABASES = frozenset(
    """sqlite3 aiosqlite psycopg psycopg2 asyncpg pymysql MySQLdb mysql sqlalchemy duckdb databases pyodbc oracledb
    snowflake trino clickhouse_connect pg mysql2 better-sqlite3 postgres @neondatabase/serverless knex""".split()  # noqa: SIM905
)
_SESSION = re.compile(r"(?:session|client|https?|requests?|axios|api)$", re.IGNORECASE)
_CURSOR = re.compile(
    r"(?:^|[._])(?:db|conn|connection|cursor|cur|session|engine|database|pool|sql|tx|client|pg|knex|prisma)\w*$",
    re.IGNORECASE,
)


_PARTLY = {"ruby": "Ruby", "rust": "Rust", "php": "PHP", "elixir": "Elixir"}
"""Languages whose libraries the rules know in part, so that a body without findings proves nothing."""


@dataclass(slots=True)
class Effects:
    """What was found in one function and below."""

    abilities: dict[Capability, Ability] = field(default_factory=dict)
    unknown: dict[str, None] = field(default_factory=dict)
    """Calls that could not be told, as they are spelled."""
    seen: set[tuple[str, int]] = field(default_factory=set)
    calls: int = 0
    partly: str | None = None
    """The language, where not all that its calls can do is known."""

    def add(self, capability: Capability, file: str, line: int, why: str, *, weak: bool = False) -> None:
        """Keep the strongest proof, and of these the first."""
        known = self.abilities.get(capability)
        if known is None or (known.weak and not weak):
            self.abilities[capability] = Ability(
                capability=capability, file=file, line=line, why=why, weak=True if weak else None
            )

    @property
    def unresolved(self) -> str | None:
        """Why not all that the function does is known."""
        if self.calls > _MAX_CALLS:
            return "too many calls to follow"
        if not self.unknown:
            return f"not all that code of {self.partly} can do is known" if self.partly else None
        names = list(self.unknown)
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        return f"what it calls is not all known: {', '.join(names[:_SHOWN])}{more}"


def effects_of(context: Context, rules: AgentRules, function: FunctionValue) -> Effects:
    """What ``function`` can do."""
    found = Effects(partly=_PARTLY.get(function.facts.row.family))
    _Walk(context, rules, found).function(function, 0)
    return found


class _Walk:
    def __init__(self, context: Context, rules: AgentRules, found: Effects) -> None:
        self._context = context
        self._rules = rules
        self._found = found

    def function(self, function: FunctionValue, depth: int) -> None:
        facts, scope = function.facts, function.facts.scopes[function.scope]
        key = (facts.path, function.scope)
        if key in self._found.seen:
            return
        self._found.seen.add(key)
        for site in facts.calls:
            if not scope.body_start <= site.offset < scope.end:
                continue
            self._found.calls += 1
            if self._found.calls > _MAX_CALLS:
                return
            expr = facts.call(site)
            if expr is not None:
                self._call(site, expr, Place(facts, facts.scope_at(site.offset), function.frame), depth)

    def _call(self, site: CallSite, expr: CallExpr, place: Place, depth: int) -> None:
        resolver = self._context.resolver
        values = [resolver.maker(value) for value in resolver.resolve(expr.callee, place)]
        told = [self._value(value, site, expr, place, depth) for value in values]
        if not any(told) and not self._within_namespace(site, place) and not self._untyped(site, expr, place):
            self._found.unknown.setdefault(site.tail)

    def _within_namespace(self, site: CallSite, place: Place) -> bool:
        """Whether a name of an imported namespace tells what a call does: C# does not say which namespace has it."""
        for name in namespaces.qualified(place.facts, site.callee):
            told = [action for action in self._rules.actions if action.pattern.fullmatch(name)]
            for action in told:
                self._found.add(action.ability, place.facts.path, site.line, f"{action.what}: {_short(name)}")
            if told or self._rules.harmless.fullmatch(name):
                return True
        return False

    def _value(self, value: Value, site: CallSite, expr: CallExpr, place: Place, depth: int) -> bool:
        """Whether what one possible callee does is told."""
        if isinstance(value, FunctionValue):
            if depth >= _MAX_DEPTH:
                return False
            frame = Frame(value.facts, value.scope, expr, place, value.receiver)
            self.function(replace(value, frame=frame), depth + 1)
            return True
        if isinstance(value, ObjectValue):
            return False
        if isinstance(value, ClassValue):
            made = next((m for m in value.facts.methods(value.scope) if m.name in ("__init__", "constructor")), None)
            if made is not None and depth < _MAX_DEPTH:
                self.function(FunctionValue(value.facts, made.index), depth + 1)
            return True
        if not isinstance(value, (Symbol, Made)):
            return False
        name = spelled(value) or ""
        return self._named(name, value, site, expr, place)

    def _named(self, name: str, value: Symbol | Made, site: CallSite, expr: CallExpr, place: Place) -> bool:
        file, line = place.facts.path, site.line
        if is_http(value):
            return self._http(name, value, site, expr, place)
        if name in ("open", "io.open", "aiofiles.open", "codecs.open") or (name.endswith(".open") and "Path" in name):
            return self._open(name, expr, place, line)
        told = False
        for action in self._rules.actions:
            if action.pattern.fullmatch(name):
                self._found.add(action.ability, file, line, f"{action.what}: {_short(name)}")
                told = True
        if site.tail in _SQL_CALLS and self._sql(site, expr, place, certain=name.partition(".")[0] in _DATABASES):
            return True
        if told or self._rules.harmless.fullmatch(name) or name.startswith(_OPENED):
            return True
        if isinstance(value, Made) and site.tail in self._rules.harmless_methods:
            return True
        if (
            site.tail[:1].isupper()
            and isinstance(value, Symbol)
            and value.qualified.partition(".")[0] in self._rules.acting
        ):
            return True  # what is done with the object counts, not that it is made
        if isinstance(value, Symbol) and not value.builtin:
            entries = self._context.entries(
                place.facts.row.family, value.module, value.names[0] if value.names else None
            )
            # A call of a model is no act of the tool; whoever receives the data is told as a flow.
            return any(entry.kind in ("provider", "model-host", "framework", "agent-framework") for entry in entries)
        if isinstance(value, Made) and not value.symbol.builtin:
            symbol = value.symbol
            entries = self._context.entries(
                place.facts.row.family, symbol.module, symbol.names[0] if symbol.names else None
            )
            return any(entry.kind in ("provider", "model-host") for entry in entries)
        return False

    def _http(self, name: str, value: Symbol | Made, site: CallSite, expr: CallExpr, place: Place) -> bool:
        file, line = place.facts.path, site.line
        tail = site.tail
        if isinstance(value, Symbol) and tail in (
            "Session",
            "AsyncClient",
            "Client",
            "ClientSession",
            "create",
            "Timeout",
            "Retry",
        ):
            return True
        if isinstance(value, Made) and any(name.endswith("()") for name in value.names[:-1]):
            return True  # what is done with the answer
        spelt = _VERB.fullmatch(tail)
        verb = spelt[1].lower() if spelt else tail.lower()
        urls = self._urls(expr, place)
        if tail in ("fetch", "request", "Request", "axios", "urlopen", "$fetch", "ky", "got", "send"):
            names = ("#1.method", "method", "#0.method", "#0") if tail != "urlopen" else ("#1.method",)
            verb = next(
                (text.lower() for text in self._texts(names, expr, place) if re.fullmatch(r"[A-Za-z]{3,7}", text)),
                "get",
            )
        ability: Capability | None = None
        if verb in ("post", "put", "patch", "delete", "postform") or tail in _WRITES:
            ability = "acts-outside"
        elif verb in ("get", "head", "options", "stream") or tail in _READS:
            ability = "reads-untrusted"
        if ability is None:
            return tail in (
                "json",
                "text",
                "read",
                "close",
                "raise_for_status",
                "iter_lines",
                "readAll",
                "then",
                "catch",
            )
        for text in urls:
            url = read_url(text)
            if url is None or not url.host or url.host.startswith("{"):
                continue
            known = next((row for row in self._rules.hosts if row.pattern.fullmatch(url.host)), None)
            entry = entry_of_host(self._context.catalogue, url.host)
            if known is not None:
                ability = known.ability
            elif entry is not None and entry.kind in ("provider", "model-host"):
                return True
            elif exposure_of(url.host) in ("private", "loopback") and ability == "reads-untrusted":
                ability = "reads-sensitive"
            own = ability == "acts-outside" and exposure_of(url.host) in ("private", "loopback")
            self._found.add(ability, file, line, f"{verb.upper()} {url.host}", weak=own)
            return True
        self._found.add(ability, file, line, f"HTTP {verb.upper()}: {_short(name)}")
        return True

    def _urls(self, expr: CallExpr, place: Place) -> Iterator[str]:
        yield from (text for text in self._texts(("#0", "url", "#1", "#0.url"), expr, place) if "://" in text)

    def _texts(self, names: tuple[str, ...], expr: CallExpr, place: Place) -> Iterator[str]:
        for name in names:
            for found in arguments.argument(self._context.resolver, expr, name, place):
                if isinstance(found, Text):
                    yield found.value

    def _open(self, name: str, expr: CallExpr, place: Place, line: int) -> bool:
        mode = next(
            (text for text in self._texts(("mode", "#0" if "Path" in name else "#1"), expr, place) if len(text) < 4),
            "r",
        )
        writes = bool(set(mode) & set("wax+"))
        what = f"writes files: open(…, {mode!r})" if writes else "reads files: open()"
        self._found.add("acts-outside" if writes else "reads-sensitive", place.facts.path, line, what)
        return True

    def _sql(self, site: CallSite, expr: CallExpr, place: Place, *, certain: bool) -> bool:
        """A statement for a database; of one that is not known, that it reads one."""
        file, line = place.facts.path, site.line
        texts = list(self._texts(("#0", "query", "sql", "statement", "#0.#0", "#0.text"), expr, place))
        for text in texts:
            match = _SQL.match(text)
            if match is not None:
                verb = match[1].lower()
                ability: Capability = "acts-outside" if verb in _SQL_WRITES else "reads-sensitive"
                self._found.add(ability, file, line, f"SQL {verb.upper()}")
                return True
        before = site.callee.rpartition(".")[0]
        if expr.args and not texts and (certain or _CURSOR.search(before)):
            self._found.add(
                "reads-sensitive", file, line, "a statement for a database that is put together at run time"
            )
            self._found.add(
                "acts-outside",
                file,
                line,
                "a statement for a database that is put together at run time",
                weak=not certain,
            )
            return True
        return False

    def _untyped(self, site: CallSite, expr: CallExpr, place: Place) -> bool:
        """What the name of a method suggests, called on an object of unknown class."""
        tail = site.tail
        if tail in self._rules.harmless_methods and isinstance(expr.callee, Attribute):
            return not (_SESSION.search(site.callee.rpartition(".")[0]) and tail in ("get", "post", "delete", "put"))
        if tail in _SQL_CALLS and self._sql(site, expr, place, certain=False):
            return True
        if not isinstance(expr.callee, (Attribute, Name)):
            return True
        holder = site.callee.rpartition(".")[0]
        if tail in _WRITES and _SESSION.search(holder):
            self._found.add(
                "acts-outside",
                place.facts.path,
                site.line,
                f"HTTP {tail.upper()} by its name: {site.callee[-60:]}",
                weak=True,
            )
        elif tail == "get" and _SESSION.search(holder):
            self._found.add(
                "reads-untrusted", place.facts.path, site.line, f"HTTP GET by its name: {site.callee[-60:]}", weak=True
            )
        elif tail in ("write_text", "write_bytes", "unlink", "rmtree"):
            self._found.add(
                "acts-outside", place.facts.path, site.line, f"writes or deletes files: {tail}()", weak=True
            )
            return True
        elif tail in ("read_text", "read_bytes"):
            self._found.add("reads-sensitive", place.facts.path, site.line, f"reads files: {tail}()", weak=True)
            return True
        elif tail in ("sendmail", "send_message", "send_email", "sendMail", "sendEmail", "chat_postMessage"):
            self._found.add("acts-outside", place.facts.path, site.line, f"sends a message: {tail}()", weak=True)
        return False


def by_name(rules: AgentRules, effects: Effects, name: str, file: str, line: int) -> None:
    """Add what the name of a tool suggests, as weak evidence, for a tool of which not all is known."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().replace("-", "_").replace(" ", "_")
    for row in rules.names:
        if row.pattern.search(words):
            effects.add(row.ability, file, line, f"the name {name!r} suggests it", weak=True)


def _short(name: str) -> str:
    return name if len(name) <= 80 else f"…{name[-79:]}"
