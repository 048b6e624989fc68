"""With what a tree is scanned: the catalogue with the user's own entries, and the ``scan`` section of aigov.yaml."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from aigov.catalogue import Catalogue, load_catalogue
from aigov.settings import DECLARATIONS_FILE, evaluation_time

if TYPE_CHECKING:
    from aigov.scan_settings import ScanSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanPlan:
    """With what a tree is scanned."""

    catalogue: Catalogue
    settings: ScanSettings
    at: datetime
    """The day for which statements of the settings hold or do not; aware."""
    installed: Sequence[Path] = ()
    """Folders in which packages are installed."""
    sboms: Sequence[Path] = ()
    """Bills of materials of other tools."""


def plan_scan(
    root: Path,
    *,
    at: datetime | None = None,
    settings_file: Path | None = None,
    catalogue_dir: Path | None = None,
    classic_ml: bool | None = None,
    installed: Sequence[Path] = (),
    sboms: Sequence[Path] = (),
) -> ScanPlan:
    """The catalogue and the settings for ``root``.

    :param at: aware; now by default.
    :param settings_file: aigov.yaml; the one in ``root`` by default. Only its ``scan`` section is looked at.
    :param catalogue_dir: folder of the user's own entries; wins over the one that the settings name.
    :param classic_ml: whether classic machine learning is listed; wins over what the settings say.
    :param installed: folders in which packages are installed: their licences are read.
    :param sboms: CycloneDX and SPDX files, for the same.
    :raises UsageError: the section or an entry cannot be used.
    """
    from aigov.scan_settings import ScanSettings, load_scan_settings

    own = root / DECLARATIONS_FILE
    if settings_file is None and own.is_file():
        settings_file = own
    settings = load_scan_settings(settings_file) if settings_file else ScanSettings()
    if classic_ml is not None:
        settings = replace(settings, classic_ml=classic_ml)
    catalogue = catalogue_with(catalogue_dir or settings.catalogue)
    return ScanPlan(
        catalogue=catalogue, settings=settings, at=at or evaluation_time(None), installed=installed, sboms=sboms
    )


def catalogue_for(settings_file: Path | None, folder: Path | None) -> Catalogue:
    """The catalogue with the entries of ``folder``, or else of the one that ``scan.catalogue`` of aigov.yaml names.

    :raises UsageError: an entry or the section cannot be used.
    """
    from aigov.scan_settings import load_scan_settings

    return catalogue_with(folder or (load_scan_settings(settings_file).catalogue if settings_file else None))


def catalogue_with(folder: Path | None) -> Catalogue:
    """The shipped catalogue, with the entries of ``folder`` if there is one.

    :raises UsageError: an entry cannot be used.
    """
    if folder is None:
        return load_catalogue()
    from aigov.catalogue.own import load_catalogue_with

    return load_catalogue_with(folder)
