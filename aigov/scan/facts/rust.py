"""Expressions of Rust that no other language has: macros over tokens, values of blocks, ``?`` and what unwraps."""

from __future__ import annotations

import re
from collections.abc import Sequence as Nodes
from dataclasses import replace

from tree_sitter import Node

from aigov.scan.facts.expressions import ExpressionReader
from aigov.scan.facts.languages import Form
from aigov.scan.facts.nodes import node_text
from aigov.scan.facts.types import (
    Attribute,
    CallExpr,
    Choice,
    Concat,
    Constant,
    Expr,
    Fallback,
    Name,
    Opaque,
    Sequence,
    Table,
)

_SAME = frozenset(
    """as_bytes as_deref as_mut as_ref as_slice as_str borrow clone cloned context copied expect into into_boxed_str
    into_bytes into_iter into_string iter iter_mut leak lock map_err ok ok_or ok_or_else owned read
    to_owned to_string to_vec trim trim_matches try_into unwrap unwrap_or_default unwrap_unchecked
    with_context write""".split()  # noqa: SIM905 - a word list reads better
)
"""Methods that give back what they are called on, as far as its value matters."""
_INSTEAD = frozenset(("unwrap_or", "unwrap_or_else", "or", "or_else", "get_or_insert", "get_or_insert_with"))
_MAPPED = frozenset(("map_or", "map_or_else"))
_SPELLS = frozenset(("as_str", "to_string"))
"""Those of ``_SAME`` that a type of one's own may have, too."""
_LAZY = frozenset(("LazyLock", "Lazy", "LazyCell", "OnceLock", "OnceCell"))
_HELD = frozenset(
    """Option Arc Box Rc Vec Mutex RwLock RefCell Cell Cow Result Pin LazyLock Lazy OnceLock OnceCell Data State
    Extension Json""".split()  # noqa: SIM905 - a word list reads better
)
"""Types around another that is what matters."""
_MAX_LINKS = 40
"""Calls of one chain that are looked at."""
_READS_ENV = re.compile(r"\benv::var(?:_os)?\(")
_HOLE = re.compile(r"\{\{|\}\}|\{([^{}:]*)(?::[^{}]*)?\}")
_NAME = re.compile(r"[A-Za-z_]\w*")
_FORMATS = frozenset(("format", "format_args", "formatcp", "const_format"))
_WRITES = frozenset(("write", "writeln"))
"""Macros that put text into what their first argument is: what ``Display`` gives."""
_ENV = frozenset(("env", "option_env", "dotenv"))


class RustReader(ExpressionReader):
    """Reads the expressions of Rust."""

    __slots__ = ()

    def _call(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        function = node.child_by_field_name("function")
        given = node.child_by_field_name("arguments")
        arguments = [child for child in given.named_children if not child.is_extra] if given is not None else []
        if function is not None and function.type == "generic_function":
            function = function.child_by_field_name("function")
        if function is not None and function.type == "field_expression":
            base, name = function.child_by_field_name("value"), function.child_by_field_name("field")
            spelled = node_text(name) if name is not None else ""
            if base is not None and spelled in _SAME and not (spelled in _SPELLS and _may_be_enum(base)):
                return self.read(base, depth + 1)
            if base is not None and spelled in _MAPPED and len(arguments) == 2:
                return Fallback((self.read(base, depth + 1), self._value_of(arguments[0], depth)), line)
            if base is not None and spelled in _INSTEAD and arguments:
                return Fallback((self.read(base, depth + 1), self._value_of(arguments[0], depth)), line)
            if base is not None and spelled.startswith("with_") and len(arguments) == 1:
                made = self.read(base, depth + 1)
                if isinstance(made, CallExpr):
                    # What is set on an object as soon as it is made: OpenAIConfig::new().with_api_base("…").
                    value = self.read(arguments[0], depth + 1)
                    return replace(made, keywords=(*made.keywords, (spelled, value)))
        elif function is not None and function.type == "scoped_identifier" and len(arguments) == 1:
            path = function.child_by_field_name("path")
            if path is not None and node_text(path).rpartition("::")[2] in _LAZY:
                return self._value_of(arguments[0], depth)
        return super()._call(node, form, line, depth)

    _literal = _call

    def begin_of(self, node: Node) -> Node | None:
        """Also the first call of ``OpenAIConfig::new().with_api_base("…")``."""
        found, base = node, _with_base(node)
        for _ in range(_MAX_LINKS):
            if base is None:
                break
            found, base = base, _with_base(base)
        made = found.child_by_field_name("function") if found is not node and found.type == "call_expression" else None
        return found if made is not None and made.type == "scoped_identifier" else super().begin_of(node)

    def continues(self, node: Node) -> bool:
        """Also of what ``with_…`` goes on with."""
        above = node.parent.parent if node.parent is not None else None
        if above is not None and _with_base(above) == node and self.begin_of(above) is not None:
            return True
        return super().continues(node)

    def _value_of(self, node: Node, depth: int) -> Expr:
        """What a closure gives back; any other expression itself."""
        body = node.child_by_field_name("body") if node.type == "closure_expression" else None
        return self.read(body or node, depth + 1)

    def _true(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        return Constant(node_text(node) == "true", line)

    def _elided(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        """The value of a block: its last expression."""
        last = next((child for child in reversed(node.named_children) if not child.is_extra), None)
        if last is None or last.type not in self._row.forms:
            return Opaque("the block has no value", line)
        return self.read(last, depth + 1)

    def _operands(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        """A statement: one without ``;`` at the end of a block (``match``, ``if``) is its value."""
        inner = next((child for child in node.named_children if not child.is_extra), None)
        if inner is None or (node.text or b"").endswith(b";"):
            return Opaque("a statement has no value", line)
        return self.read(inner, depth + 1)

    def _choice(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        then, other = node.child_by_field_name("consequence"), node.child_by_field_name("alternative")
        branches = [branch for branch in (then, other) if branch is not None]
        inner = [next(iter(b.named_children), b) if b.type == "else_clause" else b for b in branches]
        return Choice(tuple(self.read(branch, depth + 1) for branch in inner), line)

    def _arms(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        body = node.child_by_field_name("body")
        arms = [child for child in body.named_children if child.type == "match_arm"] if body is not None else []
        values = [value for arm in arms if (value := arm.child_by_field_name("value")) is not None]
        options = [self.read(value, depth + 1) for value in values]
        asked = node.child_by_field_name("value")
        if asked is not None and _READS_ENV.search(node_text(asked)):
            options.insert(0, self.read(asked, depth + 1))  # Ok(value) => value, Err(_) => a default
        return Choice(tuple(options), line)

    def _generic(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        """A type with arguments: the first of them where it only holds that one."""
        type_node, given = node.child_by_field_name("type"), node.child_by_field_name("type_arguments")
        inner = (
            next((child for child in given.named_children if child.type in self._row.forms), None) if given else None
        )
        name = node_text(type_node).rpartition("::")[2] if type_node is not None else ""
        chosen = inner if name in _HELD and inner is not None else type_node
        return self.read(chosen, depth + 1) if chosen is not None else Opaque("incomplete type", line)

    # --- macros -----------------------------------------------------------------------------------------------------

    def _strings(self, node: Node, form: Form, line: int, depth: int) -> Expr:
        """A macro call: text, JSON, a list, a variable of the build."""
        macro = node.child_by_field_name("macro")
        name = node_text(macro).rpartition("::")[2] if macro is not None else ""
        tokens = next((child for child in node.named_children if child.type == "token_tree"), None)
        if tokens is None:
            return Opaque(f"macro {name} is not followed", line)
        inside = _inside(tokens)
        if name == "concat":
            return Concat(tuple(self._tokens(part, line, depth + 1) for part in _split(inside)), line)
        if name in _FORMATS or name in _WRITES:
            at = next((at for at, token in enumerate(inside) if token.type == ","), -1) + 1 if name in _WRITES else 0
            return self._formatted(inside[at:], line, depth)
        if name in ("json", "vec", "smallvec", "hashmap", "btreemap"):
            values = [self._tokens(part, line, depth + 1) for part in _split(inside)]
            if name == "json":
                return values[0] if len(values) == 1 else Opaque("macro json without a value", line)
            return Sequence(tuple(values), line)
        if name in _ENV and inside:
            variable = self._tokens(_split(inside)[0], line, depth + 1)
            function = Attribute(Attribute(Name("std", line), "env", line), "var", line)
            return CallExpr(function, (variable,), (), (), line)
        parts = tuple(self._tokens(part, line, depth + 1) for part in _split(inside))
        return Opaque(f"macro {name} is not followed", line, parts)

    def _formatted(self, inside: Nodes[Node], line: int, depth: int) -> Expr:
        groups = _split(inside)
        if not groups or len(groups[0]) != 1 or groups[0][0].type not in ("string_literal", "raw_string_literal"):
            return Opaque("format without a text", line)
        template = self.text_of(groups[0][0]) or ""
        values = [self._tokens(part, line, depth + 1) for part in groups[1:] if not _is_named(part)]
        named = {node_text(part[0]): self._tokens(part[2:], line, depth + 1) for part in groups[1:] if _is_named(part)}
        parts: list[Expr] = []
        at, count = 0, 0
        for hole in _HOLE.finditer(template):
            parts.append(Constant(template[at : hole.start()], line))
            at = hole.end()
            key = hole[1]
            if key is None:
                parts.append(Constant(hole[0][0], line))
            elif key == "" or key.isdigit():
                index = int(key) if key else count
                count += not key
                parts.append(values[index] if index < len(values) else Opaque("a value is missing", line))
            else:
                parts.append(named.get(key) or Name(key, line, groups[0][0].start_byte))
        return Concat((*parts, Constant(template[at:], line)), line)

    def _tokens(self, nodes: Nodes[Node], line: int, depth: int) -> Expr:
        """The expression that a row of tokens spells, as far as names, texts, lists and tables go."""
        nodes = [node for node in nodes if node_text(node) not in ("&", "*", "mut")]
        if not nodes or depth > 100:
            return Opaque("nothing is given", line)
        first = nodes[0]
        at = first.start_point[0] + 1
        if first.type == "token_tree":
            return self._token_tree(first, at, depth)
        if first.type in self._row.forms and first.type not in ("identifier", "self", "crate"):
            return self.read(first, depth + 1)
        if not _NAME.fullmatch(node_text(first)):
            return Opaque("these tokens are not followed", at)
        expr: Expr = Name(node_text(first), at, first.start_byte)
        rest = nodes[1:]
        while len(rest) > 1 and node_text(rest[0]) in (".", "::") and _NAME.fullmatch(node_text(rest[1])):
            called = len(rest) > 2 and rest[2].type == "token_tree" and node_text(rest[2])[:1] == "("
            name = node_text(rest[1])
            if called and name in _SAME:
                rest = rest[3:]
                continue
            expr = Attribute(expr, name, at)
            if called:
                given = tuple(self._tokens(part, at, depth + 1) for part in _split(_inside(rest[2])))
                expr = CallExpr(expr, given, (), (), at, first.start_byte)
            rest = rest[3:] if called else rest[2:]
        return expr if not rest else Opaque("these tokens are not followed", at, (expr,))

    def _token_tree(self, tree: Node, line: int, depth: int) -> Expr:
        groups = _split(_inside(tree))
        if node_text(tree)[:1] != "{":
            values = tuple(self._tokens(part, line, depth + 1) for part in groups)
            return values[0] if len(values) == 1 and node_text(tree)[:1] == "(" else Sequence(values, line)
        pairs: list[tuple[Expr, Expr]] = []
        for part in groups:
            colon = next((index for index, node in enumerate(part) if node_text(node) == ":"), None)
            if colon:
                pairs.append(
                    (self._tokens(part[:colon], line, depth + 1), self._tokens(part[colon + 1 :], line, depth + 1))
                )
        return Table(tuple(pairs), (), line)


def _may_be_enum(node: Node) -> bool:
    """Whether an expression may be a constant of an enumeration, whose methods say what it is spelled as."""
    return node.type in ("scoped_identifier", "identifier", "self", "field_expression")


def _with_base(node: Node) -> Node | None:
    """What ``with_…`` is called on; None for any other call."""
    function = node.child_by_field_name("function") if node.type == "call_expression" else None
    name = function.child_by_field_name("field") if function is not None else None
    if function is None or name is None or not node_text(name).startswith("with_"):
        return None
    return function.child_by_field_name("value")


def _inside(tree: Node) -> list[Node]:
    return [child for child in tree.children[1:-1] if not child.is_extra]


def _split(nodes: Nodes[Node]) -> list[list[Node]]:
    """Tokens between commas."""
    groups: list[list[Node]] = [[]]
    for node in nodes:
        if node_text(node) == "," and not node.is_named:
            groups.append([])
        else:
            groups[-1].append(node)
    return [group for group in groups if group]


def _is_named(part: Nodes[Node]) -> bool:
    return len(part) > 2 and node_text(part[1]) == "=" and part[0].type == "identifier"
