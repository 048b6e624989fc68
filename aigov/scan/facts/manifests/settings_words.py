"""The words of settings: which keys hold model ids, addresses, providers, and which prose, prices and answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from aigov.catalogue.settings_keys import squashed, words_of
from aigov.scan.facts.manifests.nodes import Node


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NOT_SETTINGS = _words("openapi swagger asyncapi lockfileVersion _postman_id bomFormat spdxVersion")
_SPOKEN = _words(
    """description descriptions summary title label labels help helptext hint doc docs documentation comment comments
    note notes example examples placeholder tooltip alias aliases homepage link links href readme changelog properties
    enum keywords tags topics authors author license copyright message messages prompt prompts systemprompt system
    content text instructions input output question answer expected icon image logo names displayname family families
    capabilities"""
)
_SPOKEN_TABLES = _words(
    "descriptions properties patternproperties definitions $defs examples labels tags keywords messages"
)
_OF_VARIABLE = _words("name value slotSetting secretRef type description")
_VARIABLE = re.compile(r"[A-Za-z]\w*(?:[_:.]\w+|[a-z][A-Z]\w*)")
"""A name of several words, as a variable has."""
_REFUSING = _words("deny denied denylist restricted blocked blocklist disallowed forbidden excluded prohibited")
_RECORDED = _words(
    """output response completion answer usage prompttokens completiontokens totaltokens choices score latency
    createdat timestamp expected traceid spanid tokensused duration durationms finishreason result results responsetext
    startedat finishedat elapsed accuracy object ownedby created"""
)
_PRICED = re.compile(r"cost|price|pricing|per(?:million|m|k|1k|1m)tokens|contextwindow|contextlength|maxinputtokens")
_MODEL_WORDS = _words(
    "model models llm llms embedding embeddings embedder engine deployment deployments reranker rerank lm vlm"
)
_MODEL_ENDS = _words("id ids name names value default fallback fallbacks slug version uri")
CHOOSING = _words("provider api type vendor backend engine service platform llm adapter driver client kind source")
AI_WORDS = _words(
    """llm llms ai genai model models embedding embeddings embedder chat completion agent agents rag reranker rerank
    inference transcription tts stt speech memory api"""
)
_OTHER_PROVIDERS = _words(
    """git vcs scm repo repository auth oauth oidc identity sso storage cloud payment mail email sms secret secrets
    cache dns log logging metrics"""
)
"""What else has providers: ``git_provider: github`` is nobody's model."""
_STORE_WORDS = _words("vector vectors vectordb vectorstore vectorstores")
_PLAIN_TOO = _words("api memory model models speech agent agents completion")
ADDRESS_WORDS = _words("url uri endpoint base host server address")
REACHED = _words("provider model-host vector-db eval framework")


def about_ai(path: Sequence[str]) -> bool:
    """Whether a key says that what it sets is about AI: ``llm.base-url``, ``AI_SERVER``, not ``FRONTEND_URL``."""
    return any(word in AI_WORDS and word not in _PLAIN_TOO for key in path for word in words_of(key))


def chooses(key: str) -> bool:
    """Whether a key says who does what an AI vendor may do: ``provider``, ``embeddings_backend``."""
    words = words_of(key)
    if words == ("source",):
        return False  # where data comes from: "source: github"
    return words[-1:] != () and words[-1] in CHOOSING and _OTHER_PROVIDERS.isdisjoint(words)


def names_credential(path: Sequence[str]) -> bool:
    """Whether a key holds what a vendor gives its customers: ``key`` of ``[replicate]``, not ``token`` of ``github``,
    which is mostly one to read code with."""
    named = len(path) > 1 and squashed(path[-2]) != "github"
    return named and squashed(path[-1]) in ("key", "apikey", "token", "apitoken", "secretkey", "accesskey")


def names_store(path: Sequence[str]) -> bool:
    """Whether a key says which store of vectors is used: ``VECTOR_DB``, ``vectorstore.type``."""
    keys = [words_of(key) for key in path[-2:]]
    if not keys or not keys[-1]:
        return False
    own = not _STORE_WORDS.isdisjoint(keys[-1]) and keys[-1][-1] in _STORE_WORDS | CHOOSING | {
        "db",
        "store",
        "database",
    }
    return own or (keys[-1][-1] in CHOOSING and any(not _STORE_WORDS.isdisjoint(words) for words in keys))


_CLASS_KEYS = _words("type class classpath target cls")


def names_class(key: str) -> bool:
    """Whether a key holds the class that is made there: ``type``, ``_target_``, ``generator_class``."""
    word = squashed(key)
    return word in _CLASS_KEYS or word.endswith("class")


def parts(key: str) -> Iterator[str]:
    """The keys that one key stands for: ``OpenAI:ApiKey``, ``OpenAI__ApiKey``, ``spring.ai.openai``."""
    return (part for part in re.split(r"__|[.:]", key) if part)


def is_word(key: str) -> bool:
    """Whether a key is an ordinary word rather than an id."""
    return key.isalpha() or re.fullmatch(r"[a-z]+(?:[_-][a-z]+)+|[a-z]+(?:[A-Z][a-z]+)+", key) is not None


def model_key(key: str, path: tuple[str, ...]) -> str:
    """``free`` where a key takes nothing but models, ``model`` where it may, else empty."""
    words = words_of(key)
    if not words:
        return ""
    if words[-1] in _MODEL_WORDS:
        return "free" if words[-1] in ("model", "models") else "model"
    if words[-1] in _MODEL_ENDS:
        if not _MODEL_WORDS.isdisjoint(words[:-1]):
            return "free" if "model" in words[:-1] and words[-1] in ("id", "name") else "model"
        above = words_of(path[-2]) if len(path) > 1 else ()
        if words in (("id",), ("name",)) and len(path) > 2 and words_of(path[-3])[-1:] in (("models",), ("llms",)):
            return "model"  # of a table whose keys are names of one's own
        if not _MODEL_WORDS.isdisjoint(above) or words == ("fallback",):
            return "model"
    return "model" if not _MODEL_WORDS.isdisjoint(words) else ""


def is_no_setting(key: str, member: Node, apart: frozenset[str]) -> bool:
    """Whether a key is prose, is read by somebody else (``apart``), or lists what is kept out."""
    if not _REFUSING.isdisjoint(words_of(key)):
        return True
    if isinstance(member.value, dict):
        return squashed(key) in _SPOKEN_TABLES
    return key in apart or (squashed(key) in _SPOKEN and not (key.isupper() and "_" in key))


def by_their_keys(members: Mapping[str, Node]) -> Iterator[tuple[str, Node]]:
    """The members of a table of models that their keys name: where one says its id, its key is a name of one's own."""
    for name, member in members.items():
        id = member.text("id") if isinstance(member.value, dict) else None
        if id is None or "/" not in id:
            yield name, member


def is_client(node: Node) -> bool:
    keys = {squashed(key) for key in node.members()}
    return (
        keys.isdisjoint({"output", "response"})
        and bool({"model", "litellmparams"} & keys)
        and not keys.isdisjoint(
            {"apikey", "baseurl", "apibase", "apitype", "clienthost", "provider", "litellmparams", "engine"}
        )
    )


def as_setting(node: Node) -> Node:
    """A variable in a list of them, ``{"name": "A", "value": "b"}``, as the setting ``{"A": "b"}``; what is none, as it
    is."""
    members = node.members()
    name, value = node.text("name"), members.get("value")
    if name is None or value is None or not _OF_VARIABLE.issuperset(members) or not _VARIABLE.fullmatch(name):
        return node
    return Node(value={name: value}, line=members["name"].line)


def is_recorded(members: Mapping[str, Node]) -> bool:
    """Whether a mapping is an answer that somebody recorded, or one of OpenAI's protocol that somebody made up."""
    choices = members.get("choices")
    if choices is not None and any("message" in item.members() for item in choices.elements()):
        return True
    return sum(squashed(key) in _RECORDED for key in members) > 1


def is_not_settings(node: Node) -> bool:
    """Whether a document is of a kind that sets nothing: a specification, a lock file, what a browser recorded."""
    if not isinstance(node.value, dict):
        return False
    log = node.members().get("log")  # HAR 1.2: {"log": {"version": …, "entries": […]}}; others keep their logging there
    recorded = log is not None and isinstance(log.value, dict) and "entries" in log.value
    return recorded or not _NOT_SETTINGS.isdisjoint(node.value)


def is_priced(members: Mapping[str, Node]) -> bool:
    """Whether a mapping tells what a model costs or can do."""
    return any(
        _PRICED.search(squashed(key)) for key, member in members.items() if not isinstance(member.value, (dict, list))
    )


LANGUAGE_CODES = "|".join(
    """aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en
    eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv
    ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk mn mr ms mt my na nb nd ne ng
    nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su
    sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu""".split()  # noqa: SIM905
)
"""Two letters by which a file of translations is called (ISO 639-1); ``db`` is none, ``ml`` means models more often."""
