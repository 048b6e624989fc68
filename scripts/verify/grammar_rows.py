"""Ruby, PHP, Swift, Dart, Elixir, Rust and Go, as ``grammars.py`` reads them.

What a source hands on from an inner module (``pub use``) counts as declared in the outer ones, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from tree_sitter import Node

from verify.grammars import Grammar, bare
from verify.symbols import Symbol

# --- Ruby -----------------------------------------------------------------------------------------------------------


def _required(path: str, text: str) -> Iterator[str]:
    """``lib/openai/client.rb`` is what ``require "openai/client"`` loads."""
    _, lib, rest = path.rpartition("lib/")
    if lib:
        yield rest.removesuffix(".rb")


def _macros(node: Node, scope: str) -> Iterator[Symbol]:
    """``attr_reader :model``, ``required :model, String``, ``def_delegators …, :ask``."""
    if node.type == "call" and scope and node.child_by_field_name("receiver") is None:
        arguments = node.child_by_field_name("arguments")
        for given in arguments.named_children if arguments is not None else ():
            if given.type == "simple_symbol":
                yield Symbol("callable", f"{scope}.{bare(given)}")
    if node.type == "alias":
        yield Symbol("callable", f"{scope}.{bare(node.child_by_field_name('name'))}")
    if node.type == "assignment" and (left := node.child_by_field_name("left")) is not None and left.type == "constant":
        yield Symbol("type", f"{scope}.{bare(left)}" if scope else bare(left))
    if node.type in ("hash_key_symbol", "simple_symbol"):
        yield Symbol("member", f"{scope}.{bare(node)}")


RUBY = Grammar(
    name="ruby",
    extension=".rb",
    REGISTRIES=frozenset(("gem",)),
    manifest=".gemspec",
    package=re.compile(r"\.name\s*=\s*['\"]([\w.-]+)['\"]"),
    scopes={"class": "name", "module": "name"},
    callables={"method": "name", "singleton_method": "name"},
    constructors=frozenset(("initialize",)),
    parameters={
        "identifier": "",
        "optional_parameter": "name",
        "keyword_parameter": "name",
        "splat_parameter": "name",
        "hash_splat_parameter": "name",
        "block_parameter": "name",
    },
    modules=_required,
    extra=_macros,
    joins="::",
)

# --- PHP ------------------------------------------------------------------------------------------------------------

_NAMESPACE = re.compile(r"^\s*namespace\s+([\w\\]+)", re.MULTILINE)
_TAGGED = re.compile(r"@method\s+(?:static\s+)?[^\s(]+\s+(\w+)\(([^\n]*)")


def _php_scope(path: str, text: str) -> str:
    found = _NAMESPACE.search(text)
    return found[1] if found else ""


def _php_modules(path: str, text: str) -> Iterator[str]:
    parts = _php_scope(path, text).split("\\")
    for count in range(1, len(parts) + 1):
        yield "\\".join(parts[:count])
    yield "\\".join((*parts, PurePosixPath(path).stem))


def _php_tags(node: Node, scope: str) -> Iterator[Symbol]:
    """``@method static Chat chat()`` before a class; a key of an array, which is how parameters are passed."""
    if node.type == "class_declaration" and node.prev_named_sibling is not None:
        name = bare(node.child_by_field_name("name"))
        for method, given in _TAGGED.findall((node.prev_named_sibling.text or b"").decode("utf-8", "replace")):
            parameters = tuple(re.findall(r"\$(\w+)", given))
            yield Symbol("callable", f"{scope}.{name}.{method}" if scope else f"{name}.{method}", parameters)
    if node.type == "array_element_initializer" and node.named_children and node.named_children[0].type == "string":
        yield Symbol("member", f"{scope}.{(node.named_children[0].text or b'').decode().strip(chr(39))}")


PHP = Grammar(
    name="php",
    extension=".php",
    REGISTRIES=frozenset(("composer",)),
    manifest="composer.json",
    package=re.compile(r'^\s{2,4}"name":\s*"([\w./-]+)"', re.MULTILINE),
    scopes={
        "class_declaration": "name",
        "interface_declaration": "name",
        "trait_declaration": "name",
        "enum_declaration": "name",
    },
    callables={"method_declaration": "name", "function_definition": "name"},
    constructors=frozenset(("__construct",)),
    parameters={"simple_parameter": "name", "property_promotion_parameter": "name", "variadic_parameter": "name"},
    members={"property_element": "name", "const_element": "", "enum_case": "name"},
    begins=_php_scope,
    modules=_php_modules,
    extra=_php_tags,
    joins="\\",
)

# --- Swift, Dart: a source's prefix is its module, for no file says it ------------------------------------------------

SWIFT = Grammar(
    name="swift",
    extension=".swift",
    scopes={"class_declaration": "name", "protocol_declaration": "name"},
    callables={
        "function_declaration": "name",
        "protocol_function_declaration": "name",
        "init_declaration": "name",
    },
    constructors=frozenset(("init_declaration",)),
    parameters={"parameter": "external_name"},
    members={"pattern": "", "enum_entry": "name"},
    begins=lambda path, text: "",
    modules=lambda path, text: iter(("",)),
)


def _after_the_type(node: Node) -> Iterator[str]:
    names = [child for child in node.named_children if child.type == "identifier"]
    yield from (bare(name) for name in names[1:2])


DART = Grammar(
    name="dart",
    extension=".dart",
    REGISTRIES=frozenset(("pub",)),
    manifest="pubspec.yaml",
    package=re.compile(r"^name:\s*(\w+)", re.MULTILINE),
    scopes={
        "class_definition": "name",
        "enum_declaration": "name",
        "mixin_declaration": "name",
        "extension_declaration": "name",
    },
    callables={
        "function_signature": "name",
        "getter_signature": "name",
        "constructor_signature": "name",
        "factory_constructor_signature": "name",
        "redirecting_factory_constructor_signature": "name",
        "constant_constructor_signature": "name",
    },
    constructors=frozenset(
        (
            "constructor_signature",
            "factory_constructor_signature",
            "redirecting_factory_constructor_signature",
            "constant_constructor_signature",
        )
    ),
    parameters={"formal_parameter": "name", "constructor_param": "", "super_formal_parameter": ""},
    members={"initialized_identifier": "", "static_final_declaration": "", "enum_constant": "name"},
    named_constructors=_after_the_type,
    modules=lambda path, text: iter(("",)),
)

# --- Elixir ---------------------------------------------------------------------------------------------------------

_DEFINES = frozenset(("def", "defmacro", "defdelegate"))


def _elixir(node: Node, scope: str) -> Iterator[Symbol]:
    """Everything is a call: ``defmodule X do``, ``def f(a, b \\\\ 1)``, ``defstruct model: nil``, ``field :model``."""
    if node.type == "pair":
        yield Symbol("member", f"options.{bare(node.child_by_field_name('key')).rstrip(':')}")
    if node.type == "atom":
        yield Symbol("member", f"options.{bare(node).lstrip(':')}")
    target = node.child_by_field_name("target") if node.type == "call" else None
    word = (target.text or b"").decode() if target is not None else ""
    arguments = next((child for child in node.named_children if child.type == "arguments"), None)
    head = arguments.named_children[0] if arguments is not None and arguments.named_children else None
    if word == "defmodule" and head is not None:
        name = (head.text or b"").decode()
        parts = name.split(".")
        yield Symbol("type", name)
        yield from (Symbol("module", ".".join(parts[:count])) for count in range(1, len(parts) + 1))
    elif word in _DEFINES and head is not None:
        if head.type == "binary_operator":
            head = head.child_by_field_name("left") or head
        named = head.child_by_field_name("target") or head
        given = next((child for child in head.named_children if child.type == "arguments"), None)
        names = tuple(
            re.split(r"\W", (one.text or b"").decode().lstrip("%{_"))[0]
            for one in (given.named_children if given is not None else ())
        )
        module = _module_around(node)
        for count in range(len(names) + 1):  # defaults leave arguments out
            yield Symbol("callable", f"{module}.{(named.text or b'').decode()}", names[: len(names) - count])


def _module_around(node: Node) -> str:
    parent = node.parent
    while parent is not None:
        target = parent.child_by_field_name("target") if parent.type == "call" else None
        if target is not None and target.text == b"defmodule":
            arguments = next((child for child in parent.named_children if child.type == "arguments"), None)
            return (arguments.named_children[0].text or b"").decode() if arguments is not None else ""
        parent = parent.parent
    return ""


ELIXIR = Grammar(
    name="elixir",
    extension=".ex",
    REGISTRIES=frozenset(("hex",)),
    manifest="mix.exs",
    package=re.compile(r"\b(?:app|name):\s*[:\"](\w+)"),
    extra=_elixir,
)

# --- Rust -----------------------------------------------------------------------------------------------------------


def _crate_path(path: str) -> list[str]:
    """``src/llm/openai/mod.rs`` is the module ``llm.openai`` of the crate."""
    _, src, rest = path.rpartition("src/")
    parts = (rest if src else path).removesuffix(".rs").split("/")
    return [part for part in parts if part not in ("lib", "mod", "main")]


class _Rust(Grammar):
    """Rust: modules are files; a name counts in every module around its own."""

    __slots__ = ()

    def read(self, path: str, source: bytes) -> Iterator[Symbol]:
        """What one file declares, by the paths from the crate's root."""
        for symbol in Grammar.read(self, path, source):
            if symbol.kind == "package":
                yield symbol
                continue
            parts = _crate_path(path)
            for count in range(len(parts) + 1):
                inner = ".".join((*parts[:count], symbol.name))
                if symbol.kind == "module":
                    inner = "::".join((*parts[:count], symbol.name))
                yield Symbol(symbol.kind, f"{'::' if symbol.kind == 'module' else '.'}{inner}", symbol.parameters)
        parts = _crate_path(path)
        for count in range(len(parts) + 1):
            yield Symbol("module", "".join(f"::{part}" for part in parts[:count]))


RUST = _Rust(
    name="rust",
    extension=".rs",
    REGISTRIES=frozenset(("cargo",)),
    manifest="Cargo.toml",
    package=re.compile(r"\[package\][^\[]*?^name\s*=\s*\"([\w-]+)\"", re.MULTILINE | re.DOTALL),
    scopes={
        "struct_item": "name",
        "enum_item": "name",
        "trait_item": "name",
        "impl_item": "type",
        "mod_item": "name",
        "type_item": "name",
    },
    callables={"function_item": "name", "function_signature_item": "name"},
    parameters={"parameter": "pattern"},
    members={"field_declaration": "name", "enum_variant": "name"},
    joins="::",
)

# --- Go -------------------------------------------------------------------------------------------------------------


def _go_scope(path: str, text: str) -> str:
    folder = str(PurePosixPath(path).parent)
    return "" if folder == "." else f"/{folder}"


def _go_modules(path: str, text: str) -> Iterator[str]:
    """The package, and the folders above it."""
    scope = _go_scope(path, text)
    while scope:
        yield scope
        scope = scope.rpartition("/")[0]
    yield ""


def _go_methods(node: Node, scope: str) -> Iterator[Symbol]:
    name = bare(node.child_by_field_name("name"))
    if node.type == "method_declaration":
        receiver = node.child_by_field_name("receiver")
        text = (receiver.text or b"").decode() if receiver is not None else ""
        owner = re.split(r"\W+", re.sub(r"\[.*", "", text).strip("() "))[-1]
        yield Symbol("callable", f"{scope}.{owner}.{name}", _go_parameters(node))
    elif node.type in ("function_declaration", "method_elem"):
        yield Symbol("callable", f"{scope}.{name}", _go_parameters(node))


def _go_parameters(node: Node) -> tuple[str, ...]:
    listed = node.child_by_field_name("parameters")
    found: list[str] = []
    for one in listed.named_children if listed is not None else ():
        names = one.children_by_field_name("name") or [one]
        found += [bare(name) for name in names]
    return tuple(found)


GO = Grammar(
    name="go",
    extension=".go",
    REGISTRIES=frozenset(("golang",)),
    manifest="go.mod",
    package=re.compile(r"^module\s+(\S+?)(?:/v\d+)?$", re.MULTILINE),
    scopes={"type_spec": "name"},
    members={"field_declaration": "name", "const_spec": "name", "var_spec": "name"},
    begins=_go_scope,
    modules=_go_modules,
    extra=_go_methods,
    joins=".",
)
