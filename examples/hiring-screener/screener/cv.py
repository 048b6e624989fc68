"""Reads applications."""

from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfReader


@dataclass
class Candidate:
    name: str
    email: str
    date_of_birth: str
    cv_text: str


def read_cv(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)
