"""Facts of Java, Kotlin and Scala."""

from __future__ import annotations

import pytest

from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import Attribute, CallExpr, Choice, Concat, Constant, Expr, Name, Sequence


def facts(language: str, source: str) -> FileFacts:
    return FileFacts(f"A.{language}", language, source.encode())


def imports(language: str, source: str) -> list[tuple[str, str | None, str | None, int]]:
    return [(found.module, found.name, found.alias, found.line) for found in facts(language, source).imports]


def value(language: str, source: str, name: str) -> Expr | None:
    read = facts(language, source)
    (binding,) = [
        binding
        for held in read.bindings.values()
        for binding in held.get(name, ())
        if read.value(binding) is not None and len(binding.path) == 1
    ]
    return read.value(binding)


def dotted(expr: Expr) -> str:
    if isinstance(expr, Attribute):
        return f"{dotted(expr.base)}.{expr.name}"
    return expr.name if isinstance(expr, Name) else type(expr).__name__


def spelled(call: Expr | None) -> tuple[str, list[object], dict[str, object]]:
    assert isinstance(call, CallExpr)
    return (
        dotted(call.callee),
        [arg.value if isinstance(arg, Constant) else type(arg).__name__ for arg in call.args],
        {key: item.value if isinstance(item, Constant) else type(item).__name__ for key, item in call.keywords},
    )


def test_imports_of_java() -> None:
    source = "import a.b.C;\nimport static a.b.C.MAX;\nimport a.b.*;\nimport static a.b.C.*;\n"
    assert imports("java", source) == [
        ("a.b", "C", "C", 1),
        ("a.b.C", "MAX", "MAX", 2),
        ("a.b", "*", None, 3),
        ("a.b.C", "*", None, 4),
    ]


def test_imports_of_kotlin() -> None:
    assert imports("kotlin", "import a.b.C\nimport a.b.C as D\nimport a.b.*\n") == [
        ("a.b", "C", "C", 1),
        ("a.b", "C", "D", 2),
        ("a.b", "*", None, 3),
    ]


def test_imports_of_scala() -> None:
    source = "import a.b.C\nimport a.b.{D, E => F, G as H, I => _}\nimport a.b._, q.R\nimport a.b.*\nimport a.b.given\n"
    assert imports("scala", source) == [
        ("a.b", "C", "C", 1),
        ("a.b", "D", "D", 2),
        ("a.b", "E", "F", 2),
        ("a.b", "G", "H", 2),
        ("a.b", "*", None, 3),
        ("q", "R", "R", 3),
        ("a.b", "*", None, 4),
    ]


@pytest.mark.parametrize("language", ["java", "kotlin", "scala"])
@pytest.mark.parametrize(
    ("chain", "expected"),
    [
        ('X.builder().model("m").n(1).build()', ("X.builder", [], {"model": "m", "n": 1})),
        ('X.newBuilder().model("m")', ("X.newBuilder", [], {"model": "m"})),
        (
            'X.builder("a").several("b", "c").flag().build()',
            ("X.builder", ["a"], {"several": "Sequence", "flag": True}),
        ),
        ('X.of("a").with("b")', ("CallExpr.with", ["b"], {})),
    ],
)
def test_builder_chains_are_one_call(language: str, chain: str, expected: object) -> None:
    source = f"class A {{ Object m = {chain}; }}" if language == "java" else f"val m = {chain}"
    found = value(language, source, "m")
    if isinstance(found, CallExpr) and isinstance(found.callee, Attribute) and isinstance(found.callee.base, CallExpr):
        assert (f"CallExpr.{found.callee.name}", ["b"], {}) == expected
    else:
        assert spelled(found) == expected


@pytest.mark.parametrize("language", ["java", "kotlin", "scala"])
def test_a_builder_chain_is_one_call_site_and_what_follows_another(language: str) -> None:
    chain = 'Chat.builder(m).a("x").build().prompt().user(q).call()'
    source = f"class A {{ Object m = {chain}; }}" if language == "java" else f"val m = {chain}"
    assert [site.tail for site in facts(language, source).calls] == ["call", "user", "prompt", "builder"]


def test_java_texts() -> None:
    read = 'class A { String m = """\n  a\n  b"""; String n = "x\\ny" + "z"; }'
    assert value("java", read, "n") == Constant("x\nyz", 3)
    found = value("java", read, "m")
    assert isinstance(found, Constant) and "a\n  b" in str(found.value)


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("kotlin", 'val m = "a $x ${y.z} b"'),
        ("kotlin", 'val m = """a $x ${y.z} b"""'),
        ("scala", 'val m = s"a $x ${y.z} b"'),
    ],
)
def test_holes_of_texts(language: str, source: str) -> None:
    found = value(language, source, "m")
    assert isinstance(found, Concat)
    kinds = [part.value if isinstance(part, Constant) else dotted(part) for part in found.parts]
    assert kinds == ["a ", "x", " ", "y.z", " b"]


def test_kotlin_calls() -> None:
    call = value("kotlin", 'val m = f<T>("a", key = "b") { x = 1 }', "m")
    assert spelled(call) == ("f", ["a", "Closure"], {"key": "b"})
    assert spelled(value("kotlin", 'val m = "a" to "b"', "m")) == ("Constant.to", ["b"], {})
    assert [site.tail for site in facts("kotlin", "val m = a?.b()!!.c(1) { d() }").calls] == ["c", "b", "d"]


def test_an_escaped_dollar_is_no_hole() -> None:
    assert value("kotlin", 'val m = "\\${a.b:c}"', "m") == Constant("${a.b:c}", 1)


@pytest.mark.parametrize(
    ("language", "source"),
    [
        (
            "java",
            'class A { void f(int a) { var m = switch (a) { case 1 -> "x"; case 2 -> { yield "y"; }'
            " default -> throw new E(); }; } }",
        ),
        ("kotlin", 'val m = when (a) {\n    1 -> "x"\n    2 -> { "y" }\n    else -> throw E()\n}'),
        ("scala", 'val m = a match {\n  case 1 => "x"\n  case 2 => "y"\n  case _ => throw new E()\n}'),
    ],
)
def test_alternatives(language: str, source: str) -> None:
    found = value(language, source, "m")
    assert isinstance(found, Choice)
    assert [option.value for option in found.options if isinstance(option, Constant)] == ["x", "y"]
    assert len(found.options) == 2


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("java", 'enum E { A("x", 1), B("y", 2); }'),
        ("kotlin", 'enum class E(val id: String, val n: Int) {\n    A("x", 1),\n    B("y", 2),\n}'),
    ],
)
def test_constants_of_enumerations_are_calls_of_them(language: str, source: str) -> None:
    assert spelled(value(language, source, "A")) == ("E", ["x", 1], {})


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("java", 'record R(@DefaultValue("m") String model, int n) {}'),
        ("java", 'class R { R(@Qualifier("q") @Value("m") String model, int n) {} }'),
        ("kotlin", 'class R(private val model: String = "m", n: Int)'),
        ("scala", 'case class R(model: String = "m", n: Int)'),
    ],
)
def test_parameters_of_constructors(language: str, source: str) -> None:
    read = facts(language, source)
    (parameters,) = read.parameters.values()
    assert [parameter.name for parameter in parameters] == ["model", "n"]
    default = parameters[0].default
    assert default == Constant("m", 1) or (isinstance(default, CallExpr) and default.args == (Constant("m", 1),))
    assert [scope.name for scope in read.scopes if scope.kind == "function"] == ["<init>"]


def test_bases_are_types_without_their_arguments() -> None:
    for language, source in (
        ("java", "class A extends B<X> implements C, D<Y> {}"),
        ("kotlin", "class A(x: Int) : B<X>(x), C, D<Y>"),
        ("scala", "class A extends B[X](1) with C with D[Y]"),
    ):
        scope = next(scope for scope in facts(language, source).scopes if scope.name == "A")
        assert [dotted(base) for base in scope.bases] == ["B", "C", "D"], language


def test_several_arguments_of_a_builder_are_all_kept() -> None:
    call = value("java", "class A { Object m = X.builder().messages(a, b).build(); }", "m")
    assert isinstance(call, CallExpr)
    held = dict(call.keywords)["messages"]
    assert isinstance(held, Sequence) and [dotted(item) for item in held.items] == ["a", "b"]
