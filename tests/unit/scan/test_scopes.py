from __future__ import annotations

import pytest

from aigov.model import Scope
from aigov.scan.scopes import scope_of

CASES: dict[Scope, tuple[str, ...]] = {
    "app": (
        "main.py",
        "src/shop/service.py",
        "scripts/prepare_documents.py",
        "app/demo/page.tsx",
        "src/main/java/com/example/demo/DemoApplication.java",
        "src/main/java/com/acme/test/Support.java",
        "app/docs/service.py",
        "latest/contest.py",
        "attestation.py",
        "src/protest.ts",
        "setup/wizard.py",
        ".env.example",
        "Dockerfile",
        "requirements.txt",
        "src/Unit.java",
        "audit/audIT.py",
    ),
    "test": (
        "tests/unit/test_x.py",
        "test_x.py",
        "shop/x_test.py",
        "conftest.py",
        "src/__tests__/x.ts",
        "web/x.spec.ts",
        "web/x.test.tsx",
        "e2e/login.ts",
        "src/test/java/com/acme/ShopTest.java",
        "Acme.Shop.Tests/ShopTests.cs",
        "pkg/client_test.go",
        "tests/fixtures/app.py",
        "vitest.config.ts",
        "evals/run.py",
        "docs/tests/test_doc.py",
    ),
    "doc": ("README.md", "docs/conf.py", "docs/guide/index.md", "CHANGELOG.md", "src/shop/NOTES.rst", "mkdocs.yml"),
    "example": (
        "examples/chat/main.py",
        "samples/x.ts",
        "demo/app.py",
        "cookbook/rag.py",
        "docs/examples/run.py",
        "packages/sdk/examples/x.ts",
        "example.py",
        "examples/README.md",
    ),
    "build": (
        ".github/workflows/ci.yml",
        "setup.py",
        "noxfile.py",
        "webpack.config.js",
        "scripts/build.sh",
        "scripts/release-notes.py",
        ".devcontainer/setup.sh",
        "tox.ini",
        ".gitlab-ci.yml",
    ),
}


@pytest.mark.parametrize(("path", "scope"), [(path, scope) for scope, paths in CASES.items() for path in paths])
def test_scope(path: str, scope: Scope) -> None:
    assert scope_of(path) == scope
