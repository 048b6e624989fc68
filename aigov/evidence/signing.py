"""Sign a folder of deliverables: DSSE over the statement, as a Sigstore bundle beside the files."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from pathlib import Path

from aigov.canonical import canonical_json, pretty_json, write_atomic
from aigov.errors import EvidenceError
from aigov.evidence.bundle import SignedPayload, write_bundle
from aigov.evidence.folder import Folder, read_folder
from aigov.evidence.keys import Passphrase, PrivateKey, load_private_key
from aigov.evidence.statement import PAYLOAD_TYPE, build_statement, contradictions, creation_time, read_documents
from aigov.settings import EVIDENCE_FILE
from aigov.strict_json import MalformedError

__all__ = ["sign_folder"]


def sign_folder(
    directory: Path,
    key: Path,
    *,
    passphrase: Passphrase,
    engine: Mapping[str, str] | None = None,
    warn: Callable[[str], object] = warnings.warn,
) -> Path:
    """Sign every file under ``directory`` with the private key in ``key``; write and return the bundle's path.

    An older bundle is replaced. ``engine``: ``{"name": …, "version": …}`` of the policy engine, where the caller
    evaluated in the same run. ``warn`` is told, in one line, what is unwise but no obstacle.

    :raises UsageError: the folder or the key cannot be used.
    :raises EvidenceError: the folder holds what must not be signed (a link, a private key, documents that contradict
        each other, no AI-BOM or no results), or the passphrase does not open the key.
    """
    folder = read_folder(directory)
    payload = _payload(directory, folder, created=creation_time(), engine=engine)
    signed = _sign(payload, load_private_key(key, passphrase, warn=warn))
    path = directory / EVIDENCE_FILE
    write_atomic(path, pretty_json(write_bundle(signed)))
    return path


def _payload(directory: Path, folder: Folder, *, created: str, engine: Mapping[str, str] | None) -> bytes:
    for refused in folder.refused:
        raise EvidenceError(f"{refused.name} {refused.reason}", where=str(directory), fix="remove it, then sign")
    for name in folder.private_keys:
        raise EvidenceError(
            f"{name} is a private key, and this folder is for others to read",
            where=str(directory),
            fix="move it elsewhere; if the folder was already sent, make a new key",
        )
    try:
        documents = read_documents(folder)
        for contradiction in contradictions(documents):
            raise MalformedError(contradiction)
        return canonical_json(build_statement(folder, documents, created=created, engine=engine))
    except MalformedError as error:
        raise EvidenceError(
            f"{error}; nothing was signed", where=str(directory), fix="write the folder anew with `aigov check`"
        ) from error


def _sign(payload: bytes, key: PrivateKey) -> SignedPayload:
    from securesystemslib.dsse import Envelope
    from securesystemslib.exceptions import VerificationError

    envelope = Envelope(payload, PAYLOAD_TYPE, {})
    signature = envelope.sign(key.signer)
    # A signature that the public key does not confirm (a memory fault, a damaged key) must not leave the house.
    try:
        envelope.verify([key.public.verifier], threshold=1)
    except VerificationError as error:
        raise EvidenceError(
            "the new signature does not verify; nothing was written", fix="try another machine"
        ) from error
    return SignedPayload(
        payload=payload,
        signature=bytes.fromhex(signature.signature),
        hint=key.public.key_id,
    )
