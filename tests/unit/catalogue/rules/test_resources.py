"""Each resource of infrastructure as code fires in its language, and a type that only looks like it does not."""

import json
import re
from collections.abc import Iterator

from aigov.catalogue import load_catalogue
from aigov.catalogue.entry import Resource

READ_ALWAYS = ("azd", "chart")
RULES = [(entry.id, rule) for entry in load_catalogue().entries.values() for rule in entry.resources]


def conditions(rule: Resource, *, camel: bool) -> dict[str, object]:
    """What the rule asks of the resource, as nested tables: of several paths the one of the language."""
    said: dict[str, object] = {}
    for paths, values in rule.when:
        spelled = paths.split("|")
        path = next((p for p in spelled if p.startswith(("properties.", "Properties.")) is camel), spelled[0])
        here = said
        *above, last = path.split(".")
        for part in above:
            here = here.setdefault(part, {})  # type: ignore[assignment]
        here[last] = values[0]
    return said


def hcl(table: dict[str, object]) -> str:
    return "\n".join(
        f"  {key} {{\n{hcl(value)}\n  }}" if isinstance(value, dict) else f'  {key} = "{value}"'
        for key, value in table.items()
    )


def bicep(table: dict[str, object]) -> str:
    return "\n".join(
        f"  {key}: {{\n{bicep(value)}\n  }}" if isinstance(value, dict) else f"  {key}: '{value}'"
        for key, value in table.items()
    )


def spelled(number: int, type: str, rule: Resource) -> tuple[str, str]:
    """The kind of file, and the resource in it. The rule is found by the language that its type is of."""
    if type.startswith("helm:"):
        name = type.removeprefix("helm:")
        return "chart", f"  - name: {name}\n    version: 1.0.0\n    repository: https://charts.example.org"
    if type.startswith("azd:"):
        return "azd", f"  r{number}:\n    type: {type.removeprefix('azd:')}"
    if type.startswith(("br:", "br/")):
        said = bicep(conditions(rule, camel=False))
        return "bicep", f"module m{number} '{type}:1.0.0' = {{\n  name: 'm'\n  params: {{\n{said}\n  }}\n}}"
    if type.startswith("AWS::"):
        more = conditions(rule, camel=True).get("Properties", {})
        return "cloudformation", f"  R{number}:\n    Type: {type}\n    Properties: {json.dumps(more)}"
    group, slash, kind = type.partition("/")
    if slash and re.fullmatch(r"Microsoft\.\w+|Microsoft\.\w+q", group):
        said = bicep({"name": "it", **conditions(rule, camel=False)})
        return "bicep", f"resource r{number} '{type}@2024-10-01' = {{\n{said}\n}}"
    if slash and type.count("/") == 2:
        return "terraform", f'module "m{number}" {{\n  source = "{type}"\n{hcl(conditions(rule, camel=False))}\n}}'
    if slash:
        return "kubernetes", f"---\napiVersion: {group}/v1\nkind: {kind}\nmetadata:\n  name: it\nspec: {{}}"
    return "terraform", f'resource "{type}" "r{number}" {{\n{hcl(conditions(rule, camel=False))}\n}}'


def near(pattern: str) -> str:
    if pattern.endswith("*"):
        kept = pattern[:-1].rstrip("_:/-")
        return f"{kept}q{pattern[len(kept) : -1]}some"
    return pattern + "q"


def meant(type: str) -> set[str]:
    low = type.lower()
    return {
        id
        for id, rule in RULES
        if low == rule.type.lower() or (rule.type.endswith("*") and low.startswith(rule.type[:-1].lower()))
    }


def test_every_resource_fires_and_what_looks_like_it_does_not(specimen, sheet, prove) -> None:
    def all_of_them() -> Iterator:
        for number, (id, rule) in enumerate(RULES):
            label = f"{id}: resource {rule.type}" + (f" where {dict(rule.when)}" if rule.when else "")
            shape, text = spelled(number, rule.type.replace("*", "some"), rule)
            yield specimen(rule=label, text=text, shape=shape, finds=("use", id), alone=shape not in READ_ALWAYS)
            seeming = near(rule.type)
            if id not in meant(seeming):
                shape, text = spelled(number, seeming, rule)
                yield specimen(rule=label, text=text, shape=shape, finds=("use", id), fires=False)

    sheets = {
        "terraform": sheet("{}/main.tf"),
        "bicep": sheet("{}/main.bicep"),
        "cloudformation": sheet("{}/template.yaml", "AWSTemplateFormatVersion: '2010-09-09'\nResources:"),
        "azd": sheet("{}/azure.yaml", "name: shop\nresources:"),
        "kubernetes": sheet("{}/manifest.yaml"),
        "chart": sheet("{}/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:"),
    }
    wrong = prove(all_of_them(), sheets)
    assert not wrong, "\n".join(wrong)
