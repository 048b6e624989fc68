"""Which built-in functions a policy may call: ``policies/capabilities.json``, in OPA's own format.

Checked before either engine loads a module, because the engines fail differently: OPA runs ``http.send``, regorus
answers it with a silent *undefined*, which a rule may take for "nothing found". A policy decides on its input alone.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path

from aigov.errors import EngineError
from aigov.policy.rego_ast import Module, Name
from aigov.resources import policies_dir

# Not to be hidden behind an own rule or import of that name: the engines may differ in who wins.
_RESERVED = frozenset({"http", "net", "opa", "rand", "rego", "uuid"})


def check_capabilities(modules: Collection[Module], *, capabilities: Path | None = None) -> None:
    """Refuse the first call of a function that is neither the policy's own nor allowed.

    :raises EngineError: names the file, line and function.
    """
    allowed = allowed_builtins(capabilities or policies_dir() / "capabilities.json")
    own = _own_names(modules)
    for module in sorted(modules, key=lambda module: module.path):
        path = module.path
        names = own[module.package] | module.imports.keys()
        for name in sorted(names & _RESERVED):
            raise EngineError(f"gives an own meaning to {name!r}", where=path, fix="choose another name")
        for call in module.calls:
            if not _is_own(call, names) and str(call) not in allowed:
                raise EngineError(
                    f"calls {call}, which policies may not", where=f"{path}:{call.line}", fix=_advice(str(call))
                )


@cache
def allowed_builtins(capabilities: Path) -> frozenset[str]:
    """Names of the built-in functions in an OPA capabilities file.

    :raises EngineError: the file is not there or not of that format.
    """
    try:
        return frozenset(builtin["name"] for builtin in json.loads(capabilities.read_bytes())["builtins"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EngineError("is no OPA capabilities file", where=str(capabilities), fix="install aigov again") from error


def _own_names(modules: Iterable[Module]) -> dict[tuple[str, ...], frozenset[str]]:
    names: dict[tuple[str, ...], frozenset[str]] = {}
    for module in modules:  # files of one package share their rules
        names[module.package] = names.get(module.package, frozenset()) | module.rules
    return names


def _is_own(call: Name, names: frozenset[str] | set[str]) -> bool:
    return call.ref[0] == "data" or call.ref[0] in names


def _advice(name: str) -> str:
    if name == "<computed>":
        return "call functions by their name"
    if name.startswith("time.now"):
        return "use input.context.evaluated_at_ns"
    if name.partition(".")[0] in _RESERVED:
        return "a policy decides on its input alone"
    return "see policies/capabilities.json for those that both engines answer alike"
