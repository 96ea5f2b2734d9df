"""Handing over: the package, its signature, the gateways and when to try again."""

from assistant.filing.gateways import FolderGateway, Gateway, GatewayError, OfficeGateway, Receipt
from assistant.filing.package import Package, PackageError, build_package, verify_package
from assistant.filing.retry import wait_before_retry
from assistant.filing.signing import Signer

__all__ = [
    "FolderGateway",
    "Gateway",
    "GatewayError",
    "OfficeGateway",
    "Package",
    "PackageError",
    "Receipt",
    "Signer",
    "build_package",
    "verify_package",
    "wait_before_retry",
]
