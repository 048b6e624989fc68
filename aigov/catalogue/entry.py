"""The catalogue's types: what one ``data/<id>.toml`` says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from aigov.model import How, Kind

Trait = Literal["records-calls", "filters-content", "makes-media"]
"""``records-calls``: it keeps what was asked and answered; ``filters-content``: it checks input or output while the
system runs; ``makes-media``: all that its service gives back is images, sound or video."""
TRAITS = frozenset(get_args(Trait))
Medium = Literal["image", "audio", "video"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """A module whose import is a use."""

    language: str
    """Language family of ``aigov/scan/facts``: ``python``, ``javascript`` (also TypeScript), ``go``, ``java``, …"""
    module: str
    """Dotted module, npm specifier, Go path or Java package. Matches itself and everything below it
    (``openai`` matches ``openai.types``; ``@ai-sdk/openai`` matches ``@ai-sdk/openai/internal``). A ``*`` at the end
    matches the rest of a name: ``langchain_*``. One import may fire several entries: an adapter package
    (``langchain_openai``) is listed by its framework and by the provider that it reaches."""
    names: tuple[str, ...] = ()
    """If given, only these imported names fire (``AzureOpenAI`` from ``openai``)."""
    exclude: tuple[str, ...] = ()
    """Imported names that belong to another entry, and so do not fire this one. ``*`` at the end matches a prefix."""
    apart_from: tuple[str, ...] = ()
    """Modules within ``module`` that belong to another entry: ``@langchain/langgraph*`` within ``@langchain/*``."""
    unless: tuple[str, ...] = ()
    """Modules beside whose import this one is no use, for it only lends them its types: ``OpenAI.Chat`` in a file that
    imports ``Azure.AI.OpenAI``."""
    generic: bool = False
    """The module's name is a common word (``ai``, ``together``, ``agents``): triage looks for it in an import
    statement or in quotes, not as bare bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package of a registry."""

    purl: str
    """Without version, e.g. ``pkg:npm/%40ai-sdk/openai`` (purl-spec, https://github.com/package-url/purl-spec). A ``*``
    at the end matches the rest of a name. Adapter packages are listed by framework and provider, like imports."""
    apart_from: tuple[str, ...] = ()
    """Packages that ``purl`` matches and that belong to another entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Constructor:
    """A class or function whose call selects a provider, and the arguments that say which model and where."""

    language: str
    symbol: str
    """Fully qualified: ``openai.OpenAI``, ``@ai-sdk/openai.openai``, ``langchain_openai.ChatOpenAI``. A
    JavaScript default export is ``openai.default`` (also for ``require("openai")`` when called itself). A method of an
    object made by a call goes through the class: ``boto3.Session.client``."""
    provider: str | None = None
    """Slug of the provider that the call reaches, where it is not the entry itself."""
    assumed: bool = False
    """``provider`` (``default_provider`` in the file) holds only where the model is a text or left out: a model that is
    passed as an object decides, and where that cannot be followed, nothing tells the provider."""
    model_args: tuple[str, ...] = ()
    """Keyword (or object key) names that carry the model id; ``#0`` is the first positional argument, a dotted name a
    key within an object (``configuration.baseURL``). The same for all ``*_args``."""
    url_args: tuple[str, ...] = ()
    """Keyword (or object key) names that carry the base URL or host."""
    deployment_args: tuple[str, ...] = ()
    region_args: tuple[str, ...] = ()
    data_args: tuple[str, ...] = ()
    """For a function that is itself the call (``litellm.completion``): arguments whose content leaves."""
    returns: str | None = None
    """``client``: the result's methods are calls to the provider. ``argument``: the result is the client given as the
    first argument (``instructor.from_openai``). ``service``: every method of the result, or of the class that an
    annotation marks, is a call to the provider with all that it is passed. None: the call itself is the use."""
    interface: str | None = None
    """Id of the entry whose methods the client has, where it is not the owner of this constructor: ``openai`` for
    ``openai.AzureOpenAI``, ``langchain`` for ``langchain_openai.ChatOpenAI``."""
    routed: bool = False
    """The model string may begin with a routing prefix that names the provider (``bedrock/…``, ``openai:…``):
    ask ``Catalogue.route``. Without one, ``Catalogue.model_owner`` tells the provider."""
    when: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Only calls whose argument has one of these literal values select this entry: ``(("#0", ("bedrock-runtime",)),)``
    for ``boto3.client``. Booleans are spelled ``true`` and ``false``, ``#0|service_name`` is either argument, ``*``
    is any value that is given, and ``-`` that none is. All pairs must hold."""
    runs: str | None = None
    """``local``: what the call makes works within the process, and nothing leaves it (``chromadb.PersistentClient``,
    ``llama_cpp.Llama``). Default None: it may go over the network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A method of a client, by its trailing dotted path, that names a model or sends data."""

    language: str
    path: str
    """``chat.completions.create``; matched at the end of the called name on a client of this entry. Empty: the client
    itself is called (``createOpenAI()("gpt-4o")``)."""
    model_args: tuple[str, ...] = ()
    data_args: tuple[str, ...] = ()
    """Arguments whose content leaves for the provider: ``messages``, ``input``, ``prompt``."""
    deployment_args: tuple[str, ...] = ()
    """Arguments that name a deployment, which is a model only where it bears a model's name."""
    universal: bool = False
    """Clients of other entries have the method, too: an interface of .NET that every vendor's client implements."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPattern:
    """Which strings are model ids of this entry."""

    regex: str
    """Matched against the whole string, case-sensitively."""
    pinned: str | None = None
    """Regex: an id that matches it is pinned (dated, versioned); others of this entry are aliases. None: the platform
    offers no pin, so the id is ``unresolved``."""
    shared: bool = False
    """The ids are served by this entry but do not tell it (``gpt-4o`` on Azure, ``org/name`` on a model host): they
    decide pinning, never the owner."""
    publisher: str | None = None
    """Id of the entry that makes these models: ``anthropic`` for Bedrock's Claude. An entry that names itself claims
    ids of this form wherever they are served, which tells the maker on hosts and gateways. None where the form does not
    prove a maker: an id that only Groq has is still no work of Groq's."""
    published: bool = False
    """A shared form that nothing but models has, ``org/name`` of who makes models: a string of it is a model wherever
    it stands, and the rest of the tree tells who serves it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A string in code that is a use, though it is no host, variable or model: a permission, a piece of SQL."""

    regex: str
    """Searched for anywhere in the string, case-insensitively; ``^`` and ``$`` bind it to the whole."""
    how: How
    near: str | None = None
    """Regex of which the source file must hold a match, case-insensitively, where others use the same string; then it
    counts in source files alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyForm:
    """The form that a vendor gives its secret keys."""

    regex: str
    """Matched case-sensitively, between characters that no key has."""
    near: tuple[str, ...] = ()
    """Words of which the file must hold one, in any case, where others' keys have the same form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A program whose call in a shell is a use."""

    name: str
    """The program's file name, and the words that must follow it in this order: ``ollama``, ``aws bedrock-runtime``."""
    model_args: tuple[str, ...] = ()
    """Options that carry the model id (``--model``); ``#0`` is the first word after the name that is no option."""
    url_args: tuple[str, ...] = ()
    """Options that carry the address that is called."""
    routed: bool = False
    """The model string may begin with a routing prefix, or tell the provider by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A resource of infrastructure as code whose creation, or look-up, is a use."""

    type: str
    """As its language spells it, without version: ``aws_bedrockagent_agent``, ``AWS::Bedrock::Agent``,
    ``Microsoft.Search/searchServices``, ``serving.kserve.io/InferenceService``, or the address of a published module:
    ``Azure/openai/azurerm``. Case does not count; ``*`` at the end matches the rest of a name."""
    when: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Only where what stands at one of the paths has one of the values: ``(("kind|properties.kind", ("OpenAI",)),)``.
    Where none of the conditional rules of a type holds, its unconditional ones do."""
    model_args: tuple[str, ...] = ()
    """Dotted paths within the resource to a model id; ``*`` is any element or member. The same for all ``*_args``."""
    url_args: tuple[str, ...] = ()
    """Paths to an address, or to the part of it that ``host`` needs."""
    host: str | None = None
    """The resource's address: ``https://{}.openai.azure.com``, with what ``url_args`` lead to for ``{}``."""
    deployment_args: tuple[str, ...] = ()
    region_args: tuple[str, ...] = ()
    private: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Like ``when``: what tells that only a private network reaches it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The provider's data terms as known on a day. A null is unknown, never the good value."""

    default_retention_days: int | None
    trains_by_default: bool | None
    zdr: str | None
    """Zero data retention: ``by approval``, ``default``, ``no``, …"""
    dpa_available: bool | None
    regions: str | None
    as_of: str
    sources: tuple[str, ...]
    confidence: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One provider, SDK, framework, store or tool."""

    id: str
    title: str
    kind: Kind
    vendor: str | None = None
    jurisdiction: str | None = None
    """ISO 3166-1 alpha-2 code of the vendor's seat, or ``EU``; None when unknown or community-run."""
    homepage: str | None = None
    classic: bool = False
    """Classic machine learning, which a scan may leave out."""
    openai_compatible: bool = False
    """Whether the vendor serves OpenAI's protocol, so that an OpenAI client with its host is this provider."""
    imports: tuple[Import, ...] = ()
    packages: tuple[Package, ...] = ()
    hosts: tuple[str, ...] = ()
    """Host names; ``*.`` stands for one or more labels, ``<region>`` for a region label: ``*.openai.azure.com``."""
    default_endpoint: str | None = None
    """Base URL that the vendor's SDK calls when told nothing else."""
    ports: tuple[int, ...] = ()
    """For servers on own machines: the port that tells them on a private or loopback host (ollama: 11434)."""
    common_ports: tuple[int, ...] = ()
    """Those of them on which other programs listen as often (4000): they tell only a server that a client of AI, or a
    setting about AI, names."""
    env: tuple[str, ...] = ()
    """Environment variables that only this entry's users set; ``*`` at the end matches a prefix."""
    images: tuple[str, ...] = ()
    """Container image names without tag."""
    constructors: tuple[Constructor, ...] = ()
    methods: tuple[Method, ...] = ()
    models: tuple[ModelPattern, ...] = ()
    signs: tuple[Sign, ...] = ()
    keys: tuple[KeyForm, ...] = ()
    settings: tuple[str, ...] = ()
    """Keys of settings files below which only this entry is configured: ``spring.ai.openai``. Case, ``-`` and ``_`` do
    not count; ``*`` stands for one key."""
    commands: tuple[Command, ...] = ()
    resources: tuple[Resource, ...] = ()
    exact_in_call: tuple[str, ...] = ()
    """Model ids too short or too common to be looked for in any string (``o1``, ``command``): they count only as the
    model argument of a call."""
    prefixes: tuple[str, ...] = ()
    """Routing prefixes that name this provider in a gateway's model string: ``bedrock/``, ``groq/``."""
    lifecycle_platform: str | None = None
    """Key of ``data/lifecycle.json`` under which this provider's model dates are kept."""
    indicators: tuple[str, ...] = ()
    """Ids of ``data/indicators.toml`` that a use of this entry raises."""
    traits: tuple[Trait, ...] = ()
    """What controls ask of it beyond its kind."""
    makes: tuple[tuple[Medium, tuple[str, ...]], ...] = ()
    """By medium, ids of models that make nothing else, wherever they are served; ``*`` stands for any characters, and
    case does not count."""
    terms: Terms | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnEntry:
    """An entry that does not ship with aigov, or not in this form: whoever reads a result must know."""

    id: str
    change: Literal["added", "replaced", "extended"]
    digest: str
    """sha256 of the file's bytes, hexadecimal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorEntry:
    """A regulated-purpose signal: words in prompts and names, and SDK calls, that ask for a human statement."""

    id: str
    title: str
    practices: tuple[str, ...]
    """Provisions that the signal may touch, as data for people: ``eu-ai-act:Art. 5(1)(f)``."""
    prompt_terms: tuple[str, ...] = ()
    """Regexes over string constants of AI-using files, case-insensitive."""
    name_terms: tuple[str, ...] = ()
    """Regexes over function, class and file names of AI-using files, case-insensitive."""
    calls: tuple[str, ...] = ()
    """Fully qualified calls: ``deepface.DeepFace.analyze``. A name that begins with ``.`` is the last part of a call
    on a client whose import is known: ``.detect_faces``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LifecycleFact:
    """Retirement dates of one model id on one platform, as sources gave them."""

    platform: str
    model_id: str
    earliest_date: str | None
    latest_date: str | None
    date_kind: str
    """``shutdown``, ``not_before``, ``left_catalogue``, ``deprecated_no_date``, ``unknown``."""
    confidence: str
    as_of: str
    """YYYY-MM-DD: the day to which the source speaks."""
    source: str
    """Address of the source where it has one, else its description."""
    via: str = ""
    """Through what the source was read, when not at first hand."""
    note: str = ""
    """A doubt that goes with the dates."""
    replacement: str | None = None
