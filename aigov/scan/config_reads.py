"""Settings and services that a .NET program asks for by key or by type: ``config["AzureOpenAI:Model"] ?? "gpt-4o"``."""

from __future__ import annotations

from aigov.scan import bindings
from aigov.scan.choices import is_null, with_variable
from aigov.scan.dotnet_settings import connection_part
from aigov.scan.facts.types import Attribute, CallExpr, Expr, Name, Subscript
from aigov.scan.sections import SECTIONS, section_of
from aigov.scan.values import Evaluator, NotKnown, Place, Text, Values

CONNECTIONS = "ConnectionStrings"
_VALUES = frozenset(("GetValue", "GetConnectionString"))
_SERVICES = frozenset(
    [
        "GetRequiredService",
        "GetService",
        "GetRequiredKeyedService",
        "GetKeyedService",
        "GetInstance",
        "Resolve",
        "CreateInstance",
    ]
)


def setting(resolver: Evaluator, expr: Subscript, place: Place) -> Values | None:
    """``config["key"]``; None where the base holds no settings."""
    if not _holds_settings(expr.base, place):
        return None
    keys = [value for value in resolver.eval(expr.key, place) if isinstance(value, Text)]
    prefix = section_of(resolver, expr.base, place)
    told = tuple(found for key in keys for found in _told(resolver, place, f"{prefix}{key.value}"))
    return told or (NotKnown("the name of the setting is not known"),)


def asked(resolver: Evaluator, callee: Attribute, call: CallExpr, place: Place) -> Values | None:
    """``config.GetValue<string>("key", "default")``, ``services.GetRequiredService<T>()``; None for other calls."""
    if place.facts.row.settings_objects is None:
        return None
    if callee.name in _SERVICES and call.types:
        found = bindings.annotated(resolver, call.types[-1], place)
        key = call.args[-1] if "Keyed" in callee.name and call.args else None
        found = bindings.keyed(resolver, found, key, place)
        return found or (NotKnown("the service is decided outside this code"),)
    if callee.name == "Get" and call.types and _holds_settings(callee.base, place):
        return bindings.annotated(resolver, call.types[0], place) or None
    if callee.name not in SECTIONS | _VALUES or not call.args:
        return None
    keys = [value.value for value in resolver.eval(call.args[0], place) if isinstance(value, Text)]
    if not keys:
        return (NotKnown("the name of the setting is not known"),)
    variable = f"{section_of(resolver, callee.base, place)}{keys[0]}"
    if callee.name == "GetConnectionString":
        strings = resolver.setting(place.facts.path, f"{CONNECTIONS}:{keys[0]}")
        addresses = tuple(part for text in strings if (part := connection_part(text, "Endpoint")) is not None)
        return with_variable(addresses, keys[0]) or (_unset(variable),)
    found = resolver.setting(place.facts.path, variable)
    if found:
        return with_variable(found, variable)
    default = next((value for key, value in call.keywords if key == "defaultValue"), None)
    default = call.args[1] if callee.name == "GetValue" and len(call.args) > 1 else default
    if default is not None:
        values = with_variable(resolver.eval(default, place), variable)
        if not all(is_null(value) for value in values):
            return values
    return (_unset(variable),)


def _told(resolver: Evaluator, place: Place, variable: str) -> Values:
    """What the settings files say for a key, which whoever runs the program may change."""
    return with_variable(resolver.setting(place.facts.path, variable), variable) or (_unset(variable),)


def _unset(variable: str) -> NotKnown:
    return NotKnown(f"setting {variable} has no default here", variable)


def _holds_settings(expr: Expr, place: Place) -> bool:
    pattern = place.facts.row.settings_objects
    if pattern is None:
        return False
    if isinstance(expr, CallExpr):
        return isinstance(expr.callee, Attribute) and expr.callee.name in SECTIONS
    return isinstance(expr, (Name, Attribute)) and pattern.search(expr.name) is not None
