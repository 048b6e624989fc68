"""``aigov catalogue``: what the scan recognises, and whether its entries hold."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

import click

from aigov import pipeline, scan_plan
from aigov.canonical import pretty_json
from aigov.catalogue import Catalogue
from aigov.catalogue.entry import OwnEntry
from aigov.cli.options import catalogue_option, say
from aigov.errors import UsageError
from aigov.text import printable

KINDS = ("provider", "model-host", "framework", "agent-framework", "mcp", "vector-db", "eval", "ml-runtime")
LANGUAGES = ("python", "javascript", "go", "java", "csharp", "ruby", "rust", "php", "swift", "dart", "elixir")
_SHARED = {"typescript": "javascript", "kotlin": "java", "scala": "java"}
"""Languages that use another one's rules."""
_format_option = click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True
)


@click.group()
def catalogue() -> None:
    """The providers, SDKs, frameworks, stores and tools that a scan recognises."""


def _own(catalogue: Catalogue) -> tuple[OwnEntry, ...]:
    return getattr(catalogue, "own", ())


@catalogue.command("list", short_help="List the entries.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only this kind. Repeatable.")
@click.option(
    "--language", "spoken", multiple=True, type=click.Choice((*LANGUAGES, *_SHARED)), help="Only with rules for it."
)
@_format_option
@catalogue_option
def list_entries(
    kinds: tuple[str, ...], spoken: tuple[str, ...], form: Literal["table", "json"], catalogue_dir: Path | None
) -> None:
    """List the entries of the catalogue, of all kinds and languages by default."""
    from aigov.report.catalogue import languages, list_document, print_list
    from aigov.report.terminal import console_for

    known = scan_plan.catalogue_with(catalogue_dir)
    wanted = {_SHARED.get(language, language) for language in spoken}
    entries = [
        entry
        for entry in known.entries.values()
        if (not kinds or entry.kind in kinds) and (not wanted or wanted & set(languages(entry)))
    ]
    if form == "json":
        click.echo(pretty_json(list_document(entries, _own(known))), nl=False)
    else:
        print_list(entries, _own(known), console_for(sys.stdout))


@catalogue.command(short_help="Show all that an entry recognises.")
@click.argument("slug")
@_format_option
@catalogue_option
def show(slug: str, form: Literal["table", "json"], catalogue_dir: Path | None) -> None:
    """Show what the entry SLUG recognises, and the data terms that it knows, with their sources."""
    from aigov.report.catalogue import entry_document, print_entry
    from aigov.report.terminal import console_for

    known = scan_plan.catalogue_with(catalogue_dir)
    entry = known.get(slug)
    if entry is None:
        near = get_close_matches(slug.lower(), list(known.entries), 3, 0.5)
        titles = [e.id for e in known.entries.values() if slug.lower() in (e.title.lower(), (e.vendor or "").lower())]
        found = list(dict.fromkeys((*titles, *(id for id in known.entries if slug.lower() in id), *near)))[:5]
        fix = f"did you mean {', '.join(found)}?" if found else "`aigov catalogue list` names them"
        raise UsageError(f"there is no entry {slug!r}", fix=fix)
    own = next((row for row in _own(known) if row.id == slug), None)
    if form == "json":
        click.echo(pretty_json(entry_document(entry, own)), nl=False)
    else:
        print_entry(entry, own, console_for(sys.stdout))


@catalogue.command(short_help="Check entries and prove that they fire.")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--fixtures",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder with a folder <id> of source files for each entry. Default: DIR/fixtures; aigov's own in a checkout.",
)
@click.option("--rules", is_flag=True, help="Try each rule too: which of them would no fixture miss?")
@click.option("--strict", is_flag=True, help="With --rules: a rule that no fixture proves is a failure.")
@_format_option
def test(folder: Path | None, fixtures: Path | None, rules: bool, strict: bool, form: Literal["table", "json"]) -> int:
    """Check the entries in DIR, or the shipped ones: schema, owners, expressions, and a fixture that each fires on.

    Exits 1 when anything is wrong.
    """
    result = pipeline.check_catalogue(folder, fixtures=fixtures, prove_rules=rules or strict)
    failed = result.failed(strict=strict)
    if form == "json":
        click.echo(pretty_json(result.to_dict(strict=strict)), nl=False)
        return 1 if failed else 0
    for line in result.lines(strict=strict):
        click.echo(printable(line))
    say(
        f"{result.entries} {'entry' if result.entries == 1 else 'entries'}, {result.proven} proven by a fixture"
        + (f", {result.rules - result.unproven} of {result.rules} rules" if rules or strict else "")
        + (f"; {failed} wrong" if failed else "; all is well")
    )
    return 1 if failed else 0
