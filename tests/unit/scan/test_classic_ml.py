"""Classic machine learning: listed, left out on demand, and then said; biometrics and emotions raise indicators."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from aigov.bom.writer import write_bom
from aigov.catalogue import load_catalogue
from aigov.cli import cli
from aigov.model import Inventory
from aigov.pipeline import scan
from aigov.policy.input import build_input
from aigov.scan.scan import ScanOptions, scan_tree
from aigov.scan_plan import plan_scan
from aigov.schema import violations

LEARNING = "from sklearn.linear_model import LogisticRegression\nimport xgboost\nimport fer\n"
LLM = "import openai\n"


def inventory_of(root: Path, *, classic_ml: bool) -> Inventory:
    return scan_tree(root, catalogue=load_catalogue(), options=ScanOptions(classic_ml=classic_ml))


def test_listed_by_default_and_left_out_on_demand(tmp_path: Path) -> None:
    (tmp_path / "score.py").write_text(LEARNING)
    (tmp_path / "chat.py").write_text(LLM)
    whole = inventory_of(tmp_path, classic_ml=True)
    assert {use.name for use in whole.uses} == {"scikit-learn", "xgboost", "emotion-libraries", "openai"}
    assert whole.coverage.complete
    part = inventory_of(tmp_path, classic_ml=False)
    assert {use.name for use in part.uses} == {"openai"}
    assert part.indicators == ()
    assert part.coverage.classic_ml_left == 1
    assert not part.coverage.complete
    assert [row.message for row in part.problems] == [
        "classic machine learning is left out as you asked: 3 uses in 1 files, for instance score.py"
    ]
    assert violations("inventory", part.to_dict()) == []


def test_what_runs_a_language_model_is_not_classic(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("import transformers\nimport sentence_transformers\n")
    assert {use.name for use in inventory_of(tmp_path, classic_ml=False).uses} == {
        "transformers",
        "sentence-transformers",
    }


def test_a_tree_with_classic_ml_alone_is_not_taken_for_one_without_ai(tmp_path: Path) -> None:
    (tmp_path / "score.py").write_text(LEARNING)
    document = write_bom(inventory_of(tmp_path, classic_ml=False), load_catalogue())
    policy = build_input(document, None, load_catalogue(), datetime(2026, 11, 23, tzinfo=UTC))
    assert policy["ai_use"] == "undetermined"
    assert policy["coverage"]["gaps"] == [{"reason": "classic-ml-left-out", "files": 1, "suspects": 1}]


def test_nothing_left_out_is_no_gap(tmp_path: Path) -> None:
    (tmp_path / "chat.py").write_text(LLM)
    part = inventory_of(tmp_path, classic_ml=False)
    assert part.coverage.complete
    assert part.coverage.classic_ml_left == 0


@pytest.mark.parametrize(
    ("setting", "option", "listed"),
    [
        ("", [], True),
        ("scan:\n  classic_ml: false\n", [], False),
        ("scan:\n  classic_ml: false\n", ["--classic-ml"], True),
        ("", ["--no-classic-ml"], False),
    ],
)
def test_the_option_wins_over_the_setting(tmp_path: Path, setting: str, option: list[str], listed: bool) -> None:
    (tmp_path / "score.py").write_text(LEARNING)
    if setting:
        (tmp_path / "aigov.yaml").write_text(setting)
    result = CliRunner().invoke(cli, ["scan", str(tmp_path), "--format", "table", *option])
    assert ("xgboost" in result.output) is listed
    assert ("left out: classic machine learning in 1 files" in result.output) is not listed


def test_aigov_yaml_says_it_for_the_pipeline(tmp_path: Path) -> None:
    (tmp_path / "score.py").write_text(LEARNING)
    (tmp_path / "aigov.yaml").write_text("scan:\n  classic_ml: false\n")
    assert scan(tmp_path, plan=plan_scan(tmp_path)).uses == ()


@pytest.mark.parametrize(
    ("source", "indicator"),
    [
        ("import face_recognition\n", "remote-biometric-identification"),
        ("from deepface import DeepFace\n", "remote-biometric-identification"),
        ("from insightface.app import FaceAnalysis\n", "remote-biometric-identification"),
        ("from facenet_pytorch import MTCNN\n", "remote-biometric-identification"),
        ("from fer import FER\n", "emotion-recognition"),
        ("from hsemotion.facial_emotions import HSEmotionRecognizer\n", "emotion-recognition"),
        ("from feat import Detector\n", "emotion-recognition"),
        (
            "from deepface import DeepFace\nDeepFace.analyze('a.jpg', actions=['emotion'])\n",
            "emotion-recognition",
        ),
        ("from resemblyzer import VoiceEncoder\nVoiceEncoder()\n", "remote-biometric-identification"),
        (
            "from speechbrain.inference.speaker import SpeakerRecognition\n"
            "SpeakerRecognition.from_hparams(source='speechbrain/spkrec-ecapa-voxceleb')\n",
            "remote-biometric-identification",
        ),
        ("import cv2\nr = cv2.face.LBPHFaceRecognizer_create()\n", "remote-biometric-identification"),
        ("import cv2\nr = cv2.FaceRecognizerSF.create('a.onnx', '')\n", "remote-biometric-identification"),
    ],
)
def test_biometrics_and_emotions_ask_for_a_statement(tmp_path: Path, source: str, indicator: str) -> None:
    (tmp_path / "a.py").write_text(source)
    assert indicator in {row.indicator for row in inventory_of(tmp_path, classic_ml=True).indicators}


@pytest.mark.parametrize(
    "source", ["import cv2\nimage = cv2.imread('a.png')\n", "import numpy\n", "from feat import x\n", "import scipy\n"]
)
def test_what_is_no_machine_learning(tmp_path: Path, source: str) -> None:
    (tmp_path / "a.py").write_text(source)
    assert inventory_of(tmp_path, classic_ml=True).uses == ()
