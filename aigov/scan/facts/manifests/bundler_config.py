"""Configurations of JavaScript bundlers: packages that they leave out of a bundle, or take into it, by name.

Such a list is a use though nothing is imported there: the code that is bundled needs the package.
https://rollupjs.org/configuration-options/#external, https://webpack.js.org/configuration/externals/,
https://vite.dev/config/dep-optimization-options, https://nextjs.org/docs/app/api-reference/config/next-config-js.
They are programs and are read as text, never run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aigov.scan.facts.manifests.collected import Collected
from aigov.scan.facts.manifests.script_text import ScriptText
from aigov.scan.files import Document, Findings
from aigov.scan.scopes import scope_of

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

KIND = "bundler-config"

_WANTED = re.compile(
    r"(?:.*/)?(?:(?:rollup|vite|vitest|webpack|rspack|rsbuild|rolldown|tsup|tsdown|esbuild|next|nuxt)(?:\.[\w-]+)*\.config"
    r"|electron\.vite\.config|webpack\.config\.[\w-]+|next\.config|esbuild(?:[.-][\w-]+)?)(?:\.[\w-]+)*\.[cm]?[jt]s"
)
_LIST = re.compile(
    r"\b(?:externals?|serverExternalPackages|serverComponentsExternalPackages|transpilePackages|noExternal"
    r"|optimizeDeps\s*:\s*\{\s*(?:include|exclude))\s*:\s*(?P<open>[\[{])"
)
_BRACKET = re.compile(r"""[\[\]{}]|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'""")
_PACKAGE = re.compile(
    r"(?:(?:commonjs2?|module|import|node-commonjs|var|global)\s+)?((?:@[\w.-]+/)?[\w.-]+(?:/[\w./-]+)?)"
)


def wants(path: str) -> bool:
    """``rollup.config.js`` and its like."""
    return path.endswith(("js", "ts")) and _WANTED.fullmatch(path) is not None


def read(document: Document, catalogue: Catalogue) -> Findings:
    """Uses of the packages that the lists name."""
    if not document.candidate:
        return Findings()
    scope = scope_of(document.path)
    rows = Collected(document.path, "build" if scope == "app" else scope, catalogue)
    script = ScriptText(document.data, hashes=False)
    for name, at in _names(script.text):
        for entry in catalogue.imports("javascript", name):
            rows.use(entry, script.line(at), name)
    return rows.findings()


def _names(text: str) -> Iterator[tuple[str, int]]:
    at = 0
    while listed := _LIST.search(text, at):
        depth, at = 0, len(text)
        for found in _BRACKET.finditer(text, listed.start("open")):
            if found[0] in "[{":
                depth += 1
            elif found[0] in "]}":
                depth -= 1
                if depth == 0:
                    at = found.end()
                    break
            elif package := _PACKAGE.fullmatch(found[0][1:-1]):
                yield package[1], found.start()
