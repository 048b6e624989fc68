"""What the resolver asks of the rest of the scan: other files, builds, settings, the catalogue.

Each is an answer that knows nothing until the scan supplies it (``aigov/scan/scan.py``), so that the resolver stands
alone in tests.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from aigov.catalogue.entry import Entry
from aigov.scan.build_modules import Configured
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.types import Import
from aigov.scan.values import ClassValue, FunctionValue, Made, Symbol, Text


class Surroundings:
    """The answers, by what they are about."""

    def __init__(self) -> None:
        self.callers: Callable[[str], Iterable[tuple[FileFacts, CallSite]]] = lambda name: ()
        self.read_sites: Callable[[str], Iterable[tuple[FileFacts, CallSite]]] = lambda name: ()
        """The same in the files that were read by now."""
        self.derived: Callable[[str], Iterable[ClassValue]] = lambda name: ()
        """First-party classes that extend one of that name."""
        self.peers: Callable[[FileFacts, str], Iterable[str]] = lambda facts, name: ()
        """Other files that define a name which a file sees without importing it."""
        self.offers: Callable[[str, str, str], bool] = lambda family, module, name: False
        """Whether a vendor's module, in a language family, is known to have a name."""
        self.constant: Callable[[str, str, tuple[str, ...]], str | None] = lambda family, module, names: None
        """The model id that a vendor's constant stands for: ``openai.GPT4oMini``."""
        self.setting: Callable[[str, str], tuple[Text, ...]] = lambda path, key: ()
        """Values of a setting, as the settings files of the module say that holds the file ``path``."""
        self.configured: Callable[[str, Entry], Configured | None] = lambda path, framework: None
        """Who answers a client of a framework that is made in the file ``path``; None where no build decides that."""
        self.configured_model: Callable[[str, Entry], Text | None] = lambda path, provider: None
        """The model that the settings of a module name for a provider."""
        self.beans: Callable[[Symbol, str], tuple[FunctionValue, ...]] = lambda made, path: ()
        """Functions that supply objects of a type to whoever declares a field of it, in the file ``path``."""
        self.read_files: Callable[[], Iterable[FileFacts]] = lambda: ()
        """The files that can reach AI."""
        self.makers: Collection[str] = ()
        """Qualified names of what makes clients of many services, also of objects: ``boto3.Session.client``."""
        self.shared: Callable[[FileFacts], Iterable[Import]] = lambda facts: ()
        """Imports that hold in a file and stand in another one."""
        self.behind: Callable[[Made, str], tuple[Made, ...]] = lambda made, path: ()
        """What the program registers as the service of a type, for an object of which only the type is known."""
        self.own_methods: Mapping[str, tuple[tuple[int, int], ...]] = {}
        """First-party functions that are called like methods of others' types: name -> least and most arguments."""
        self.extensions: Collection[str] = ()
        """Methods that a vendor adds to others' types and that give a client, by name alone: ``AddOllamaApiClient``."""
        self.wrappers: Collection[str] = ()
        """Qualified names of functions that give back the client that they are given: ``instructor.from_openai``."""
