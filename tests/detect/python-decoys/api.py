"""Uses from openai import OpenAI, with model="gpt-4o", and https://api.openai.com/v1 in this docstring only."""

import logging

from fastapi import APIRouter

router = APIRouter()
log = logging.getLogger(__name__)


# from openai import OpenAI
# model = "gpt-4o"
@router.get("/models")  # ok
def models() -> dict[str, str]:
    """Talks to anthropic: claude-3-opus-20240229."""
    "gpt-4o"
    log.info("gpt-4o")  # ok
    print("we compared claude-3-opus-20240229 with gpt-4o and liked neither")  # ok
    return {"hint": "Ask openai for access to gpt-4o or read https://platform.openai.com/docs"}  # ok


TRANSLATIONS = {"en.model": "Model", "de.openai": "OpenAI ist ein Anbieter"}  # ok
car = {"model": "o1", "make": "anthropic"}
