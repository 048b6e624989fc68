"""Command line for claims handlers."""

import asyncio
from pathlib import Path

import typer

from claims_copilot.answers import answer
from claims_copilot.summary import Claim, summarise

app = typer.Typer(no_args_is_help=True)


@app.command("summarise")
def summarise_file(file: Path) -> None:
    """Sum up a claim, given as JSON."""
    typer.echo(summarise(Claim.model_validate_json(file.read_text())))


@app.command("ask")
def ask(claim_number: str, question: str) -> None:
    """Ask about a claim."""
    typer.echo(asyncio.run(answer(question, claim_number)))
