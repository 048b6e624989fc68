"""Recall and precision of the scanner on repositories that people have labelled by hand; docs/accuracy.md says more.

AIGOV_CORPUS=FOLDER python bench/accuracy.py [--detail NAME] [--json]

``FOLDER/labels/<name>.json`` says what one repository uses, and ``FOLDER/<name>/`` is that repository, laid out at the
commit of the labels (``AIGOV_CORPUS_TREES`` where the repositories lie elsewhere). A label is one ``(file, name)`` or
``(file, model)``::

    {"uses": [{"file": "a.py", "line": 1, "name": "openai", "how": "import", "scope": "app", "note": "…"}],
     "models": [{"file": "a.py", "line": 4, "model": "gpt-4o", "scope": "app"}],
     "neutral_uses": [["a.py", "openai"]], "neutral_models": [], "unlabelled_files": [], "unlabelled_dirs": []}

What must be found are the labels of scope ``app`` and ``build`` without a mark of doubt at the beginning of the note.
The others cost nothing, found or not. What is found and labelled nowhere is a false positive, but for documentation,
tests, files that nobody labelled, and names that no label of any repository has ("unjudged": nobody looked for them).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Pair = tuple[str, str]
"""A file and the name of an entry, or a file and a model id in small letters."""

GROUPS = ("code", "manifest", "infra")
_GROUP_OF = {"import": "code", "sdk-call": "code", "http": "code", "manifest": "manifest", "lockfile": "manifest"}
_DOUBT = ("AMBIGUOUS", "weak:", "sdk-client-only:", "borderline:")
_NOT_WRITTEN = "literal absent"
_UNJUDGED_PLACE = re.compile(
    r"""\.(?:md|mdx|rst|adoc)$ | (?:^|/)(?:docs?|documentation)/
      | (?:^|/)(?:tests?|spec|__tests__|e2e|evals?|fixtures?)/ | [._-](?:test|spec)\.[a-z]+$ | _test\.go$
      | (?:^|/)test_[^/]*$""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What people say about one repository."""

    required: Mapping[Pair, str]
    """Uses that must be found, and the group that each counts for."""
    permitted: frozenset[Pair]
    """Uses that may be found."""
    required_models: frozenset[Pair]
    permitted_models: frozenset[Pair]
    names: frozenset[str]
    """Every name that a label has."""
    unlabelled: tuple[str, ...]
    """Files, and folders with a ``/`` at the end, at which nobody looked."""

    def judges(self, file: str) -> bool:
        """Whether anybody looked at the file."""
        return not any(file == place or (place.endswith("/") and file.startswith(place)) for place in self.unlabelled)


def read_labels(path: Path) -> Labels:
    """The labels of one repository."""
    document = json.loads(path.read_text(encoding="utf-8"))
    required: dict[Pair, str] = {}
    permitted: set[Pair] = set()
    for row in document["uses"]:
        pair = (row["file"], _slug(row["name"]))
        if _counts(row):
            required[pair] = _GROUP_OF.get(row["how"], "infra")
        else:
            permitted.add(pair)
    permitted.update((file, _slug(name)) for file, name in _pairs(document.get("neutral_uses", ()), "name"))
    models = {(row["file"], row["model"].lower()): row for row in document["models"]}
    must = {
        (row["file"], row["model"].lower())
        for row in document["models"]
        if _counts(row) and _NOT_WRITTEN not in (row.get("note") or "")
    }
    neutral = {(file, model.lower()) for file, model in _pairs(document.get("neutral_models", ()), "model")}
    folders = tuple(folder.rstrip("/") + "/" for folder in document.get("unlabelled_dirs", ()))
    return Labels(
        required=required,
        permitted=frozenset(permitted),
        required_models=frozenset(must),
        permitted_models=frozenset(models) | neutral,
        names=frozenset(_slug(row["name"]) for row in document["uses"]),
        unlabelled=(*document.get("unlabelled_files", ()), *folders),
    )


def _counts(row: Mapping[str, Any]) -> bool:
    return row["scope"] in ("app", "build") and not (row.get("note") or "").startswith(_DOUBT)


def _pairs(rows: Iterable[Any], key: str) -> Iterable[Pair]:
    for row in rows:
        yield (row[0], row[1]) if isinstance(row, list) else (row["file"], row[key])


def _slug(name: str) -> str:
    return re.sub(r"[ _]", "-", name.strip().lower())


@dataclass(slots=True, kw_only=True)
class Score:
    """Counts of one repository, or of several."""

    wanted: dict[str, int] = field(default_factory=lambda: dict.fromkeys((*GROUPS, "model"), 0))
    hit: dict[str, int] = field(default_factory=lambda: dict.fromkeys((*GROUPS, "model"), 0))
    invented: int = 0
    invented_models: int = 0
    unjudged: int = 0
    detail: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Count another repository too."""
        for key in self.wanted:
            self.wanted[key] += other.wanted[key]
            self.hit[key] += other.hit[key]
        self.invented += other.invented
        self.invented_models += other.invented_models
        self.unjudged += other.unjudged

    def recall(self, *keys: str) -> float | None:
        """Share of what must be found that was; None where nothing must."""
        return _share(sum(self.hit[key] for key in keys), sum(self.wanted[key] for key in keys))

    @property
    def precision(self) -> float | None:
        """Share of what was found that is there."""
        right = sum(self.hit[key] for key in GROUPS)
        return _share(right, right + self.invented)

    @property
    def model_precision(self) -> float | None:
        """The same of model ids."""
        return _share(self.hit["model"], self.hit["model"] + self.invented_models)

    def figures(self) -> dict[str, float | None]:
        """Each column of the table."""
        return {
            "recall": self.recall(*GROUPS),
            **{group: self.recall(group) for group in GROUPS},
            "precision": self.precision,
            "model recall": self.recall("model"),
            "model precision": self.model_precision,
        }


def _share(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole else None


def compare(labels: Labels, inventory: Mapping[str, Any], names: Collection[str]) -> Score:
    """The score of an inventory (``aigov scan --format json``) against the labels of its repository.

    :param names: every name that a label of any repository has.
    """
    uses = {(row["file"], _slug(row["name"])) for row in inventory["uses"] if labels.judges(row["file"])}
    models = {(row["file"], row["model"].lower()) for row in inventory["models"] if labels.judges(row["file"])}
    score = Score()
    for pair, group in labels.required.items():
        score.wanted[group] += 1
        score.hit[group] += pair in uses
    score.wanted["model"] = len(labels.required_models)
    score.hit["model"] = len(labels.required_models & models)
    strange = {pair for pair in uses - labels.required.keys() - labels.permitted if not _UNJUDGED_PLACE.search(pair[0])}
    invented = {pair for pair in strange if pair[1] in names}
    invented_models = {pair for pair in models - labels.permitted_models if not _UNJUDGED_PLACE.search(pair[0])}
    score.invented, score.unjudged, score.invented_models = len(invented), len(strange - invented), len(invented_models)
    score.detail = [
        *(f"missed use ({labels.required[pair]})\t{_spell(pair)}" for pair in sorted(labels.required.keys() - uses)),
        *(f"invented use\t{_spell(pair)}" for pair in sorted(invented)),
        *(f"unjudged use\t{_spell(pair)}" for pair in sorted(strange - invented)),
        *(f"missed model\t{_spell(pair)}" for pair in sorted(labels.required_models - models)),
        *(f"invented model\t{_spell(pair)}" for pair in sorted(invented_models)),
    ]
    return score


def _spell(pair: Pair) -> str:
    return "\t".join(pair)


def scan(tree: Path) -> dict[str, Any]:
    """The inventory of a repository."""
    from aigov import pipeline

    return pipeline.scan(tree).to_dict()


def table(scores: Mapping[str, Score]) -> Iterable[str]:
    """The figures, a line a repository, all together, and the mean over repositories."""
    columns = list(Score().figures())
    heads = ("recall", "code", "manif.", "infra", "precis.", "model R", "model P")
    yield f"{'repository':34}" + "".join(f"{head:>9}" for head in heads) + f"{'invented':>10}{'unjudged':>10}"
    total = Score()
    for score in scores.values():
        total.add(score)
    for name, score in (*scores.items(), ("all", total)):
        figures = "".join(_percent(value) for value in score.figures().values())
        yield f"{name:34}{figures}{score.invented + score.invented_models:>10}{score.unjudged:>10}"
    means = []
    for column in columns:
        known = [value for score in scores.values() if (value := score.figures()[column]) is not None]
        means.append(sum(known) / len(known) if known else None)
    yield f"{'mean over repositories':34}" + "".join(_percent(value) for value in means)


def _percent(value: float | None) -> str:
    return f"{'-':>9}" if value is None else f"{value:>8.1f}%"


def main() -> int:
    """Scan every labelled repository and print the table."""
    parser = argparse.ArgumentParser(description="Recall and precision on labelled repositories (AIGOV_CORPUS).")
    parser.add_argument("--detail", metavar="NAME", help="list every miss and every false positive of this repository")
    parser.add_argument("--json", action="store_true", help="print the counts as JSON instead of the table")
    options = parser.parse_args()
    corpus = os.environ.get("AIGOV_CORPUS")
    if not corpus or not (Path(corpus) / "labels").is_dir():
        print("AIGOV_CORPUS must name a folder that holds labels/<name>.json", file=sys.stderr)
        return 2
    trees = Path(os.environ.get("AIGOV_CORPUS_TREES", corpus))
    labels = {path.stem: read_labels(path) for path in sorted((Path(corpus) / "labels").glob("*.json"))}
    absent = [name for name in labels if not (trees / name).is_dir()]
    if absent or not labels or (options.detail and options.detail not in labels):
        wrong = (
            f"not laid out in {trees}: {', '.join(absent)}" if absent else f"no labels for {options.detail or 'any'}"
        )
        print(wrong, file=sys.stderr)
        return 2
    names = frozenset().union(*(each.names for each in labels.values()))
    scores = {name: compare(each, scan(trees / name), names) for name, each in labels.items()}
    if options.detail:
        for line in scores[options.detail].detail:
            print(line)
    if options.json:
        print(json.dumps({name: score.figures() for name, score in scores.items()}, indent=2))
    else:
        for line in table(scores):
            print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
