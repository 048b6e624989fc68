"""What command lines use: programs that the catalogue knows, addresses that are called, images and packages fetched."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from aigov.addresses import exposure_of
from aigov.catalogue.entry import Command, Entry
from aigov.model import Endpoint, How, ModelUse, Pinned, Scope, Use
from aigov.scan.endpoints import is_model_server
from aigov.scan.facts.manifests.charts import charts_of
from aigov.scan.facts.manifests.commands import Fetched, fetched_by, image_of, installed_by
from aigov.scan.facts.manifests.heredocs import read_given
from aigov.scan.facts.manifests.images import image_entry
from aigov.scan.facts.manifests.permissions import permitted, statement_entry
from aigov.scan.facts.manifests.python_snippets import pinned_by, read_python
from aigov.scan.facts.manifests.set_variables import variables_set
from aigov.scan.facts.manifests.settings_values import address, is_variable, model_of, variable_entry, with_defaults
from aigov.scan.facts.manifests.shell_script import CommandLine, Script
from aigov.scan.facts.manifests.variables import Variable, merge, nested_entry, read_variables
from aigov.scan.files import Findings
from aigov.scan.published import published_at
from aigov.scan.triage import Triage

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

_WRAPPERS = {
    **dict.fromkeys(
        """sudo nohup exec time nice env command builtin xargs stdbuf caffeinate watch setsid then do else ! & start
        call""".split(),  # noqa: SIM905 - a word list reads better
        0,
    ),
    "timeout": 1,
    "gtimeout": 1,
}
"""Programs that run the command behind them, and how many words of their own stand between."""
_RUNNERS = tuple(
    tuple(spelled.split())
    for spelled in (
        "uv tool run", "uv run", "poetry run", "pipenv run", "pdm run", "hatch run", "rye run", "conda run", "npx",
        "bunx", "pnpx", "uvx", "pipx run", "pnpm dlx", "pnpm exec", "yarn dlx", "bun x", "npm exec", "op run",
        "doppler run", "dotenv run", "infisical run",
    )
)  # fmt: skip
_CALLERS = frozenset(
    """curl wget http https httpie xh curlie Invoke-RestMethod Invoke-WebRequest irm iwr wscat websocat
    grpcurl""".split()  # noqa: SIM905 - a word list reads better
)
_SPEAKERS = frozenset(
    """echo printf Write-Host Write-Output Write-Warning Write-Error Write-Verbose grep egrep rg sed awk cat tee log
    print read cut tr info warn error die""".split()  # noqa: SIM905
)
_FETCHERS = frozenset(("docker", "podman", "nerdctl", "crictl"))
_GRANTING = frozenset(("gcloud", "az", "aws"))
"""Programs of clouds, whose arguments name services, roles and permissions."""
_BUNDLERS = frozenset(("esbuild", "bun", "tsup", "tsdown", "ncc", "rollup", "rolldown"))
_BODY_MODEL = re.compile(r"""["']?\bmodel(?:_?[iI]d|Name)?["']?\s*[:=]\s*["']([\w@][\w.:/@+-]*)["']""")
_PATH_MODEL = re.compile(r"/models/([\w.-]+):\w+|/model/([\w.:-]+)/(?:invoke|converse)")
_MODEL_OPTIONS = ("--model", "--models", "--model-id", "--model-name", "--embedding-model")
"""Options of a program of one's own that name a model."""
_DEPLOYMENT = re.compile(r"/deployments/([\w.-]+)(?:/|$)")
_GENERIC = frozenset("aws az gcloud docker gh python brew winget choco curl npx snow".split())  # noqa: SIM905
"""Programs of many services: the word that follows tells."""
_INSTALLING = (b" install ", b" add ", b" i ", b"npx ", b"uvx ", b"bunx ", b"pnpx ", b" dlx ")
_LONGEST = 20_000
_CLONED = re.compile(r"(?:https://|git@|ssh://git@)github\.com[/:]([\w.-]+/[\w.-]+?)(?:\.git)?/?")
_NEAR = r"(?![\w.-])[\s\S]{1,120}?(?<![\w.-])"
"""Between two words of one command: options, line breaks, the commas of a list."""


class CommandRows:
    """Collects the findings of the command lines of one file."""

    def __init__(self, path: str, scope: Scope, catalogue: Catalogue) -> None:
        self._file, self._scope, self._catalogue = path, scope, catalogue
        self._uses: list[Use] = []
        self._models: list[ModelUse] = []
        self._endpoints: list[Endpoint] = []
        self._more: list[Findings] = []

    def findings(self) -> Findings:
        """What was collected."""
        own = Findings(uses=tuple(self._uses), models=tuple(self._models), endpoints=tuple(self._endpoints))
        return merge([own, *self._more])

    def script(self, script: Script) -> None:
        """Note what a whole script uses."""
        for name, line in script.reads:
            self._variable(name, line)
        for variable in script.assignments:
            self._variable(variable.name, variable.line)
            known = self._catalogue.env(variable.name.upper()) if variable.name.islower() else None
            if known is not None and variable.name.upper() in known.env:  # "openai_api_key=…", not a mere beginning
                self._use(known, variable.line, "env", variable.name)
            pictured = re.search("image|container", variable.name, re.IGNORECASE) is not None
            for word in re.split(r"[\s,;:\"'{}]+", variable.value):
                if is_variable(word):
                    self._variable(word, variable.line)
            for word in variable.value.split() if pictured else ():
                found = image_of(word) if "/" in word else None
                if found is not None and found.image and (image := image_entry(self._catalogue, found.image)):
                    self._use(image, variable.line, "container", found.image, found)
        self._set(script.assignments)
        for command in script.commands:
            self.command(command, script)

    def command(self, command: CommandLine, script: Script) -> None:
        """Note what one command line uses."""
        self._more.append(read_given(self._file, command, self._scope, self._catalogue))
        words = list(_unwrapped(command.words))
        if not words or words[0] in script.functions:
            self._granted("az", words, command.line)  # a function may grant what it is given
            return
        program = _program(words[0])
        self._set(variables_set(program, words, command, speaks=program in _SPEAKERS))
        if program in _SPEAKERS:
            return
        if (found := _matching(self._catalogue, words)) is not None:
            self._known(found, words, command.line, script)
        for written in _arguments(words[1:], _MODEL_OPTIONS) if found is None else ():
            for value in script.expand(written):
                hub = published_at(self._catalogue, value) if program not in _FETCHERS else None
                if hub is not None or self._catalogue.model_owner(value) is not None:
                    self.model(value, command.line, hub)
        self._addresses(program, words, command, script)
        self._left_out(program, words, command.line)
        self._granted(program, words, command.line)
        self._fetched(program, command.words, command.line)
        if re.fullmatch(r"python[\d.]*|ipython", program):
            given = command.given or next(_arguments(words, ("-c",)), "")
            self._more.append(read_python(self._file, given, command.line, self._scope, self._catalogue))

    # --- rows -------------------------------------------------------------------------------------------------------

    def _variable(self, name: str, line: int) -> None:
        entry = variable_entry(self._catalogue, name) or nested_entry(self._catalogue, name)
        if entry is not None:
            self._use(entry, line, "env", name)

    def _set(self, variables: Iterable[Variable]) -> None:
        self._more.append(
            read_variables(self._file, variables, how="env", scope=self._scope, catalogue=self._catalogue)
        )

    def _known(self, found: tuple[Entry, Command, list[str]], words: list[str], line: int, script: Script) -> None:
        entry, rule, rest = found
        if entry.id == "azure-cognitive-services" and re.search("open_?ai", " ".join(rest), re.IGNORECASE):
            entry = self._catalogue.get("azure-openai") or entry  # one account is as the other, but for its kind
        self._use(entry, line, "sdk-call", rule.name)
        if "dataset" in rest or "space" in rest:
            return  # of a hub's other repositories
        pinned = pinned_by(next(_arguments(rest, ("--revision",)), None))
        for written in _arguments(rest, rule.model_args):
            for value in script.expand(written):
                self.model(value, line, None if rule.routed else entry, gateway=rule.routed, pinned=pinned)

    def _addresses(self, program: str, words: list[str], command: CommandLine, script: Script) -> None:
        calls = program in _CALLERS
        given = "\n".join((*words, command.given))[:_LONGEST]
        for word in words[1:]:
            if "://" not in word and not (calls and "." in word and "/" in word):
                continue
            for value in script.expand(word.partition("=")[2] if word.startswith("-") else word):
                found = address(self._catalogue, with_defaults(value))
                if found is None or len(value) > 2000:
                    continue
                url, entry = found
                if entry is None or (
                    entry.ports and exposure_of(url.host) != "public" and not is_model_server(url) and not calls
                ):
                    continue
                self._use(entry, command.line, "http", url.host)
                deployment = _DEPLOYMENT.search(url.path)
                self._endpoints.append(
                    Endpoint(
                        file=self._file,
                        line=command.line,
                        url=url.text,
                        provider=entry.id,
                        scope=self._scope,
                        exposure=exposure_of(url.host),
                        how="http",
                        deployment=deployment[1] if deployment else None,
                    )
                )
                named = _PATH_MODEL.search(url.path)
                if named:
                    self.model(named[1] or named[2], command.line, entry)
                for text in script.expand(given) if calls else ():
                    for body in _BODY_MODEL.finditer(text):
                        self.model(body[1], command.line, entry)

    def _left_out(self, program: str, words: list[str], line: int) -> None:
        """Packages that a bundler is told to leave out: ``esbuild --external:openai``, ``tsup --external openai``."""
        for flag, word in zip(words, (*words[1:], ""), strict=True) if program in _BUNDLERS else ():
            name, colon, value = flag.partition(":" if flag.startswith("--external:") else "=")
            if name not in ("--external", "-e"):
                continue
            for entry in self._catalogue.imports("javascript", value if colon else word):
                self._use(entry, line, "config", value if colon else word)

    def _granted(self, program: str, words: list[str], line: int) -> None:
        """Charts that Helm fetches, and services and roles that a cloud's program enables and grants."""
        for entry, chart in charts_of(self._catalogue, words) if program == "helm" else ():
            self._use(entry, line, "container", chart)
        for word in words[2:] if program == "git" and "clone" in words[1:4] else ():
            repository = _CLONED.fullmatch(word)
            purl = f"pkg:github/{repository[1]}".lower() if repository is not None else ""
            for entry in self._catalogue.package(purl) if purl else ():
                self._use(entry, line, "manifest", word)
        for word in words[1:] if program == "psql" else ():
            if (stored := statement_entry(self._catalogue, word)) is not None:
                self._use(stored, line, "sdk-call", word)
        for word in words[1:] if program in _GRANTING else ():
            owner = permitted(self._catalogue, word.partition("=")[2] if word.startswith("--") else word)
            if owner is not None:
                self._use(owner, line, "iac", word)

    def _fetched(self, program: str, words: Sequence[str], line: int) -> None:
        fetched = fetched_by(words)
        if program in _FETCHERS and fetched is None and "pull" in words[1:3]:
            fetched = next((image_of(word) for word in reversed(words) if not word.startswith("-")), None)
        if fetched is not None:
            image = image_entry(self._catalogue, fetched.image) if fetched.image else None
            if image is not None:
                self._use(image, line, "container", fetched.image, fetched)
                self._served(image, words, line)
            else:
                self._packages(fetched, line)
        if any(word in ("install", "add", "i") for word in words[1:4]):
            for one in installed_by(shlex.join(words)):
                self._packages(one, line)

    def _served(self, image: Entry, words: Sequence[str], line: int) -> None:
        """The models that a container is started with: ``docker run vllm/vllm-openai --model ID``."""
        options = {name for rule in image.commands for name in rule.model_args if name.startswith("-")}
        for value in _arguments(list(words), tuple(options)) if image.kind == "model-host" else ():
            self.model(value, line, image)

    def _packages(self, fetched: Fetched, line: int) -> None:
        for entry in self._catalogue.package(fetched.purl):
            self._use(entry, line, "manifest", None, fetched)

    def model(
        self, value: str, line: int, served: Entry | None, *, gateway: bool = False, pinned: Pinned | None = None
    ) -> None:
        """Note the model that a word names."""
        found = model_of(self._catalogue, value, served, free=True, gateway=gateway)
        if found is None or value.startswith((".", "/", "~")):
            return
        self._models.append(
            ModelUse(
                file=self._file,
                line=line,
                model=found.model,
                provider=found.provider.id,
                how="config",
                scope=self._scope,
                publisher=self._catalogue.publisher(found.provider.id, found.model),
                pinned=pinned or self._catalogue.pinned(found.provider.id, found.model),
            )
        )

    def _use(self, entry: Entry, line: int, how: How, symbol: str | None, fetched: Fetched | None = None) -> None:
        self._uses.append(
            Use(
                file=self._file,
                line=line,
                name=entry.id,
                kind=entry.kind,
                how=how,
                scope=self._scope,
                symbol=symbol,
                package=fetched.purl if fetched else None,
                version=fetched.version if fetched else None,
            )
        )


def may_use(script: str, catalogue: Catalogue) -> bool:
    """Whether a script can use AI: it holds a name of the catalogue, an address, or a verb that installs."""
    data = script.encode("utf-8", "replace")
    return _telling(catalogue).hit(data) or mentions_program(data, catalogue)


@lru_cache(maxsize=4)
def _telling(catalogue: Catalogue) -> Triage:
    return Triage((*catalogue.tokens(), b"://", *_INSTALLING))


def mentions_program(data: bytes, catalogue: Catalogue) -> bool:
    """Whether a program of the catalogue is named where a command may stand: what has none needs no closer look."""
    return _programs(catalogue).search(data) is not None


@lru_cache(maxsize=4)
def _programs(catalogue: Catalogue) -> re.Pattern[bytes]:
    """The programs that the catalogue knows, where a command may stand: of one of many services the words behind it,
    too."""
    names: set[str] = set()
    for entry in catalogue.entries.values():
        for rule in entry.commands:
            words = rule.name.split()
            # Of Python the module tells: the program itself has many names.
            telling = words[1:] if words[0] == "python" else words if words[0] in _GENERIC else words[:1]
            names.add(_NEAR.join(map(re.escape, telling)))
    union = "|".join(sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rb"(?<![\w.-])(?:" + (union or "(?!)").encode() + rb")(?![\w.-])")


def _program(word: str) -> str:
    name = word.replace("\\", "/").rpartition("/")[2] if not word.startswith("@") else word
    return re.sub(r"^python[\d.]+$", "python", re.sub(r"\.(?:exe|cmd|bat)$", "", name))


def _unwrapped(words: Sequence[str]) -> Iterator[str]:
    """The words of the command that is run in the end: without ``sudo``, ``A=b``, ``uv run``, ``docker exec NAME``."""
    rest = list(words)
    for _ in range(8):
        while rest and re.fullmatch(r"[A-Za-z_]\w*=.*", rest[0], re.DOTALL):
            rest.pop(0)
        if not rest:
            return
        program = _program(rest[0])
        runner = next((head for head in _RUNNERS if tuple([program, *rest[1:3]][: len(head)]) == head), None)
        if runner is not None:
            rest = _past_options(rest[len(runner) :])
            if rest:
                rest[0] = re.sub(r"(?<=.)@[^/]*$", "", rest[0])
        elif program in _WRAPPERS and rest[1:2] != ["-v"] and rest[1:2] != ["-V"]:
            rest = _past_options(rest[1:])[_WRAPPERS[program] :]
        elif "--" in rest and program in ("kubectl", "oc", "op", "doppler", "infisical", "dotenv", "direnv"):
            rest = rest[rest.index("--") + 1 :]
        elif program in ("docker", "podman", "kubectl", "docker-compose") and "exec" in rest[1:3]:
            rest = _past_options(rest[rest.index("exec") + 1 :])[1:]
        else:
            break
    yield from rest


def _past_options(words: list[str]) -> list[str]:
    at = 0
    while at < len(words) and words[at].startswith("-"):
        # A single letter's value may stand apart: "-n 5", "-u root".
        takes = re.fullmatch(r"-[nupwEIPt]|--(?:from|with|python|env-file|package|user|workdir|name)", words[at])
        at += 2 if takes and words[at] not in ("-it", "-t") else 1
    return words[at:]


@lru_cache(maxsize=4)
def _index(catalogue: Catalogue) -> dict[str, list[tuple[tuple[str, ...], Entry, Command]]]:
    index: dict[str, list[tuple[tuple[str, ...], Entry, Command]]] = {}
    for entry in catalogue.entries.values():
        for rule in entry.commands:
            names = tuple(rule.name.split())
            index.setdefault(names[0], []).append((names[1:], entry, rule))
    for rows in index.values():
        rows.sort(key=lambda row: (-len(row[0]), row[2].name))
    return index


def _matching(catalogue: Catalogue, words: list[str]) -> tuple[Entry, Command, list[str]] | None:
    """The entry whose command this is, and the words that follow its name; the longest name wins."""
    for names, entry, rule in _index(catalogue).get(_program(words[0]), ()):
        rest = words[1:]
        for name in names:
            at = 0
            while at < len(rest) and rest[at] != name:
                # Only options, and the value of one, may stand between.
                if not rest[at].startswith("-") and not (at and rest[at - 1].startswith("-")):
                    at = len(rest)
                at += 1
            if at >= len(rest):
                break
            # Options beside an option that tells the program still count; what stands before a command word does not.
            rest = [*(rest[:at] if name.startswith("-") else ()), *rest[at + 1 :]]
        else:
            return entry, rule, rest
    return None


def _arguments(words: list[str], wanted: Sequence[str]) -> Iterator[str]:
    for at, word in enumerate(words):
        flag, equals, value = word.partition("=")
        if flag in wanted and flag.startswith("-"):
            if equals:
                yield value
            elif at + 1 < len(words):
                yield words[at + 1]
    if "#0" in wanted:
        first = next((word for word in words if not word.startswith("-")), None)
        if first is not None:
            yield first
