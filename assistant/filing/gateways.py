"""Gateways: where a package goes. Handing the same package over again changes nothing and gives the same receipt."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

import yaml

from assistant.filing.package import Package


class GatewayError(Exception):
    """The gateway did not take the package; ``permanent`` says that trying again is no use."""

    def __init__(self, message: str, *, permanent: bool = False) -> None:
        super().__init__(message)
        self.permanent = permanent


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the gateway says about a package it has taken."""

    gateway: str
    tracking_code: str
    reference: str  # of the gateway: a file name, a number
    instructions: tuple[str, ...] = ()  # what the citizen has to do next

    def as_json(self) -> dict[str, object]:
        """Return the receipt as JSON."""
        return asdict(self)


class Gateway(Protocol):
    """Takes packages; safe to call again with the same package."""

    name: str

    def hand(self, package: Package) -> Receipt:
        """Take the package, or raise :class:`GatewayError`."""
        ...


class FolderGateway:
    """The embedded gateway: packages lie in a folder from which another system takes them."""

    name = "folder"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def hand(self, package: Package) -> Receipt:
        """Write the package into the folder, whole or not at all."""
        target = self._folder / package.name
        try:
            _write_whole(target, package.content)
        except OSError as error:
            raise GatewayError(f"the package can't be written: {error.strerror}") from error
        return Receipt(self.name, package.tracking_code, target.name)


class OfficeGateway:
    """The way on foot: what to take to a judicial electronic services office (دفتر خدمات الکترونیک قضایی)."""

    name = "office"

    def __init__(self, folder: Path, texts: Mapping[str, list[str]]) -> None:
        self._folder = FolderGateway(folder)
        self._texts = texts

    @classmethod
    def open(cls, folder: Path, texts: Path) -> OfficeGateway:
        """Return the gateway with its Persian texts from ``texts`` (YAML)."""
        return cls(folder, yaml.safe_load(texts.read_text(encoding="utf-8")))

    def hand(self, package: Package) -> Receipt:
        """Keep the package at hand for the office, and say what to take there."""
        kept = self._folder.hand(package)
        lines = [line.format(tracking_code=package.tracking_code) for line in self._texts["before"]]
        lines += [self._texts["attachment"][0].format(title=title) for title in package.attachments]
        lines += self._texts["after"]
        return Receipt(self.name, package.tracking_code, kept.reference, tuple(lines))


def _write_whole(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
