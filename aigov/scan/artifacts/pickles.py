"""Pickles, and PyTorch's archives of them: which names they would import. They are listed, never loaded.

The opcodes are those of ``pickletools``; https://docs.python.org/3/library/pickle.html warns what an import can do.
"""

from __future__ import annotations

import io
import pickletools
import zipfile
import zlib
from typing import BinaryIO

from aigov.scan.artifacts.header import Damaged, Header

_LONGEST = 4 << 20
"""Bytes of one pickle that are looked at."""
_MOST_OPCODES = 400_000
_MOST_MEMBERS = 20_000
_RUN_CODE = {
    "builtins": {"eval", "exec", "compile", "open", "getattr", "setattr", "__import__", "breakpoint", "input", "apply"},
    "operator": {"attrgetter", "methodcaller", "itemgetter"},
    "functools": {"partial", "reduce"},
    "pickle": {"loads", "load", "Unpickler"},
    "torch": {"load"},
    "torch.hub": {"load", "load_state_dict_from_url", "download_url_to_file"},
    "torch.serialization": {"load"},
    "joblib": {"load"},
    "numpy": {"load"},
    "numpy.testing._private.utils": {"runstring"},
    "bdb": {"Bdb"},
    "cProfile": {"run", "runctx"},
    "timeit": {"timeit", "Timer"},
}
_RUN_CODE_MODULES = frozenset(
    """os posix nt posixpath subprocess sys pty socket shutil ctypes _ctypes importlib runpy code codeop webbrowser
    commands multiprocessing asyncio signal threading http urllib urllib2 requests httpx aiohttp ftplib smtplib ssl
    tempfile pathlib pip venv ensurepip pdb platform linecache zipimport pkgutil types marshal dill cloudpickle
    """.split()  # noqa: SIM905 - a word list reads better
)
_HARMLESS = frozenset(("pathlib.PosixPath", "pathlib.WindowsPath", "pathlib.Path", "pathlib.PurePosixPath"))
_MODEL_MODULES = frozenset(
    """torch sklearn xgboost lightgbm catboost keras tensorflow transformers spacy prophet statsmodels fastai
    torchvision ultralytics sentence_transformers pmdarima joblib gensim pycaret autogluon hmmlearn imblearn surprise
    flair stable_baselines3 timm lifelines""".split()  # noqa: SIM905
)
_NAMES = {"builtins": ("__builtin__", "__builtins__")}
_STRINGS = frozenset(
    ("SHORT_BINUNICODE", "BINUNICODE", "BINUNICODE8", "UNICODE", "STRING", "BINSTRING", "SHORT_BINSTRING")
)
_BEGINNINGS = frozenset(b"\x80(c}]ldILNSVKM")
_PUTS = frozenset(("PUT", "BINPUT", "LONG_BINPUT"))
_GETS = frozenset(("GET", "BINGET", "LONG_BINGET"))


def read(stream: BinaryIO, size: int) -> Header:
    """The imports of a pickle that run code, and whether it holds a model.

    :raises Damaged: no pickle begins here.
    """
    head = stream.read(8)
    stream.seek(0)
    if head.startswith(b"PK\x03\x04"):
        return _archive(stream)
    data = _unpacked(stream.read(_LONGEST + 1), head)
    if not data or data[0] not in _BEGINNINGS:
        raise Damaged("it does not begin as a pickle")
    names, whole = _imports(data[:_LONGEST])
    return _header(names, None if whole else "only its beginning could be looked at")


def _archive(stream: BinaryIO) -> Header:
    """PyTorch's own form: a zip file that holds ``data.pkl``."""
    names: set[str] = set()
    whole = True
    try:
        with zipfile.ZipFile(stream) as archive:
            members = archive.infolist()[:_MOST_MEMBERS]
            pickled = [member for member in members if member.filename.endswith((".pkl", ".pickle"))]
            for member in pickled[:20]:
                with archive.open(member) as file:
                    data = file.read(_LONGEST + 1)
                found, all_of_it = _imports(data[:_LONGEST])
                names |= found
                whole = whole and all_of_it
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError, zlib.error) as error:
        # Name and beginning promise a model: a broken one is not to vanish.
        return Header(model=True, note=f"its header cannot be read: its archive is broken ({type(error).__name__})")
    if not pickled:
        return Header(model=any(member.filename.endswith("constants.pkl") for member in members))
    return _header(names, None if whole else "only its beginning could be looked at")


def _unpacked(data: bytes, head: bytes) -> bytes:
    """The beginning of what joblib compresses."""
    if head[:2] == b"\x1f\x8b":
        unpack = zlib.decompressobj(31)
    elif head[:1] == b"\x78":
        unpack = zlib.decompressobj()
    else:
        return data
    try:
        return unpack.decompress(data, _LONGEST)
    except zlib.error as error:
        raise Damaged("its compression is broken") from error


def _header(names: set[str], note: str | None) -> Header:
    return Header(
        model=any(name.partition(".")[0] in _MODEL_MODULES for name in names),
        unsafe=tuple(sorted(name for name in names if _runs_code(name))),
        note=note,
    )


def _runs_code(name: str) -> bool:
    module, _, attribute = name.rpartition(".")
    if name in _HARMLESS:
        return False
    return module.partition(".")[0] in _RUN_CODE_MODULES or attribute in _RUN_CODE.get(module, ())


def _imports(data: bytes) -> tuple[set[str], bool]:
    """The names that a pickle imports, ``module.name``, and whether it was understood to its end."""
    found: set[str] = set()
    texts: list[str] = []
    memo: dict[int, str] = {}
    stored = 0
    last: str | None = None
    stream = io.BytesIO(data)
    try:
        while stream.tell() < len(data):
            for count, (opcode, argument, _) in enumerate(pickletools.genops(stream)):
                if count > _MOST_OPCODES:
                    return found, False
                name = opcode.name
                if name in ("GLOBAL", "INST") and isinstance(argument, str):
                    module, _, attribute = argument.partition(" ")
                    found.add(_named(module, attribute))
                elif name in _STRINGS and isinstance(argument, str):
                    last = argument[:300]
                    texts = [*texts[-3:], last]
                    continue
                elif name in _PUTS and last is not None and isinstance(argument, int):
                    memo[argument] = last
                elif name == "MEMOIZE":
                    if last is not None:
                        memo[stored] = last
                    stored += 1
                    continue
                elif name in _GETS and isinstance(argument, int) and argument in memo:
                    texts = [*texts[-3:], memo[argument]]
                elif name == "STACK_GLOBAL" and len(texts) > 1:
                    found.add(_named(texts[-2], texts[-1]))
                last = None
            # PyTorch's older form, and joblib's, hold several: the next may begin here.
            if data[stream.tell() : stream.tell() + 1] != b"\x80":
                break
    except (ValueError, IndexError, KeyError, OverflowError, UnicodeError, EOFError):
        return found, False  # joblib writes arrays between the opcodes, and a damaged file ends anywhere
    return found, True


def _named(module: str, attribute: str) -> str:
    module = next((name for name, others in _NAMES.items() if module in others), module)
    return f"{module}.{attribute}"[:200]
