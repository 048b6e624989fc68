from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from aigov.evidence.keys import KeyPair, generate_keys
from aigov.evidence.signing import sign_folder

FIXTURES = Path(__file__).resolve().parent / "fixtures"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Good and bad bundles over ``fixtures/delivered``, written by make_corpus.py."""
    return FIXTURES / "corpus"


@pytest.fixture
def delivered(tmp_path: Path) -> Path:
    """A copy of the folder that ``aigov check`` leaves behind, unsigned."""
    return Path(shutil.copytree(FIXTURES / "delivered", tmp_path / "delivered"))


@pytest.fixture(scope="session")
def key_pair(tmp_path_factory: pytest.TempPathFactory) -> KeyPair:
    return generate_keys(tmp_path_factory.mktemp("keys") / "vendor", passphrase=None)


@pytest.fixture
def signed(delivered: Path, key_pair: KeyPair) -> Path:
    """The delivered folder with its bundle."""
    sign_folder(delivered, key_pair.private, passphrase=None)
    return delivered


@pytest.fixture
def seal(delivered: Path, corpus: Path) -> Callable[[Path], Path]:
    """Put a bundle of the corpus into the delivered folder."""

    def put(bundle: Path) -> Path:
        shutil.copy(bundle, delivered / "evidence.sigstore.json")
        return delivered

    return put
