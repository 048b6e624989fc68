"""Where a string constant stands: what it is given to, inside out."""

from __future__ import annotations

from tree_sitter import Node

from aigov.scan.facts.languages import Language
from aigov.scan.facts.nodes import node_text, part_of
from aigov.scan.facts.types import Position

_LISTS = frozenset({"sequence"})
_TYPES_OF_TEXTS = ("Literal",)
"""Of which what stands in brackets is a value (Python)."""
_ARMS = frozenset(("literal_type", "union_type", "list_pattern", "case_pattern", "switch_case"))
_PASSED = frozenset(
    (
        "arguments",
        "argument_part",
        "value_arguments",
        "call_suffix",
        "argument_list",
        "parenthesized_expression",
        "expression_list",
    )
)
_LIST_MAKERS = frozenset("listOf mutableListOf arrayListOf setOf mutableSetOf hashSetOf linkedSetOf arrayOf".split())  # noqa: SIM905
_LIST_CLASSES = frozenset(("List", "Set", "Arrays", "ImmutableList", "ImmutableSet"))
"""What makes a list of its arguments (Kotlin; Java's ``List.of``, ``Arrays.asList``)."""
_MAX_STEPS = 12


def position_of(node: Node, row: Language) -> Position:
    """The first construct around ``node`` that names what it is.

    A list item or an operand reports the construct around the list (``MODELS = ["a", "b"]``: ``assign MODELS``); where
    nothing around it has a name, as of what a function ends with, ``item``. A key that is looked up, and a part that is
    looked for, are ``other``.
    """
    child, parent = node, node.parent
    for _ in range(_MAX_STEPS):
        if parent is None:
            break
        kind = parent.type
        form = row.forms.get(kind)
        if kind in row.pair:
            key, value = part_of(parent, row.pair[kind][0]), part_of(parent, row.pair[kind][1])
            if key is not None and key.id == child.id and value is not None:
                return Position(kind="key", name=_holder(parent, row))
            if value is not None:
                return Position(kind="value", name=node_text(key).strip(":\"'`") if key is not None else None)
            child, parent = parent, parent.parent  # an item without a key (PHP)
            continue
        if kind == "jsx_attribute":
            return Position(kind="keyword", name=_text_of(part_of(parent, "0")))
        if kind in row.keyword:
            name = part_of(parent, row.keyword[kind][0])
            if name is not None or form is None:
                return Position(kind="keyword", name=node_text(name).rstrip(": ") if name is not None else None)
        elif kind in row.declarators and (name := _declared(parent)) is not None and name.id != child.id:
            return Position(kind="default" if "parameter" in kind else "assign", name=node_text(name))
        if form is not None and form.kind == "literal" and _type_of(parent, row) in row.lists | row.tables:
            pass
        elif kind in row.tokens:
            return _among_tokens(child, parent)
        elif (
            form is not None
            and form.kind == "call"
            and _tail(parent, row) in row.same_text
            and _is_called(parent, child, row)
        ):
            pass  # "gpt-4o".to_string(): what counts is where the text goes
        elif form is not None and form.kind in ("call", "method") and _makes_list(parent, row):
            pass  # MODELS = List.of("gpt-4o")
        elif form is not None and form.kind in ("call", "method", "member", "literal"):
            return Position(kind="argument", name=_tail(parent, row))
        elif form is not None and form.kind == "subscript":
            if not node_text(parent.named_children[0]).endswith(_TYPES_OF_TEXTS):
                return Position(kind="other")
        elif (form is not None and form.kind in _LISTS) or kind in row.arms or kind in _ARMS:
            pass
        elif "comparison" in kind or _compares(parent):
            return Position(kind="other" if _is_substring(parent, child) else "compare")
        elif (default := _field(parent, "value")) is not None and default.id == child.id:
            name = parent.child_by_field_name("name") or parent.child_by_field_name("pattern")
            name = name or parent.child_by_field_name("property")
            if name is not None:
                kinds = "default" if "parameter" in kind else "assign"
                return Position(kind="default" if kinds == "default" else "assign", name=node_text(name))
        elif (
            (right := _field(parent, "right")) is not None
            and right.id == child.id
            and parent.child_by_field_name("left")
        ):
            left = parent.child_by_field_name("left")
            if form is None or form.kind == "wrap":
                kinds = "default" if "pattern" in kind else "assign"
                name_text = _last_word(node_text(left)) if left is not None else None
                return Position(kind="default" if kinds == "default" else "assign", name=name_text)
        elif (name := _defaulted(parent, child)) is not None:
            return Position(kind="default", name=node_text(name))
        elif kind in ("return_statement", "control_transfer_statement"):
            return Position(kind="return")
        elif form is None and kind not in row.through and kind not in _PASSED:
            break
        child, parent = parent, parent.parent
    return Position(kind="item")


def _makes_list(call: Node, row: Language) -> bool:
    tail = _tail(call, row)
    if tail not in ("of", "asList"):
        return tail in _LIST_MAKERS
    holder = call.child_by_field_name("object") or call.named_children[0]
    return _last_word(node_text(holder).removesuffix(f".{tail}")) in _LIST_CLASSES


def _is_called(call: Node, child: Node, row: Language) -> bool:
    callee = call.child_by_field_name(row.forms[call.type].roles.get("callee", ""))
    return callee is not None and callee.id == child.id


def _among_tokens(child: Node, tokens: Node) -> Position:
    """Where a text stands in the tokens of a macro or attribute: after ``key:``, after ``name =``, in a list."""
    siblings = tokens.children
    at = next((index for index, node in enumerate(siblings) if node.id == child.id), 0)
    before, after = (node_text(siblings[i]) if 0 <= i < len(siblings) else "" for i in (at - 1, at + 1))
    if after == ":":
        return Position(kind="key")
    if before in (":", "=") and at > 1:
        return Position(kind="value" if before == ":" else "default", name=node_text(siblings[at - 2]).strip('"'))
    macro = tokens.parent
    name = macro.child_by_field_name("macro") if macro is not None else None
    if name is not None:
        return Position(kind="item" if node_text(name) == "vec" else "argument", name=node_text(name))
    if node_text(tokens)[:1] == "[":
        return Position(kind="item")
    called = tokens.prev_named_sibling
    if node_text(tokens)[:1] == "(" and called is not None and called.type == "identifier":
        return Position(kind="argument", name=node_text(called))  # within a macro: lazy_static! { … m.insert("…", 1) }
    return Position(kind="other")


def _defaulted(function: Node, value: Node) -> Node | None:
    """The name of the parameter whose default stands beside it, not within (Swift)."""
    before: Node | None = None
    for index, child in enumerate(function.children):
        if child.id == value.id:
            beside = function.type == "optional_formal_parameters" and child.type != "formal_parameter"
            if before is None or not (beside or function.field_name_for_child(index) == "default_value"):
                return None
            return before.child_by_field_name("name") or before
        before = child if child.is_named else before
    return None


def _declared(declarator: Node) -> Node | None:
    name = declarator.child_by_field_name("name") or part_of(declarator, "0")
    if name is not None and name.type == "modifiers":
        name = name.next_named_sibling
    if name is not None and name.type == "variable_declaration":  # Kotlin: the name and its type
        name = part_of(name, "0") or name
    return name


def _last_word(text: str) -> str:
    return text.rpartition("[")[2].rpartition(".")[2].strip("\"'`]")


def _field(node: Node, name: str) -> Node | None:
    return node.child_by_field_name(name)


def _text_of(node: Node | None) -> str | None:
    return node_text(node) if node is not None else None


def _is_substring(node: Node, child: Node) -> bool:
    """``"gpt-4" in model``: a test of a part, not a value."""
    return any(part.type in ("in", "not in") for part in node.children) and node.children[0].id == child.id


def _compares(node: Node) -> bool:
    operator = node.child_by_field_name("operator")
    return operator is not None and operator.type in ("==", "===", "!=", "!==", "in")


def _type_of(literal: Node, row: Language) -> str:
    type_node = literal.child_by_field_name(row.forms[literal.type].roles["callee"])
    return type_node.type if type_node is not None else ""


def _tail(call: Node, row: Language) -> str | None:
    roles = row.forms[call.type].roles
    callee = part_of(call, roles.get("callee") or roles.get("name") or "name")
    callee = callee or (call.prev_named_sibling if not roles else None)
    return node_text(callee).rpartition(".")[2] if callee is not None else None


def _holder(pair: Node, row: Language) -> str | None:
    """Name of the variable that holds the table around a pair."""
    node: Node | None = pair
    for _ in range(6):
        node = node.parent if node is not None else None
        if node is None:
            return None
        for field in ("left", "name", "property"):
            name = node.child_by_field_name(field)
            if name is not None and node.type not in row.pair:
                return node_text(name).rpartition(".")[2]
        if node.type in row.pair:
            key = part_of(node, row.pair[node.type][0])
            return node_text(key).strip("\"'`") if key is not None else None
    return None
