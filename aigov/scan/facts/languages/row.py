"""What the facts engine knows of one programming language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

FormKind = Literal[
    "string",
    "strings",
    "number",
    "true",
    "false",
    "null",
    "name",
    "attribute",
    "call",
    "method",
    "binary",
    "table",
    "sequence",
    "choice",
    "subscript",
    "wrap",
    "closure",
    "operands",
    "boolean",
    "own",
    "atom",
    "generic",
    "member",
    "arms",
    "literal",
    "elided",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How one node kind reads as an expression. ``roles`` maps the role to the grammar's field name."""

    kind: FormKind
    roles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvAccess:
    """How a language's programs read environment variables, as dotted names after import aliases are followed."""

    calls: Mapping[str, tuple[int, int | None]] = field(default_factory=dict)
    """Called name -> position of the variable and of the default (None: none; keyword ``default`` counts too)."""
    tables: frozenset[str] = frozenset()
    """Mappings whose keys or attributes are variables: ``os.environ``, ``process.env``."""
    placeholders: Mapping[str, Literal["text", "key"]] = field(default_factory=dict)
    """Called names that ask for a setting: by a text with ``${key:default}`` in it (Spring's ``@Value``), or by the key
    and then the default."""


_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One programming language."""

    name: str
    """The kind's name in ``aigov/scan/kinds.toml``."""
    family: str
    """The language of the catalogue's imports and constructors: TypeScript's is ``javascript``."""
    grammar: Callable[[], Any]
    """Loads the grammar; late, so that a scan pays only for the languages that it meets."""
    queries: tuple[str, ...]
    """Query files of this folder, read in order as one query."""
    import_words: re.Pattern[bytes]
    """What stands in the text of every import, re-export and dynamic import."""
    forms: Mapping[str, Form]
    env: EnvAccess = field(default_factory=EnvAccess)
    reader: Callable[[Language], Any] | None = None
    """Makes the reader of its expressions, where it is more than forms tell."""

    # --- imports and names ---
    opens: bool = False
    """Whether an import that names nothing brings every name of the module: C#'s ``using``, Swift's ``import``."""
    local_name: Callable[[str], str] | None = None
    """The name that an import of a module binds where it gives none (Go: ``go-openai`` is ``openai``)."""
    module_classes: bool = False
    """Whether the name of a module is one of a class within its file (Elixir's ``defmodule``)."""
    module_name: Callable[[str], str] | None = None
    """A module's name from what the source spells (Dart: ``package:http/http.dart`` is ``http``)."""
    ambient: Literal["folder", "tree"] | None = None
    """Where names come from that no import brings: files of the same folder (Go, Java), or of the whole tree."""
    defines: re.Pattern[bytes] | None = None
    """For ``ambient``: a definition that other files can see; the first group that matches is its name."""
    package_of: Callable[[str], str] | None = None
    """For ``ambient`` by folder: the package that a folder's files belong to, where several folders may hold one."""
    implicit_members: bool = False
    """Whether a method names the members of its class without a receiver."""
    accessors: bool = False
    """Whether a class may have methods that nobody writes, which give back its fields: ``getModel()``, ``model()``."""
    loaders: frozenset[str] = _NONE
    """Functions that load the module that their first argument names."""
    type_arguments: re.Pattern[str] = re.compile(r"([.:]*<[^()]*>)$")
    """Those at the end of a callee, as its first group."""
    separators: re.Pattern[str] | None = None
    """What stands between the names of a callee besides a dot: ``->``, ``::``, ``?.``."""

    keyed_settings: Mapping[str, str] = field(default_factory=dict)
    """Functions, as dotted names, that read a dotted key of a settings file, and the file that its first part names:
    Laravel's ``config("services.openai.model")``."""

    splits_imports: bool = False
    """Whether the last part of an imported path is the name, and the rest the module (Kotlin)."""
    import_text: Callable[[str], Iterator[tuple[str, str, str | None]]] | None = None
    """Takes a whole import statement apart, where one brings names of several modules: module, name, local name."""
    through: frozenset[str] = _NONE
    """Node kinds around an argument that say nothing of it themselves."""

    # --- strings ---
    tokens: frozenset[str] = _NONE
    """Node kinds of tokens that the grammar leaves unparsed: what a macro is given."""
    text: frozenset[str] = _NONE
    """Node kinds that hold the text of a string."""
    escape: frozenset[str] = _NONE
    holes: frozenset[str] = _NONE
    """Node kinds that hold an expression inside a string."""

    # --- calls ---
    keyword: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Node kinds of keyword arguments, with the fields of name and value; without a name they are positional."""
    object_arguments: bool = False
    """Whether keys of an object that is passed count as named arguments of the call (JavaScript)."""
    creates: str = ""
    """The method that makes an object of a class, ``X.new(…)``: it reads as a call of the class."""
    bare_calls: bool = False
    """Whether a call needs no parentheses, so that a name may be a variable or a call (Ruby)."""
    builds: frozenset[str] = _NONE
    """Last calls of a builder chain, ``X.builder().model("m").build()``: the chain reads as one call of what begins it
    with the calls between as keywords."""
    begins: frozenset[str] = _NONE
    """First calls of a builder chain that may also be handed on without a last one: ``X.builder().model("m")``."""
    keyword_tables: bool = False
    """Whether named arguments are one table, which the function receives as its last argument (Ruby, Elixir)."""
    passes: frozenset[str] = _NONE
    """Functions, as dotted names, that give back their first argument: ``Some``, ``Optional.of``, ``aws.String``."""
    runs: frozenset[str] = _NONE
    """Functions, as dotted names, that give back what the function gives that they are passed: ``lazy``."""
    constants: Mapping[str, Callable[[str], str]] = field(default_factory=dict)
    """Classes, as dotted names, whose constants stand for texts, and how the name of one becomes its text."""
    same_text: frozenset[str] = _NONE
    """Methods of a text or a table that give back what they are called on: ``to_string``, ``into``, ``to_json``."""
    path_joins: frozenset[str] = _NONE
    """Methods of an address, and functions as dotted names, that put a path after it: ``appendingPathComponent``."""
    url_makers: Mapping[str, str] = field(default_factory=dict)
    """Functions, as dotted names, that make an address of a host and a path -> its scheme: ``Uri.https``."""
    defaults: frozenset[str] = _NONE
    """Methods that give back what they are called on or, where that is not set, their argument: ``orElse``."""
    table_makers: frozenset[str] = _NONE
    """Functions, as dotted names, that make a table of keys and values in turn: ``Map.of("a", 1)``."""
    list_makers: frozenset[str] = _NONE
    """Functions, as dotted names, that make a list of their arguments."""
    hands_back: re.Pattern[str] | None = None
    """Last names of functions of packages that give back their only argument, whosever they are: ``String`` of
    ``aws.String``, ``openai.String``; types whose call is a conversion."""
    first_set: frozenset[str] = _NONE
    """Functions, as dotted names, that give back the first of their arguments that is set: ``cmp.Or``."""
    options: Mapping[str, int] = field(default_factory=dict)
    """Functions, as dotted names, that define an option of the command line, its name first -> position of its default:
    ``flag.String("model", "gpt-4o", "…")``."""
    option_setters: Mapping[str, int] = field(default_factory=dict)
    """Last names of functions that define an option in a variable that they are given -> position of its default:
    ``StringVar(&model, "model", "gpt-4o", "…")``."""
    settings: Mapping[str, str] = field(default_factory=dict)
    """Functions, as dotted names, that give a setting by its key -> last name of the function that sets its default:
    ``viper.GetString`` -> ``SetDefault``."""
    application_settings: Mapping[str, int | None] = field(default_factory=dict)
    """Functions, as dotted names, that read a setting of an application by its name and a key -> position of the
    default: ``Application.get_env(:shop, :model, "…")``."""
    key_readers: frozenset[str] = _NONE
    """Functions, as dotted names, that give what a table holds under a key: ``Keyword.get``."""
    program_settings: frozenset[str] = _NONE
    """Names that the settings of a program are reached from: ``Rails.configuration.x.model``."""
    formats: frozenset[str] = _NONE
    """Functions, as dotted names, that put values into a text with ``%`` verbs: ``fmt.Sprintf``."""

    # --- tables and sequences ---
    pair: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Node kinds of the pairs of a table, with the fields of key and value."""
    shorthand: frozenset[str] = _NONE
    """Node kinds of ``{name}`` in a table."""
    spread_table: frozenset[str] = _NONE
    spread_list: frozenset[str] = _NONE
    tables: frozenset[str] = _NONE
    """Node kinds of types whose literal in braces is a table: ``map[string]string{…}``."""
    lists: frozenset[str] = _NONE
    """Node kinds of types whose literal in braces is a list: ``[]string{…}``."""

    # --- operators ---
    concat: frozenset[str] = _NONE
    """Operators that join text."""
    fallback: frozenset[str] = _NONE
    pipe: frozenset[str] = _NONE
    """Operators that join components into one (``prompt | model``)."""

    # --- classes and functions ---
    receivers: frozenset[str] = _NONE
    """Names of the object that a method belongs to."""
    self_type: str = ""
    """How a method names the class that it belongs to: Rust's ``Self``."""
    prelude: frozenset[str] = _NONE
    """Names that every file has and no module of a tree gives."""
    path_roots: frozenset[str] = _NONE
    """Names that a path begins with which is looked up from a module of the tree: Rust's ``crate``."""
    signatures: frozenset[str] = _NONE
    """Node kinds of what stands before the body of a function, and not around it: parameters are the body's (Dart)."""
    implicit_receiver: bool = True
    """Whether the receiver is not among the parameters."""
    attaches: re.Pattern[bytes] | None = None
    """A method that stands outside its class, maybe in another file of the folder: groups of the class and the name."""
    open_fields: bool = False
    """Whether the fields of an object are what the literals of its type say, wherever they stand (Go, Rust)."""
    tag: Callable[[str], tuple[str | None, str | None]] | None = None
    """Reads the variable and the default that the text beside a field gives it."""
    attributes: frozenset[str] = _NONE
    """Node kinds of the text before a field, where that is a ``tag``: Rust's ``#[arg(…)]``."""
    constructor: str = ""
    """Name of the method that sets up an object."""
    holders: frozenset[str] = _NONE
    """Types with type arguments that hold one object of that type, or none: ``Optional``. A list of it is another."""
    class_parameters: bool = False
    """Whether the parameters of the constructor are names within the whole class (Kotlin, Scala)."""
    constructors: frozenset[str] = _NONE
    """Node kinds of functions that bear the name ``constructor``, whatever the source calls them."""
    given: frozenset[str] = _NONE
    """Annotations that say which setting a field or parameter receives."""
    arms: frozenset[str] = _NONE
    """Node kinds of the alternatives of an expression of the form ``arms``; the value of one is its last expression."""
    enums: frozenset[str] = _NONE
    """Node kinds of enumerations."""
    heritage: frozenset[str] = _NONE
    """Node kinds that wrap the bases of a class."""

    # --- statements ---
    parallel: frozenset[str] = _NONE
    """Node kinds that list the values of one assignment, one for each target; of a single call each is a result."""
    loop_values: bool = False
    """Whether a loop over a table gives its values rather than its keys (Go)."""
    http_types: frozenset[str] = _NONE
    """Types that are HTTP clients and that no import need name."""
    unwraps: frozenset[str] = _NONE
    """Members of what holds an object, which give back the object: ``Value`` of ``IOptions<T>``."""
    settings_objects: re.Pattern[str] | None = None
    """Names of objects that hold the program's settings by key: ``configuration["…"]``."""
    partials: re.Pattern[bytes] | None = None
    """A class that other places go on with; the group is its name."""
    adds: re.Pattern[bytes] | None = None
    """A method that the source adds to a type of others; the group is its name."""
    target_selectors: frozenset[str] = _NONE
    """Node kinds that stand beside a name that is assigned to, and say which member of it is meant."""
    defining: frozenset[str] = _NONE
    """Words that begin the definition of a function, where those of other blocks look alike (Elixir)."""
    result_tag: str = ""
    """What stands first in a pair that a call gives back where it succeeds: Elixir's ``{:ok, x}``."""
    declarators: frozenset[str] = _NONE
    """Node kinds that give a name a value, which stands last and is no field of the grammar."""
    blocks: frozenset[str] = _NONE
    """Node kinds of statement lists."""
    destructured: Mapping[str, tuple[str | None, str | None, str | None]] = field(default_factory=dict)
    """Node kinds inside an object pattern, with the fields of key, local name (a nested pattern too) and default."""
    comprehensions: frozenset[str] = _NONE
    """Node kinds outside of which their own variables mean nothing."""
    branches: frozenset[str] = _NONE
    """Node kinds of alternatives: of several next to each other only one runs."""
    otherwise: frozenset[str] = _NONE
    """Those of ``branches`` that other statements have too (``else`` of a loop); ``conditionals`` tells them apart."""
    conditionals: frozenset[str] = _NONE
    unbearable: re.Pattern[bytes] | None = None
    """Text that the grammar takes far more time for than its length allows."""
    most_listed: int | None = None
    """Commas that may stand between two of ``;`` and ``=``; None: the grammar bears any number."""
    max_steps: float = 0.3
    """Hundreds of parser actions a byte that the grammar may take, beyond the first ``2000``. Where a text is not of
    the language, some grammars take the square of its length, or more; programs of sixteen languages at most 0.016."""
    max_indents: int | None = None
    """Levels of indentation that the grammar's scanner bears; None: indentation means nothing to it."""

    def untyped(self, callee: str) -> str:
        """What a call calls, without the type arguments at its end."""
        found = self.type_arguments.search(callee) if callee[-1:] in (">", "]") else None
        return callee[: found.start(1)] if found else callee
