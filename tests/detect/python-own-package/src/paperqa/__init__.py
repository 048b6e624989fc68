from paperqa.version import __version__  # ok: made when the package is built
from paperqa.types import Embeddable, Docs  # ok: one of them is handed on from elsewhere
