from __future__ import annotations

import importlib.util
import json
from pathlib import Path

HERE = Path(__file__).resolve().parent


def test_generator_still_makes_the_corpus_that_is_checked_in(tmp_path: Path, corpus: Path) -> None:
    """Keys and signatures are new each time; the cases and what must fail in each are not."""
    spec = importlib.util.spec_from_file_location("make_corpus", HERE / "make_corpus.py")
    assert spec and spec.loader
    make_corpus = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make_corpus)

    make_corpus.main(tmp_path / "corpus")

    def names(root: Path) -> list[str]:
        return sorted(str(path.relative_to(root)) for path in root.rglob("*"))

    assert names(tmp_path / "corpus") == names(corpus)
    made, kept = (json.loads((root / "bad" / "expected.json").read_text()) for root in (tmp_path / "corpus", corpus))
    assert made == kept
