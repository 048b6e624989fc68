"""Tell app code from tests, documentation, examples and build tooling by a file's path.

Only app and build rows decide controls, so a wrong ``test`` or ``example`` hides a use. Names that also occur inside
shipped code (``demo``, ``docs``: ``com.example.demo`` is what Spring's generator writes) therefore count only above
the source folder (``src``, ``app``, ``lib``); ``tests`` counts anywhere.
"""

from __future__ import annotations

import re
from functools import lru_cache

from aigov.model import Scope

_TEST_FOLDERS = frozenset(
    """test tests testing __tests__ __mocks__ __fixtures__ __snapshots__ e2e spec specs fixtures testdata test-data
    test_data test-fixtures test_fixtures cypress playwright unittests unit-tests integration-tests integration_tests
    unit_tests functional-tests acceptance-tests androidtest evals""".split()  # noqa: SIM905 - a word list reads better
)
_TEST_FOLDER_ENDS = (".tests", ".test", "-tests", "_tests", ".unittests", ".integrationtests")
_DOC_FOLDERS = frozenset("doc docs documentation docs_src javadoc".split())  # noqa: SIM905
_EXAMPLE_FOLDERS = frozenset(
    """example examples sample samples demo demos cookbook cookbooks tutorial tutorials quickstart quickstarts
    getting-started getting_started recipes""".split()  # noqa: SIM905 - a word list reads better
)
_EXAMPLE_FOLDER_ENDS = ("-example", "-examples", "_examples", "-samples", "-demos")
_BUILD_FOLDERS = frozenset(
    """.github .gitlab .circleci .ci ci .buildkite .azure-pipelines .azuredevops .devcontainer .husky .teamcity
    .woodpecker build-scripts build_scripts buildscripts build-tools build_tools .storybook .changeset .nx
    .cargo .mvn buildsrc""".split()  # noqa: SIM905 - a word list reads better
)
_SOURCE_ROOTS = frozenset("src app lib java kotlin scala pages".split())  # noqa: SIM905

_CODE = r"\.(?:py|pyi|[cm]?[jt]sx?|go|java|kts?|scala|cs|rb|rs|php|swift|dart|exs?|sh|bash|ps1)"
_TEST_FILE = re.compile(
    r"""test_.*\.pyi?|.*_tests?\.pyi?|tests?\.py|conftest\.py
      |.*\.(?:test|spec|e2e|cy|bench)\.[cm]?[jt]sx?|.*_test\.(?:go|dart|rb|exs|cc|cpp)|.*_spec\.rb
      |(?:jest|vitest|playwright|cypress|karma)(?:\.[\w-]+)*\.(?:config|conf|setup)\.[cm]?[jt]s
      |(?:jest|vitest)\.setup\.[cm]?[jt]s|setuptests\.[jt]s|pytest\.ini""",
    re.VERBOSE,
)
_TEST_CLASS_FILE = re.compile(r".*[a-z0-9](?:Tests?|Spec|IT|TestCase)\.(?:java|kt|kts|scala|groovy|cs|php|swift)")
_DOC_FILE = re.compile(
    r".*\.(?:md|mdx|markdown|rst|adoc|asciidoc|rdoc)|mkdocs\.ya?ml|readme(?:\..*)?|changelog(?:\..*)?"
)
_EXAMPLE_FILE = re.compile(rf"(?:example|examples|sample|example_.*|.*[_-]example){_CODE}")
_BUILD_FILE = re.compile(
    r"""setup\.py|noxfile\.py|fabfile\.py|hatch_build\.py|build\.(?:rs|py|mjs|cjs)|conanfile\.py|pavement\.py
      |(?:gulp|grunt)file(?:\.babel)?\.[cm]?[jt]s|.*\.config\.[cm]?[jt]s|\.?(?:eslint|prettier|babel|stylelint)(?:rc)?\.[cm]?js
      |makefile|gnumakefile|justfile|taskfile\.ya?ml|jenkinsfile|tox\.ini|\.gitlab-ci\.ya?ml|\.travis\.ya?ml
      |azure-pipelines.*\.ya?ml|bitbucket-pipelines\.ya?ml|cloudbuild\.ya?ml|appveyor\.ya?ml|\.drone\.ya?ml
      |\.pre-commit-config\.ya?ml|renovate\.json5?|dangerfile(?:\.[jt]s)?|rakefile""",
    re.VERBOSE,
)
_BUILD_SCRIPT = re.compile(r"(?:build|release|publish|lint|format|ci|bump|deploy|install|setup|bootstrap)(?:[-_.].*)?")
_SCRIPT_FOLDERS = frozenset(("scripts", "script", "bin", "hack", "tools"))


def scope_of(path: str) -> Scope:
    """Scope of the file at ``path``, relative to the root, ``/`` separated.

    A root that itself lies in a folder called ``examples`` is an app: nothing above the root is looked at.
    """
    return explain_scope(path)[0]


@lru_cache(maxsize=65536)
def explain_scope(path: str) -> tuple[Scope, str]:
    """``scope_of`` the file at ``path``, and what in the path decides it, in words."""
    folder, _, name = path.rpartition("/")
    by_folder = _folder_scope(folder)
    if by_folder is not None and by_folder[0] == "test":
        return by_folder
    by_name = _name_scope(name)
    if by_name == "test" or (by_name is not None and by_folder is None):
        return by_name, f"the file name {name}"
    if by_folder is not None:
        return by_folder
    last = folder.rpartition("/")[2]
    if last.lower() in _SCRIPT_FOLDERS and _BUILD_SCRIPT.fullmatch(name.lower()):
        return "build", f"the file name {name} in a folder {last}/"
    return "app", "no folder and no file name says otherwise"


@lru_cache(maxsize=65536)
def _folder_scope(folder: str) -> tuple[Scope, str] | None:
    found: tuple[Scope, str] | None = None
    above_source = True
    spelled = folder.split("/") if folder else []
    parts = [part.lower() for part in spelled]
    for index, part in enumerate(parts):
        why = f"the folder {spelled[index]}/"
        if part in _TEST_FOLDERS or part.endswith(_TEST_FOLDER_ENDS):
            # src/main/java/com/acme/test/…: below a main source set every folder is a package name.
            if "main" not in parts[:index]:
                return "test", why
        elif not above_source or found is not None:
            continue
        elif part in _EXAMPLE_FOLDERS or part.endswith(_EXAMPLE_FOLDER_ENDS):
            found = "example", why
        elif part in _DOC_FOLDERS:
            found = ("example" if _EXAMPLE_FOLDERS.intersection(parts[index + 1 :]) else "doc"), why
        elif part in _BUILD_FOLDERS:
            found = "build", why
        if part in _SOURCE_ROOTS:
            above_source = False
    return found


def _name_scope(name: str) -> Scope | None:
    lower = name.lower()
    if _TEST_FILE.fullmatch(lower) or _TEST_CLASS_FILE.fullmatch(name):
        return "test"
    if _EXAMPLE_FILE.fullmatch(lower):
        return "example"
    if _DOC_FILE.fullmatch(lower):
        return "doc"
    if _BUILD_FILE.fullmatch(lower):
        return "build"
    return None
