"""Templates to values, and values to the texts that they can be."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.scan.facts.infra import arm, bicep, cloudformation, hcl
from aigov.scan.facts.infra.program import Place, Program
from aigov.scan.facts.infra.read import read
from aigov.scan.facts.infra.values import Ref, Text, Unit
from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.yaml_nodes import parse_yaml
from aigov.scan.files import Document, Findings
from aigov.scan.kinds import classify

GrowsEvenly = Callable[[Callable[[str], object], str], None]

CASES = Path(__file__).parents[5] / "tests" / "detect"


def _read(files: dict[str, str]) -> Findings:
    documents = [
        Document(path=path, kind=classify(path), scope="app", data=text.encode(), size=len(text), candidate=True)
        for path, text in files.items()
    ]
    return read(documents, load_catalogue())


def _texts(unit: Unit, name: str) -> list[str]:
    """What a constant of a unit can be; what is not known is its reason in brackets."""
    names = ("local", name) if unit.dialect == "terraform" else (name,)
    value = unit.constants[name]
    found = Program({}).instances(Ref(names, value.at), Place(unit=unit))
    return [item.value.value if isinstance(item.value, Text) else "[?]" for item in found]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ('"a"', ["a"]),
        ('"a-${var.x}"', ["a-one"]),
        ('var.absent == "" ? "a" : var.x', ["a", "one"]),
        ('coalesce(var.x, "b")', ["one", "b"]),
        ('lookup(var.table, "k", "d")', ["v", "d"]),
        ('var.table["k"]', ["v"]),
        ('format("%s/%s", "a", var.x)', ["a/one"]),
        ("[for s in var.list : s][0]", ["l1", "l2"]),
        ("values({ for k, v in var.table : k => v })", ["v"]),
        ("aws_x.y.name", ["named"]),
        ("aws_x.y.arn", ["[?]"]),
        ("var.undeclared", ["[?]"]),
        ("local.subject", ["[?]"]),
        ('"a" == "b"', ["[?]"]),
    ],
)
def test_terraform_expressions(expression: str, expected: list[str]) -> None:
    source = """
variable "x" { default = "one" }
variable "table" { default = { k = "v" } }
variable "list" { default = ["l1", "l2"] }
resource "aws_x" "y" { name = "named" }
locals { subject = %s }
"""
    unit = Unit(key="", dialect="terraform")
    assert hcl.read_terraform("main.tf", (source % expression).encode(), unit) is None
    assert _texts(unit, "subject") == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("'a'", ["a"]),
        ("'a-${x}'", ["a-one"]),
        (r"'it\'s \${x}'", ["it's ${x}"]),
        ("'''raw ${x}'''", ["raw ${x}"]),
        ("empty(x) ? 'a' : x", ["a", "one"]),
        ("empty(x)\n  ? 'a' // why\n  : x", ["a", "one"]),
        ("table.?k ?? 'd'", ["v", "d"]),
        ("table!.k", ["v"]),
        ("table['k']", ["v"]),
        ("toLower('A')", ["A"]),
        ("first(map(list, l => l.name))", ["n1", "n2"]),
        ("format('{0}/{1}', 'a', x)", ["a/one"]),
        ("!empty(x) && x == 'one'", ["[?]"]),
        ("uniqueString(x)", ["[?]"]),
    ],
)
def test_bicep_expressions(expression: str, expected: list[str]) -> None:
    source = f"""
param x string = 'one'
var table = {{ k: 'v' }}
var list = [{{ name: 'n1' }}, {{ name: 'n2' }}]
var subject = {expression}
"""
    unit, error = bicep.read_bicep("main.bicep", source.encode())
    assert error is None
    assert _texts(unit, "subject") == expected


def test_bicep_of_today_is_read_to_its_end() -> None:
    source = """\
targetScope = 'resourceGroup'
#disable-next-line no-unused-params
import { lockType, roleType } from 'br/public:avm/utl/types/avm-common-types:0.6.1'
@export()
type deployment = {
  @description('one')
  name: string
  sku: { name: string }?
}
param tags resourceInput<'Microsoft.Storage/storageAccounts@2023-01-01'>.tags?
param locks lockType[]?
param size 'small' | 'large' = 'small'
func label(name string) string => 'x-${name}'
resource outer 'Microsoft.X/outer@2023-01-01' existing = {
  name: 'o'
  resource inner 'inner@2023-01-01' = if (!empty(tags)) {
    name: 'i'
  }
}
output ids array = [for i in range(0, 3): i]
output one string = empty(tags)
  ? 'a'
  : 'b'
var last = 'read'
"""
    unit, error = bicep.read_bicep("main.bicep", source.encode())
    assert error is None
    assert [resource.type for resource in unit.resources] == ["Microsoft.X/outer/inner", "Microsoft.X/outer"]
    assert unit.parameters["size"].allowed is not None
    assert _texts(unit, "last") == ["read"]


def test_a_broken_declaration_loses_itself_alone() -> None:
    unit, error = bicep.read_bicep("main.bicep", b"var a = 'x\nvar b = [1, , ?]\nvar c = 'kept'\n")
    assert error == 1
    assert _texts(unit, "c") == ["kept"]


def test_arm_expressions() -> None:
    text = """{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
 "parameters": {"x": {"type": "string", "defaultValue": "one"}},
 "variables": {"a": "[concat('p-', parameters('x'))]", "b": "[if(true(), variables('a'), 'z')]",
  "c": "[format('{0}!', parameters('x'))]", "d": "[[literal]", "e": "[resourceId('y')]", "f": "[concat("},
 "resources": []}"""
    root = parse_json(text)
    assert arm.is_template(root)
    unit = arm.read_arm("azuredeploy.json", root)
    found = {name: _texts(unit, name) for name in "abcdef"}
    assert found["a"] == ["p-one"]
    assert found["b"] == ["p-one", "z"]
    assert found["c"] == ["one!"]
    assert found["d"] == ["[[literal]"]
    assert found["e"] == ["[?]"]


def test_cloudformation_functions_in_both_forms() -> None:
    text = """
Parameters: {X: {Default: one}}
Mappings: {M: {k: {v: mapped}}}
Resources:
  R:
    Type: AWS::X::Y
    Properties:
      A: !Sub "a-${X}"
      B: {"Fn::If": [C, !Ref X, two]}
      C: !Join ["-", [a, !Ref X]]
      D: !FindInMap [M, k, v]
"""
    (root,) = parse_yaml(text, functions=True)
    unit = cloudformation.read_cloudformation("t.yaml", root)
    program, place = Program({}), Place(unit=unit)
    found = {
        key: [
            i.value.value
            for i in program.at(unit.resources[0].body, f"Properties.{key}", place)
            if isinstance(i.value, Text)
        ]
        for key in "ABCD"
    }
    assert found == {"A": ["a-one"], "B": ["one", "two"], "C": ["a-one"], "D": ["mapped"]}


def test_a_template_that_was_compiled_from_bicep_is_not_read_twice() -> None:
    source = "resource s 'Microsoft.Search/searchServices@2023-11-01' = { name: 's' }\n"
    compiled = """{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
 "metadata": {"_generator": {"name": "bicep"}},
 "resources": [{"type": "Microsoft.Search/searchServices", "name": "s"}]}"""
    both = _read({"infra/main.bicep": source, "infra/main.json": compiled})
    assert {use.file for use in both.uses} == {"infra/main.bicep"}
    alone = _read({"infra/main.json": compiled})
    assert [(use.file, use.line, use.name) for use in alone.uses] == [("infra/main.json", 3, "azure-ai-search")]


def test_secrets_are_named_and_never_shown() -> None:
    found = _read(
        {
            "main.tf": 'variable "openai_api_key" { default = "sk-live-1" }\n'
            'resource "x" "y" { env = { OPENAI_API_KEY = var.openai_api_key, ANTHROPIC_API_KEY = "sk-live-2" } }\n'
        }
    )
    assert {use.name for use in found.uses} == {"openai", "anthropic"}
    assert "sk-live" not in repr(found)


def test_a_resource_for_each_element_of_a_list_turned_to_a_table() -> None:
    found = _read(
        {
            "main.tf": 'locals { chosen = [{ name = "chat", model = "gpt-4o" }] }\n'
            'resource "azurerm_cognitive_deployment" "d" {\n'
            "  for_each = { for d in local.chosen : d.name => d }\n"
            '  dynamic "model" {\n    for_each = [each.value]\n'
            '    content {\n      format = "OpenAI"\n      name = model.value.model\n    }\n  }\n}\n'
        }
    )
    assert [(row.line, row.model, row.provider) for row in found.models] == [(1, "gpt-4o", "azure-openai")]


def test_units_without_a_token_are_left_alone() -> None:
    documents = [
        Document(path="a/main.tf", kind=classify("a/main.tf"), scope="app", data=b"{{{", size=3, candidate=False),
    ]
    assert read(documents, load_catalogue()) == Findings()


def test_modules_that_call_one_another_and_locals_that_name_themselves_end() -> None:
    found = _read(
        {
            "a/main.tf": 'module "b" {\n source = "../b"\n x = module.b.y\n}\nlocals { l = local.m\n m = local.l }\n'
            'variable "x" {}\nresource "aws_bedrockagent_agent" "r" { foundation_model = local.l }\n',
            "b/main.tf": 'module "a" {\n source = "../a"\n x = var.x\n}\nvariable "x" {}\n'
            'resource "aws_bedrockagent_agent" "r" { foundation_model = var.x }\n',
        }
    )
    assert {row.file for row in found.unresolved} == {"a/main.tf", "b/main.tf"}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("x.tf", "locals { a = " + "[" * 5000 + "]" * 5000 + " }"),
        ("x.tf", "locals { a = " + '"${' * 3000),
        ("x.bicep", "var a = " + "[" * 5000),
        ("x.bicep", "var a = " + "'${" * 5000),
        ("x.bicep", "var a = b" + " ? c" * 5000),
        ("x.bicep", "param a " + "\n" * 50000),
        ("x.bicep", "output a string = b\n" + "  \n// c\n" * 20000),
        ("x.bicep", "var a = x" + ".y" * 50000),
        ("x.bicep", "@" * 20000),
        ("x.template", '{"Resources": {"A": {"Type": "AWS::X::Y", "Properties": ' + '{"Fn::Sub": "${' * 50),
        (
            "x.json",
            '{"$schema": "deploymentTemplate.json#", "resources": [], "variables": {"a": "[' + "a(" * 5000 + ']"}}',
        ),
    ],
)
def test_hostile_templates_cost_as_much_as_they_are_long(path: str, text: str, grows_evenly: GrowsEvenly) -> None:
    grows_evenly(lambda part: _read({path: part}), text)


@pytest.mark.parametrize(
    "case", ["terraform-bedrock", "terraform-azure-openai", "bicep-azure-openai", "cloudformation-bedrock"]
)
def test_damaged_templates_raise_nothing(case: str) -> None:
    files = {p.relative_to(CASES / case).as_posix(): p.read_text() for p in (CASES / case).rglob("*") if p.is_file()}
    chance = random.Random(case)
    for _ in range(25):
        damaged = {}
        for path, text in files.items():
            at, length = chance.randrange(len(text)), chance.randrange(1, 30)
            middle = chance.choice(("", "${", "'", '"', "}", "[", "\0", "\n"))
            damaged[path] = text[:at] + middle + text[at + length :]
        _read(damaged)
