"""Folders that are built once for each content, by one process, and appear whole or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from filelock import FileLock

KEPT = 3  # versions of a kind; another process may still be opening an older one


def digest(parts: Iterable[str]) -> str:
    """Return a short hash of the parts and their borders."""
    hashed = hashlib.sha256()
    for part in parts:
        content = part.encode()
        hashed.update(len(content).to_bytes(8, "little"))
        hashed.update(content)
    return hashed.hexdigest()[:20]


def versioned(root: Path, kind: str, version: str, build: Callable[[Path], None]) -> Path:
    """Return ``root/kind-version``; where it is not there, ``build`` fills a new folder that takes its place."""
    folder = root / f"{kind}-{version}"
    if folder.is_dir():
        return folder
    root.mkdir(parents=True, exist_ok=True)
    with FileLock(root / f".{kind}.lock"):
        if not folder.is_dir():
            _build(folder, kind, build)
            _forget_old(root, kind)
    return folder


def _build(folder: Path, kind: str, build: Callable[[Path], None]) -> None:
    started = time.perf_counter()
    print(f"dadkhah: building the index of {kind} …", file=sys.stderr, flush=True)
    workshop = Path(tempfile.mkdtemp(prefix=f".building-{kind}-", dir=folder.parent))
    try:
        build(workshop)
        os.replace(workshop, folder)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
    took = time.perf_counter() - started
    print(f"dadkhah: index of {kind} ready in {took:.1f} s", file=sys.stderr, flush=True)


def _forget_old(root: Path, kind: str) -> None:
    newest_first = sorted(root.glob(f"{kind}-*"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for folder in newest_first[KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)
