"""Java."""

from __future__ import annotations

import re
from typing import Any

from aigov.scan.facts.languages.row import EnvAccess, Form, Language


def _java() -> Any:
    import tree_sitter_java

    return tree_sitter_java.language()


BUILDS = frozenset({"build"})
BEGINS = frozenset({"builder", "newBuilder"})
GIVEN = frozenset({"Value", "ConfigProperty", "Property", "DefaultValue", "WithDefault"})
"""Annotations that inject a setting into a field or parameter."""
PASSES = frozenset(
    {
        "String.valueOf",
        "java.util.Optional.of",
        "java.util.Optional.ofNullable",
        "java.util.Objects.requireNonNull",
        "org.springframework.boot.context.properties.bind.DefaultValue",
        "io.smallrye.config.WithDefault",
        "org.springframework.http.HttpEntity",
        "java.net.URI.create",
        "java.net.http.HttpRequest.BodyPublishers.ofString",
        "okhttp3.RequestBody.create",
        "reactor.core.publisher.Mono.just",
        "software.amazon.awssdk.core.SdkBytes.fromUtf8String",
        "software.amazon.awssdk.regions.Region.of",
        "java.net.URI",
        "java.net.URL",
        "io.ktor.http.Url",
        "com.openai.models.ChatModel.of",
        "com.openai.models.ChatModel.Companion.of",
        "com.openai.models.embeddings.EmbeddingModel.of",
        "com.anthropic.models.messages.Model.of",
        "com.aallam.openai.api.model.ModelId",
        "dev.langchain4j.data.message.UserMessage.from",
        "dev.langchain4j.data.message.SystemMessage.from",
    }
)
"""Functions of the JVM's libraries that give back what they are given."""
SAME_TEXT = frozenset(
    {"orElseThrow", "get", "asString", "getValue", "intern", "stripIndent", "trimIndent", "trimMargin", "name", "text"}
    | {"getOrNull", "getOrThrow", "takeIf", "takeUnless", "orEmpty", "strip", "filter", "stripTrailing", "ifPresent"}
)
DEFAULTS = frozenset({"orElse", "orElseGet", "getOrElse", "getOrDefault", "ifBlank", "ifEmpty"})
HOLDERS = frozenset(
    {"Optional", "ObjectProvider", "Provider", "Supplier", "Lazy", "Mono", "Uni", "Instance", "Option", "Future"}
    | {"CompletableFuture", "AtomicReference", "ThreadLocal", "ObjectFactory", "Deferred", "StateFlow"}
)
FIRST_SET = frozenset(
    {
        "java.util.Objects.requireNonNullElse",
        "java.util.Objects.requireNonNullElseGet",
        "com.google.common.base.MoreObjects.firstNonNull",
        "com.google.common.base.Objects.firstNonNull",
        *(
            f"org.apache.commons.{package}.{name}"
            for package in ("lang3", "lang")
            for name in (
                "StringUtils.defaultIfBlank",
                "StringUtils.defaultIfEmpty",
                "StringUtils.defaultString",
                "StringUtils.firstNonBlank",
                "StringUtils.firstNonEmpty",
                "StringUtils.getIfBlank",
                "StringUtils.getIfEmpty",
                "ObjectUtils.defaultIfNull",
                "ObjectUtils.firstNonNull",
                "ObjectUtils.getIfNull",
            )
        ),
    }
)
"""Functions that give back the first of their arguments that is set."""
FORMATS = frozenset({"String.format", "java.lang.String.format"})
TABLE_MAKERS = frozenset(
    {f"java.util.{name}" for name in ("HashMap", "LinkedHashMap", "TreeMap", "EnumMap", "concurrent.ConcurrentHashMap")}
    | {"java.util.Map.ofEntries", "linkedMapOf", "hashMapOf"}
    | {"java.util.Map.of", "com.google.common.collect.ImmutableMap.of", "mapOf", "mutableMapOf", "hashMapOf", "Map"}
)
LIST_MAKERS = frozenset(
    {
        "java.util.List.of",
        "java.util.Arrays.asList",
        "java.util.Set.of",
        "java.util.stream.Stream.of",
        "com.google.common.collect.ImmutableList.of",
        "java.util.Collections.singletonList",
        "listOf",
        "mutableListOf",
        "arrayOf",
        "setOf",
        "listOfNotNull",
        "List",
        "Seq",
        "Vector",
        "Array",
        "Set",
    }
)
CONSTANTS = {
    f"software.amazon.awssdk.regions.Region{part}": lambda name: name.lower().replace("_", "-")
    for part in ("", ".Companion")
}
ENV = EnvAccess(
    calls={
        "System.getenv": (0, None),
        "System.getProperty": (0, 1),
        "sys.env.getOrElse": (0, 1),
        "sys.env.get": (0, None),
        "sys.env": (0, None),
        "sys.props.getOrElse": (0, 1),
        "scala.util.Properties.envOrElse": (0, 1),
        "scala.util.Properties.envOrNone": (0, None),
        "System.getenv().get": (0, None),
        "System.getenv().getValue": (0, None),
        "System.getenv().getOrElse": (0, 1),
        "System.getenv().getOrDefault": (0, 1),
        "io.github.cdimascio.dotenv.Dotenv.load().get": (0, 1),
        "io.github.cdimascio.dotenv.Dotenv.configure().get": (0, 1),
        "io.github.cdimascio.dotenv.Dotenv().get": (0, 1),
        "io.github.cdimascio.dotenv.dotenv().get": (0, 1),
        "java.util.Properties().getProperty": (0, 1),
    },
    tables=frozenset({"System.getenv()"}),
    placeholders={
        "org.springframework.beans.factory.annotation.Value": "text",
        "io.micronaut.context.annotation.Value": "text",
        "io.micronaut.context.annotation.Property": "key",
        "org.eclipse.microprofile.config.inject.ConfigProperty": "key",
        "org.eclipse.microprofile.config.ConfigProvider.getConfig().getValue": "key",
        "org.springframework.core.env.Environment().getProperty": "key",
        "org.springframework.core.env.Environment().getRequiredProperty": "key",
        "org.springframework.core.env.ConfigurableEnvironment().getProperty": "key",
        "com.typesafe.config.ConfigFactory.load().getString": "key",
        "com.typesafe.config.Config().getString": "key",
        "com.typesafe.config.ConfigFactory.load()().getString": "key",
    },
)
DEFINES = re.compile(
    rb"^[ \t]*(?:(?:public|protected|private|internal|static|abstract|final|sealed|non-sealed|strictfp|open|data|value"
    rb"|inline|inner|annotation|enum|case|implicit|lazy|override|suspend|const|expect|actual|fun)[ \t]+)*"
    rb"(?:class|interface|enum|record|@interface|object|trait|fun|val|var|def|type|typealias)[ \t]+"
    rb"(?:<[^>\n]*>[ \t]*)?(?:[\w.<>?]+\.)?(\w+)",
    re.MULTILINE,
)
"""Definitions of a JVM language that files of the same package see."""

_ROOT = re.compile(
    r"(?:^|.*/)src/[\w.-]+/(?:java|kotlin|scala)(?:-[\w.]+)?(?:/|$)|(?:^|.*/)(?:java|kotlin|scala|src|app)(?:/|$)"
)


def package_of(folder: str) -> str:
    """The package that the files of a folder belong to, as a path: what stands below the source root."""
    match = _ROOT.match(folder)
    return folder[match.end() :] if match is not None and match.end() < len(folder) else folder


JAVA = Language(
    name="java",
    # Arrows of other languages: the parser takes the square of their number in memory, a gigabyte for 2,000.
    unbearable=re.compile(rb"(?:\w{1,80}\s{0,9}=>\s{0,9}){200}"),
    family="java",
    grammar=_java,
    queries=("java.scm",),
    import_words=re.compile(rb"\bimport\b"),
    forms={
        "string_literal": Form(kind="string"),
        "decimal_integer_literal": Form(kind="number"),
        "hex_integer_literal": Form(kind="number"),
        "decimal_floating_point_literal": Form(kind="number"),
        "true": Form(kind="true"),
        "false": Form(kind="false"),
        "null_literal": Form(kind="null"),
        "identifier": Form(kind="name"),
        "type_identifier": Form(kind="name"),
        "this": Form(kind="name"),
        "field_access": Form(kind="attribute", roles={"base": "object", "name": "field"}),
        "scoped_identifier": Form(kind="attribute", roles={"base": "scope", "name": "name"}),
        "scoped_type_identifier": Form(kind="attribute", roles={"base": "0", "name": "-1"}),
        "generic_type": Form(kind="generic", roles={"base": "0", "arguments": "1"}),
        "method_invocation": Form(kind="method", roles={"base": "object", "name": "name", "arguments": "arguments"}),
        "object_creation_expression": Form(kind="call", roles={"callee": "type", "arguments": "arguments"}),
        "explicit_constructor_invocation": Form(kind="call", roles={"callee": "constructor", "arguments": "arguments"}),
        "super": Form(kind="name"),
        "annotation": Form(kind="call", roles={"callee": "name", "arguments": "arguments"}),
        "marker_annotation": Form(kind="call", roles={"callee": "name"}),
        "enum_constant": Form(kind="member", roles={"arguments": "arguments"}),
        "binary_expression": Form(kind="binary"),
        "ternary_expression": Form(
            kind="choice", roles={"then": "consequence", "test": "condition", "else": "alternative"}
        ),
        "switch_expression": Form(kind="arms", roles={"body": "body"}),
        "array_initializer": Form(kind="sequence"),
        "element_value_array_initializer": Form(kind="sequence"),
        "array_creation_expression": Form(kind="wrap", roles={"value": "value"}),
        "array_access": Form(kind="subscript", roles={"base": "array", "key": "index"}),
        "array_type": Form(kind="wrap", roles={"value": "element"}),
        "parenthesized_expression": Form(kind="wrap"),
        "cast_expression": Form(kind="wrap", roles={"value": "value"}),
        "assignment_expression": Form(kind="wrap", roles={"value": "right"}),
        "lambda_expression": Form(kind="closure"),
        "method_reference": Form(kind="operands"),
        "class_literal": Form(kind="wrap"),
    },
    env=ENV,
    ambient="folder",
    package_of=package_of,
    defines=DEFINES,
    implicit_members=True,
    accessors=True,
    separators=re.compile(r"::"),
    text=frozenset({"string_fragment", "multiline_string_fragment"}),
    escape=frozenset({"escape_sequence"}),
    holes=frozenset(),
    keyword={"element_value_pair": ("key", "value")},
    builds=BUILDS,
    begins=BEGINS,
    given=GIVEN,
    passes=PASSES,
    constants=CONSTANTS,
    same_text=SAME_TEXT,
    defaults=DEFAULTS,
    first_set=FIRST_SET,
    formats=FORMATS,
    holders=HOLDERS,
    table_makers=TABLE_MAKERS,
    list_makers=LIST_MAKERS,
    concat=frozenset({"+"}),
    receivers=frozenset({"this"}),
    constructor="<init>",
    constructors=frozenset({"constructor_declaration", "compact_constructor_declaration", "formal_parameters"}),
    enums=frozenset({"enum_declaration"}),
    heritage=frozenset({"superclass", "super_interfaces", "extends_interfaces", "type_list", "interface_type_list"}),
    blocks=frozenset({"block", "program", "class_body", "constructor_body", "interface_body", "enum_body"}),
    arms=frozenset({"switch_rule", "switch_block_statement_group"}),
    branches=frozenset({"switch_rule", "switch_block_statement_group", "block", "if_statement"}),
    otherwise=frozenset({"block", "if_statement"}),
    conditionals=frozenset({"if_statement"}),
)
