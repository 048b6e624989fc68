"""Every folder here is a case: a small source tree whose own comments say what the scan must find in it.

``# expect: …`` (or ``// expect: …``) stands at the end of the line that it speaks of, or on lines of its own directly
above it. What it says, in the words of the inventory:

    use NAME HOW
    model ID provider=NAME [variable=NAME] [publisher=NAME] [pinned=yes|no|unresolved]
    endpoint URL provider=NAME [exposure=…] [region=…] [deployment=…] [variable=…]
    call NAME SYMBOL
    flow PROVIDER [model=ID] [CLASS[,CLASS…] | none | unresolved]
    unresolved WHAT NAME [variable=NAME]
    indicator ID SIGNAL
    mcp NAME
    agent FRAMEWORK [name=…] [model=…] [tools=NAME,…] [servers=NAME,…] [agents=NAME,…] [can=ID,…] [approval=yes] [open=yes]
    tool NAME [can=CAPABILITY,…] [origin=…] [offered=NAME] [approval=yes] [open=yes]
    observer NAME HOW CONTENT [host=URL] [providers=…] [unresolved=…, _ for a blank]
    surface WHAT HOW NAME [asks=FILE:LINE] [route=…] [model=ID] [weak=True]

``~`` follows a capability or combination that only a name suggests, ``can=none`` says that there is none, ``open`` that not
all is known; names are written without blanks. Tools are checked only in cases that expect one.

Several are parted by ``;``. Anything found and not expected fails, as does anything expected and not found; ``# ok``
only tells the reader that a line is a decoy. Calls are checked only in cases that expect one.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from aigov.catalogue import load_catalogue
from aigov.model import Inventory
from aigov.scan.scan import scan_tree
from aigov.schema import violations

HERE = Path(__file__).parent
CASES = sorted(path.name for path in HERE.iterdir() if path.is_dir() and not path.name.startswith((".", "_")))
_EXPECT = re.compile(r"(?:#|//)\s*expect:\s*(?P<what>.*?)\s*(?:\*/)?\s*$")
_COMMENT = re.compile(r"\s*(?:#(?!\[|r\b)|//|\*|/\*)")
_OPTIONAL = {
    "model": ("variable", "publisher", "pinned"),
    "endpoint": ("exposure", "region", "deployment", "variable"),
    "flow": ("model",),
    "unresolved": ("variable",),
    "agent": ("name", "model", "tools", "servers", "agents", "can", "approval", "open"),
    "tool": ("can", "origin", "offered", "approval", "open"),
    "observer": ("host", "providers", "unresolved"),
    "surface": ("asks", "route", "model", "weak"),
}


def _expected(case: Path) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for path in sorted(case.rglob("*")):
        if not path.is_file() or path.suffix in (".bin", ".png"):
            continue
        name = path.relative_to(case).as_posix()
        pending: list[str] = []
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = _EXPECT.search(line)
            items = [item.strip() for item in match["what"].split(";")] if match else []
            if match and _COMMENT.match(line):
                pending += items
                continue
            if line.strip() and not (_COMMENT.match(line) and not match):
                for item in pending + items:
                    found.add((name, str(number), *item.split()))
                pending = []
        assert not pending, f"{name}: an expectation at the end of the file speaks of no line"
    return found


def _actual(inventory: Inventory, expected: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """The inventory in the words of the expectations; optional fields only where an expectation names them."""
    document = inventory.to_dict()
    wanted = {(item[0], item[1], item[2], item[3]): item for item in expected if len(item) > 3}
    found: set[tuple[str, ...]] = set()

    def add(row: dict[str, object], kind: str, *words: str) -> None:
        at = (str(row["file"]), str(row["line"]), kind, words[0])
        named = {word.partition("=")[0] for word in wanted.get(at, ()) if "=" in word}
        extra = [f"{key}={row.get(key)}" for key in _OPTIONAL.get(kind, ()) if key in named]
        found.add((at[0], at[1], kind, *sorted((*words, *extra), key=lambda word: word != words[0])))

    for row in document["uses"]:
        add(row, "use", row["name"], row["how"])
    for row in document["models"]:
        add(row, "model", row["model"], f"provider={row['provider']}")
    for row in document["endpoints"]:
        add(row, "endpoint", row["url"], f"provider={row['provider']}")
    for row in document["flows"]:
        data = ",".join(row.get("data", [])) or ("unresolved" if "unresolved" in row else "none")
        add(row, "flow", row["provider"], data)
    for row in document["unresolved"]:
        add(row, "unresolved", row["what"], row["name"])
    for row in document["indicators"]:
        add(row, "indicator", row["indicator"], row["signal"])
    for row in document["mcp_servers"]:
        add(row, "mcp", row["name"])
    for row in document["agents"]:
        add(_reach(row, "combinations"), "agent", row["framework"])
    for row in document["tools"] if any(item[2] == "tool" for item in expected) else ():
        add(_reach(row, "abilities"), "tool", row["name"].replace(" ", ""))
    for row in document["observers"]:
        said = {"providers": ",".join(row.get("providers", ())), "unresolved": str(row.get("unresolved")).replace(" ", "_")}
        add(row | said, "observer", row["name"], row["how"], row["content"])
    for row in document["surfaces"] if any(item[2] == "surface" for item in expected) else ():
        asks = row.get("asks")
        said = {"asks": f"{asks['file']}:{asks['line']}" if asks else "None"}
        add(row | said, "surface", row["what"], row["how"], row["name"])
    if any(item[2] == "call" for item in expected):
        for row in document["calls"]:
            add(row, "call", row["name"], row["symbol"])
    return found


def _reach(row: dict[str, Any], parts: str) -> dict[str, object]:
    """An agent or tool with its lists as words."""
    names = {
        key: ",".join(sorted(part["name"].replace(" ", "") for part in row.get(key, ()))) or "none"
        for key in ("tools", "servers", "agents")
    }
    can = sorted(
        (part.get("capability") or part["id"]) + ("~" if part.get("weak") else "") for part in row.get(parts, ())
    )
    said = {key: "yes" if row.get(field) else "no" for key, field in (("approval", "approval"), ("open", "unresolved"))}
    return row | names | said | {"can": ",".join(can) or "none", "name": row["name"].replace(" ", "")}


def _normal(items: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    return {(*item[:4], *sorted(item[4:])) for item in items}


@pytest.mark.parametrize("case", CASES)
def test_case(case: str) -> None:
    root = HERE / case
    expected = _normal(_expected(root))
    inventory = scan_tree(root, catalogue=load_catalogue())
    actual = _normal(_actual(inventory, expected))
    missing, unexpected = sorted(expected - actual), sorted(actual - expected)
    report = [*(f"missing:    {' '.join(item)}" for item in missing), *(f"unexpected: {' '.join(item)}" for item in unexpected)]
    assert not report, "\n" + "\n".join(report)
    assert violations("inventory", inventory.to_dict()) == []


def test_every_case_says_what_it_is_about() -> None:
    """A case without expectations must hold decoys, marked ``ok``, or it proves nothing."""
    for case in CASES:
        text = "".join(path.read_text(encoding="utf-8") for path in (HERE / case).rglob("*") if path.is_file())
        assert "expect:" in text or re.search(r"(?:#|//) ok", text), case
