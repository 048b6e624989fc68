"""Expressions of Bicep to ``values``, by recursive descent over the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aigov.scan.facts.infra.bicep_cursor import BLANK, Cursor, Fault
from aigov.scan.facts.infra.values import (
    At,
    Choice,
    Item,
    Join,
    Loop,
    Opaque,
    Parameter,
    Ref,
    Select,
    Sequence,
    Table,
    Text,
    Value,
)

_DEEPEST = 50
_MOST_NAMES = 100  # of one reference: each more is copied with all before it
_WORD = re.compile(r"[A-Za-z_]\w*")
_NUMBER = re.compile(r"\d+")
_PLAIN = re.compile(r"[^'\\$\n]+")
_OPERATOR = re.compile(r"==|!=|=~|!~|<=|>=|&&|\|\||\?\?|[<>+\-*/%]")
_LAMBDA = re.compile(r"\(\s*((?:\w+(?:\s*,\s*\w+)*)?)\s*\)\s*=>|(\w+)\s*=>")
_SAME = frozenset("toLower toUpper string trim json any array flatten base64 filter sort take skip".split())  # noqa: SIM905
_EITHER = frozenset("concat union coalesce shallowMerge".split())  # noqa: SIM905
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t"}
_SHOWN = frozenset(("description", "metadata"))


@dataclass(frozen=True, slots=True)
class Lambda:
    """A function that is passed to another."""

    names: tuple[str, ...]
    body: Value


class Expressions(Cursor):
    """Reads expressions where the cursor stands."""

    def __init__(self, path: str, text: str) -> None:
        super().__init__(path, text)
        self.parent = ""
        """Type of the resource whose body is being read."""
        self.variables: dict[str, Parameter] = {}
        """Environment variables that are read."""

    def resource(self, at: At, parent: str, depth: int) -> None:
        """A resource declaration behind its keyword."""
        raise Fault

    def literal(self) -> str:
        """The text of the string that stands here, if it has no holes; else empty."""
        self.spaces()
        value = self.string(0)
        return value.value if isinstance(value, Text) else ""

    def type(self) -> list[Text]:
        """Pass over a type, up to ``=`` or the end of the declaration; the strings that it lists are the values."""
        found: list[Text] = []
        depth = 0
        while True:
            self.spaces()
            char = self.text[self.position : self.position + 1]
            if not char or (depth == 0 and char == "="):
                return found
            if char == "\n":
                end = self.position
                self.blank()
                if depth == 0 and not self.text.startswith("|", self.position):
                    self.position = end
                    return found
                continue
            if char == "'":
                value = self.string(0)
                found += [value] if isinstance(value, Text) and depth == 0 else []
                continue
            depth += (char in "{[(") - (char in ")]}")
            self.position += 1

    def skip_statement(self) -> None:
        """Pass over the rest of a declaration."""
        depth = 0
        while self.position < len(self.text):
            self.spaces()
            char = self.text[self.position : self.position + 1]
            if char == "'":
                self.string(0)
                continue
            if not char:
                return
            if char == "\n" and depth <= 0:
                end = self.position
                self.blank()
                if self.text[self.position : self.position + 1] not in ("?", ":", "|", "&"):
                    self.position = end
                    return
                continue
            depth += (char in "{[(") - (char in ")]}")
            self.position += 1

    # --- expressions ------------------------------------------------------------------------------------------------

    def body(self, depth: int) -> Value:
        """What is assigned to a resource or module: an object, perhaps conditional, perhaps in a loop."""
        self.blank()
        found = _WORD.match(self.text, self.position)
        if found is not None and found[0] == "if":
            self.position = found.end()
            self.expect("(")
            self.blank()
            self.expression(depth + 1)
            self.blank()
            self.expect(")")
            self.blank()
        return self.expression(depth + 1)

    def expression(self, depth: int) -> Value:
        """The expression that stands here.

        :raises Fault: there is none.
        """
        if depth > _DEEPEST:
            raise Fault
        value = self._operations(depth)
        self._continue("?")
        if self.text.startswith("?", self.position) and not self.text.startswith("??", self.position):
            at = self.at()
            self.position += 1
            self.blank()
            first = self.expression(depth + 1)
            self._continue(":")
            self.expect(":")
            self.blank()
            return Choice((first, self.expression(depth + 1)), at)
        return value

    def _continue(self, mark: str) -> None:
        """Go on to the next line where the expression goes on there."""
        self.spaces()
        found = BLANK.match(self.text, self.position)
        if found is not None and self.text.startswith(mark, found.end()):
            self.position = found.end()

    def _operations(self, depth: int) -> Value:
        value = self._operand(depth)
        falls_back = False
        options = [value]
        while True:
            for mark in ("&&", "||", "??"):
                self._continue(mark)
            found = _OPERATOR.match(self.text, self.position)
            if found is None:
                break
            falls_back = falls_back or found[0] == "??"
            self.position = found.end()
            self.blank()
            options.append(self._operand(depth))
        if len(options) == 1:
            return value
        return Choice(tuple(options), value.at) if falls_back else Opaque("an operation is not followed", value.at)

    def _operand(self, depth: int) -> Value:
        self.spaces()
        at = self.at()
        char = self.text[self.position : self.position + 1]
        if char in ("!", "-", "+"):
            self.position += 1
            self._operand(depth + 1)
            return Opaque("an operation is not followed", at)
        return self._taken(self._primary(char, at, depth), depth)

    def _taken(self, value: Value, depth: int) -> Value:
        """What is taken from a value: members, elements, results of methods."""
        while True:
            self.spaces()
            char = self.text[self.position : self.position + 1]
            if char == "." or self.text.startswith("::", self.position):
                self.position += 2 if char == ":" else 1
                self.take("?")
                name = self.word()
                if self.text.startswith("(", self.position):
                    self.position += 1
                    value = Opaque(f"{name}() is not followed", value.at, self.arguments(depth))
                    continue
            elif char == "[":
                self.position += 1
                self.take("?")
                key = self.expression(depth + 1)
                self.blank()
                self.expect("]")
                name = key.value if isinstance(key, Text) and not key.value.isdigit() else "*"
            elif char == "!" and not self.text.startswith(("!=", "!~"), self.position):
                self.position += 1
                continue
            else:
                return value
            if isinstance(value, Ref) and len(value.names) > _MOST_NAMES:
                value = Opaque("a reference of so many parts is not followed", value.at)
            if isinstance(value, Opaque):
                continue
            names = (*value.names, name) if isinstance(value, Ref) else (name,)
            value = Ref(names, value.at) if isinstance(value, Ref) else Select(value, names, value.at)

    def _primary(self, char: str, at: At, depth: int) -> Value:
        if depth > _DEEPEST:
            raise Fault
        if char == "'":
            return self.string(depth)
        if char == "(":
            self.position += 1
            self.blank()
            value = self.expression(depth + 1)
            self.blank()
            self.expect(")")
            return value
        if char == "[":
            return self._array(at, depth)
        if char == "{":
            return self._object(at, depth)
        if number := _NUMBER.match(self.text, self.position):
            self.position = number.end()
            return Text(number[0], at)
        name = self.word()
        if name in ("true", "false"):
            return Text(name, at)
        if name == "null":
            return Opaque("null", at)
        if self.text.startswith("(", self.position):
            self.position += 1
            return self._call(name, at, depth)
        return Ref((name,), at)

    def arguments(self, depth: int) -> tuple[Value, ...]:
        """The arguments of a call, behind its parenthesis. Those that are functions are their bodies."""
        return tuple(part.body if isinstance(part, Lambda) else part for part in self._passed(depth))

    def _passed(self, depth: int) -> list[Value | Lambda]:
        found: list[Value | Lambda] = []
        while True:
            self.blank()
            if self.take(")"):
                return found
            if self.take(","):
                continue
            function = _LAMBDA.match(self.text, self.position)
            if function is not None:
                self.position = function.end()
                self.blank()
                names = tuple(name.strip() for name in (function[1] or function[2] or "").split(","))
                found.append(Lambda(names, self.expression(depth + 1)))
            else:
                found.append(self.expression(depth + 1))

    def _call(self, name: str, at: At, depth: int) -> Value:
        passed = self._passed(depth)
        arguments = tuple(part.body if isinstance(part, Lambda) else part for part in passed)
        first = arguments[0] if arguments else None
        if name == "map" and len(passed) == 2 and isinstance(function := passed[1], Lambda) and first is not None:
            key = function.names[1] if len(function.names) > 1 else ""
            return Loop((key, function.names[0]), first, function.body, at)
        if name in ("first", "last") and first is not None:
            return Select(first, ("*",), at)
        if name in _SAME and first is not None:
            return first
        if name in _EITHER and arguments:
            return Choice(arguments, at)
        if name == "readEnvironmentVariable" and isinstance(first, Text):
            default = arguments[1] if len(arguments) > 1 else None
            self.variables.setdefault(first.value, Parameter(name=first.value, at=at, default=default))
            return Ref((first.value,), at)
        if name == "format" and isinstance(first, Text):
            pieces = re.split(r"\{(\d+)[^}]*\}", first.value)
            parts: list[Value] = [
                (arguments[int(piece) + 1] if int(piece) + 1 < len(arguments) else Opaque("absent", at))
                if index % 2
                else Text(piece, at)
                for index, piece in enumerate(pieces)
            ]
            return Join(tuple(parts), at)
        return Opaque(f"{name}() is not followed", at, arguments)

    def _array(self, at: At, depth: int) -> Value:
        self.position += 1
        self.blank()
        if re.compile(r"for\b").match(self.text, self.position):
            return self._for(at, depth)
        items: list[Value] = []
        while True:
            self.blank()
            if self.take("]"):
                return Sequence(tuple(items), at)
            if not self.take(","):
                spread = self.take("...")
                value = self.expression(depth + 1)
                items.append(Select(value, ("*",), value.at) if spread else value)

    def _for(self, at: At, depth: int) -> Value:
        self.word()
        key = ""
        if self.take("("):
            element = self.word()
            self.expect(",")
            key = self.word()
            self.expect(")")
        else:
            element = self.word()
        if self.word() != "in":
            raise Fault
        over = self.expression(depth + 1)
        self.expect(":")
        value = self.body(depth + 1)
        self.blank()
        self.expect("]")
        return Loop((key, element), over, value, at)

    def _object(self, at: At, depth: int) -> Value:
        self.position += 1
        items: list[Item] = []
        while True:
            self.blank()
            if self.take("}"):
                return Table(tuple(items), at)
            if self.take(","):
                continue
            place = self.at()
            if self.take("@"):
                self.word()
                if self.take("("):
                    self.arguments(depth + 1)
                continue
            if self.take("..."):
                spread = self.expression(depth + 1)
                items += spread.items if isinstance(spread, Table) else ()
                continue
            if self.text.startswith("'", self.position):
                key = self.literal()
            else:
                key = self.word()
                if key == "resource" and not self.text[self.position :].lstrip(" \t").startswith(":"):
                    self.resource(place, self.parent, depth + 1)
                    continue
            self.expect(":")
            self.blank()
            value = self.expression(depth + 1)
            if key not in _SHOWN:
                items.append(Item(key, value, place))

    def string(self, depth: int) -> Value:
        """The string that stands here.

        :raises Fault: there is none, or it does not end.
        """
        at = self.at()
        text, position = self.text, self.position
        if text.startswith("'''", position):
            end = text.find("'''", position + 3)
            if end < 0:
                raise Fault
            self.position = end + 3
            return Text(text[position + 3 : end], at)
        if not text.startswith("'", position):
            raise Fault
        self.position += 1
        parts: list[Value] = []
        known = ""
        while True:
            char = text[self.position : self.position + 1]
            if char in ("", "\n"):
                raise Fault
            if char == "'":
                self.position += 1
                break
            if char == "\\":
                escaped = text[self.position + 1 : self.position + 2]
                known += _ESCAPES.get(escaped, escaped)
                self.position += 2
            elif text.startswith("${", self.position):
                parts += [Text(known, at)] if known else []
                known = ""
                self.position += 2
                self.blank()
                parts.append(self.expression(depth + 1))
                self.blank()
                self.expect("}")
            else:
                plain = _PLAIN.match(text, self.position)
                known += plain[0] if plain else char
                self.position += len(plain[0]) if plain else 1
        if known or not parts:
            parts.append(Text(known, at))
        return parts[0] if len(parts) == 1 else Join(tuple(parts), at)
