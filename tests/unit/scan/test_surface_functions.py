"""What templates say of functions that a cloud runs, and what code says where no template does."""

from __future__ import annotations

from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.scan.scan import scan_tree
from aigov.scan.surface_triggers import handler_of

CATALOGUE = load_catalogue()
ASKS = """\
from openai import OpenAI


def run(event, context):
    return OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": event["body"]}])
"""


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def routes(root: Path) -> list[tuple[str, str, str | None]]:
    return [(row.file, row.name, row.route) for row in scan_tree(root, catalogue=CATALOGUE).surfaces]


@pytest.mark.parametrize(
    "event",
    [
        "- http: post /desk/ask",
        "- http: { path: desk/ask, method: post }",
        "- httpApi:\n          path: /desk/ask\n          method: POST",
        "- alb: { path: /desk/ask, priority: 1 }",
    ],
)
def test_addresses_of_serverless_yml(tmp_path: Path, event: str) -> None:
    template = f"service: desk\nfunctions:\n  desk:\n    handler: functions/desk.run\n    events:\n      {event}\n"
    write(tmp_path, {"serverless.yml": template, "functions/desk.py": ASKS})
    assert routes(tmp_path) == [("functions/desk.py", "http", "/desk/ask")]


@pytest.mark.parametrize(
    "event", ["- sqs: arn:aws:sqs:x:1:ask", "- schedule: rate(1 hour)", "- sns: ask", "- eventBridge: {}"]
)
def test_what_answers_nobody_in_serverless_yml(tmp_path: Path, event: str) -> None:
    template = f"service: ask\nfunctions:\n  ask:\n    handler: ask.run\n    events:\n      {event}\n"
    write(tmp_path, {"serverless.yml": template, "ask.py": ASKS})
    assert routes(tmp_path) == []


def test_an_address_of_its_own_goes_by_the_function_s_names(tmp_path: Path) -> None:
    template = (
        "Resources:\n  AskDeskFunction:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: .\n"
        "      Handler: app.run\n      FunctionUrlConfig: { AuthType: NONE }\n"
    )
    write(tmp_path, {"infra/template.yaml": template, "infra/app.py": ASKS})
    assert routes(tmp_path) == [("infra/app.py", "http", "/ask-desk")]


def test_a_program_of_the_cdk_in_python(tmp_path: Path) -> None:
    stack = """\
from aws_cdk import Stack, aws_apigateway as apigateway, aws_lambda as lambda_


class Desk(Stack):
    def __init__(self, scope, name):
        super().__init__(scope, name)
        ask = lambda_.Function(
            self, "F", handler="desk.run", code=lambda_.Code.from_asset("functions")
        )
        api = apigateway.RestApi(self, "Api")
        api.root.add_resource("chat").add_method("POST", apigateway.LambdaIntegration(ask))
"""
    write(tmp_path, {"cdk.json": "{}", "stacks/desk.py": stack, "functions/desk.py": ASKS})
    assert routes(tmp_path) == [("functions/desk.py", "http", "/chat")]


def test_addresses_that_are_no_chat_are_no_surface(tmp_path: Path) -> None:
    template = "service: s\nfunctions:\n  f:\n    handler: desk.run\n    events:\n      - http: post /letters\n"
    write(tmp_path, {"serverless.yml": template, "desk.py": ASKS})
    assert routes(tmp_path) == []


@pytest.mark.parametrize(
    "text", ["functions:\n  handler: [", "Resources: AWS::Serverless::Function", "handler:\nfunctions: 3\n"]
)
def test_broken_templates_say_nothing(tmp_path: Path, text: str) -> None:
    write(tmp_path, {"serverless.yml": text, "template.yaml": text, "desk.py": ASKS})
    assert routes(tmp_path) == []


def test_how_handlers_are_spelled() -> None:
    plain = handler_of("dist/handlers/chat.handler", "api", "")
    assert plain is not None and plain.fits("api/handlers/chat", "ts") and not plain.fits("api/chat", "ts")
    bundled = handler_of("chat.handler", "api", "src/desk.ts")
    assert bundled is not None and bundled.fits("api/src/desk", "ts")
    java = handler_of("com.acme.ChatHandler::handleRequest", "api", "")
    assert java is not None and java.function == "ChatHandler.handleRequest"
    assert java.fits("api/src/main/java/com/acme/ChatHandler", "java") and not java.fits("api/MyChatHandler", "java")
    assert handler_of("bootstrap", "api", "") is None
