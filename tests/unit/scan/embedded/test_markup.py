"""Scripts of Vue, Svelte, Astro and HTML files at their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.scan.embedded.markup import project
from aigov.scan.scan import scan_tree

VUE = b"""<template>
  <p>{{ import_openai }}</p>
</template>
<script>
export default {}
</script>
<script setup lang="ts">
import OpenAI from "openai"
</script>
<style>.a { color: red }</style>
"""


def test_blocks_stay_at_their_lines() -> None:
    projection = project(VUE, "a.vue")
    assert projection is not None
    assert projection.language == "typescript"
    lines = projection.text.decode().split("\n")
    assert lines[4] == "export default {}"
    assert lines[7] == 'import OpenAI from "openai"'
    assert "template" not in projection.text.decode()


def test_the_fence_of_astro_is_code() -> None:
    projection = project(b'---\nimport a from "openai"\n---\n<p>---</p>\n<script>b()</script>\n', "a.astro")
    assert projection is not None
    assert projection.text.decode().split("\n")[1] == 'import a from "openai"'
    assert "b()" in projection.text.decode().split("\n")[4]


@pytest.mark.parametrize(
    "data",
    [
        b"<p>openai</p>",
        b"<!-- <script>import 'openai'</script> -->",
        b'<script type=\'application/json\'>{"a": "openai"}</script>',
        b"<script src='https://x.example/openai.js'></script>",
        b"<script lang='coffee'>openai</script>",
        b"<script>openai",
        b"<!-- openai <script>",
        b"<script '",
    ],
)
def test_no_script_no_code(data: bytes) -> None:
    assert project(data, "a.html") is None


def test_hostile_pages_cost_no_more_than_their_size() -> None:
    assert project(b"<script " * 40_000, "a.html") is None
    assert project(b"<!--" * 200_000, "a.html") is None
    assert project(b"<script>" * 100_000, "a.html") is None


def test_a_page_that_only_speaks_of_ai_is_no_gap(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>openai and {% if x %}</p><script>if ({{ y }}) {</script>")
    inventory = scan_tree(tmp_path, catalogue=load_catalogue())
    assert inventory.coverage.complete
    assert inventory.uses == ()
