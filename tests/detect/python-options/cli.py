import argparse
import configparser
import os
import sys

import click
import typer
import yaml
from absl import flags
from hvac_settings import hvac_secrets
from dotenv import dotenv_values, load_dotenv
from openai import OpenAI  # expect: use openai import

load_dotenv()
FLAGS = flags.FLAGS
flags.DEFINE_string("flag_model", "gpt-4o", "which model")  # expect: model gpt-4o provider=openai variable=--flag_model
values = dotenv_values(".env")
vault = hvac_secrets()
parser_file = configparser.ConfigParser()
client = OpenAI()


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", "-m", default="gpt-4o-mini")  # expect: model gpt-4o-mini provider=openai variable=--model
    parser.add_argument("--title", dest="heading", default="gpt-4.1")  # expect: model gpt-4.1 provider=openai variable=--title
    parser.add_argument("--needed")
    parser.add_argument("--judge-model", type=str, default=os.environ.get("JUDGE", "o3"))  # expect: model o3 provider=openai variable=JUDGE
    return parser.parse_args()


def run(prompt, cfg, cfg2: dict):
    args = parse()
    client.responses.create(input=prompt, model=args.model)  # expect: flow openai user-content model=gpt-4o-mini
    client.responses.create(input=prompt, model=args.heading)  # expect: flow openai user-content model=gpt-4.1
    client.responses.create(input=prompt, model=args.needed)  # expect: flow openai user-content ; unresolved model openai variable=--needed
    client.responses.create(input=prompt, model=args.judge_model)  # expect: flow openai user-content model=o3
    client.responses.create(input=prompt, model=FLAGS.flag_model)  # expect: flow openai user-content model=gpt-4o
    client.responses.create(input=prompt, model=values.get("DOT_MODEL", "o4-mini"))  # expect: flow openai user-content model=o4-mini ; model o4-mini provider=openai variable=DOT_MODEL
    client.responses.create(input=prompt, model=values["DOT2_MODEL"])  # expect: flow openai user-content ; unresolved model openai variable=DOT2_MODEL
    client.responses.create(input=prompt, model=cfg.get("llm_model", "gpt-4-turbo"))  # expect: flow openai user-content model=gpt-4-turbo ; model gpt-4-turbo provider=openai variable=llm_model
    client.responses.create(input=prompt, model=cfg2.get("small") or "gpt-4")  # expect: flow openai user-content model=gpt-4 ; model gpt-4 provider=openai
    client.responses.create(input=prompt, model=parser_file.get("llm", "model", fallback="gpt-3.5-turbo"))  # expect: flow openai user-content model=gpt-3.5-turbo ; model gpt-3.5-turbo provider=openai variable=llm.model
    client.responses.create(input=prompt, model=vault.get("VAULT_MODEL", "gpt-5"))  # expect: flow openai user-content model=gpt-5 ; model gpt-5 provider=openai variable=VAULT_MODEL
    client.responses.create(input=prompt, model=cfg.render("a", "plain"))  # expect: flow openai user-content model=None ; unresolved model openai variable=None
    client.responses.create(input=prompt, model=getattr(cfg, "model", "o1"))  # expect: flow openai user-content model=o1 ; model o1 provider=openai
    client.responses.create(input=prompt, model=sys.argv[1] if len(sys.argv) > 1 else "o1-mini")  # expect: flow openai user-content model=o1-mini ; model o1-mini provider=openai
    with open("config.yaml") as handle:
        loaded = yaml.safe_load(handle)
    client.responses.create(input=prompt, model=loaded["llm"]["model"])  # expect: flow openai user-content ; unresolved model openai


@click.command()
@click.option("--model", default="gpt-4o-2024-08-06", envvar="CLICK_MODEL", show_default=True)  # expect: model gpt-4o-2024-08-06 provider=openai variable=CLICK_MODEL
@click.option("--small", "small_model", default="gpt-4o-mini-2024-07-18")  # expect: model gpt-4o-mini-2024-07-18 provider=openai variable=--small
@click.argument("prompt")
def main(model, small_model, prompt):
    client.responses.create(input=prompt, model=model)  # expect: flow openai user-content model=gpt-4o-2024-08-06
    client.responses.create(input=prompt, model=small_model)  # expect: flow openai user-content model=gpt-4o-mini-2024-07-18


cli = typer.Typer()


@cli.command()
def typed(prompt: str, model: str = typer.Option("gpt-4.1-mini", "--model", envvar="TYPER_MODEL")):  # expect: model gpt-4.1-mini provider=openai variable=TYPER_MODEL
    client.responses.create(input=prompt, model=model)  # expect: flow openai user-content model=gpt-4.1-mini
