import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest

from assistant.filing import Package, PackageError, Signer, build_package, verify_package

DOCUMENTS = {"petition.pdf": b"%PDF", "petition.docx": b"PK", "petition.json": b"{}"}


@pytest.fixture
def signer(tmp_path: Path) -> Signer:
    return Signer.open(tmp_path / "filing.pem")


@pytest.fixture
def package(signer: Signer) -> Package:
    return build_package("DK-2345-6789", "mahr-claim", DOCUMENTS, ["سند ازدواج", "کارت ملی"], signer)


def changed(package: Package, name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package.content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for item in old.namelist():
            new.writestr(item, content if item == name else old.read(item))
        if name not in old.namelist():
            new.writestr(name, content)
    return buffer.getvalue()


def test_a_package_holds_both_documents_the_facts_the_attachments_and_a_signed_manifest(
    package: Package, signer: Signer
) -> None:
    files = verify_package(package.content, signer.public_pem)
    assert set(files) == {*DOCUMENTS, "attachments.json"}
    assert [row["title"] for row in json.loads(files["attachments.json"])] == ["سند ازدواج", "کارت ملی"]


def test_what_was_attached_goes_along_under_the_same_manifest(signer: Signer) -> None:
    bundle = {"exhibits.pdf": b"%PDF of exhibits", "exhibits.json": b"[]"}
    package = build_package("DK-2345-6789", "mahr-claim", DOCUMENTS | bundle, [], signer)
    assert verify_package(package.content, signer.public_pem)["exhibits.pdf"] == bundle["exhibits.pdf"]
    with zipfile.ZipFile(io.BytesIO(package.content)) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    assert manifest["files"]["exhibits.pdf"] == hashlib.sha256(bundle["exhibits.pdf"]).hexdigest()
    with pytest.raises(PackageError, match=r"exhibits\.pdf was changed"):
        verify_package(changed(package, "exhibits.pdf", b"%PDF forged"), signer.public_pem)


def test_the_same_content_gives_the_same_bytes(package: Package, signer: Signer) -> None:
    again = build_package("DK-2345-6789", "mahr-claim", DOCUMENTS, package.attachments, signer)
    assert again.sha256 == package.sha256


def test_a_changed_document_is_found(package: Package, signer: Signer) -> None:
    with pytest.raises(PackageError, match=r"petition\.pdf was changed"):
        verify_package(changed(package, "petition.pdf", b"%PDF forged"), signer.public_pem)


def test_a_document_slipped_in_is_found(package: Package, signer: Signer) -> None:
    with pytest.raises(PackageError, match="differ"):
        verify_package(changed(package, "extra.txt", b"x"), signer.public_pem)


def test_a_changed_manifest_is_found(package: Package, signer: Signer) -> None:
    with pytest.raises(PackageError, match="not signed"):
        verify_package(changed(package, "manifest.json", b"{}"), signer.public_pem)


def test_another_key_is_not_believed(package: Package, tmp_path: Path) -> None:
    other = Signer.open(tmp_path / "other.pem")
    with pytest.raises(PackageError, match=other.key_id):
        verify_package(package.content, other.public_pem)


def test_the_key_stays_the_same_after_a_restart(tmp_path: Path) -> None:
    assert Signer.open(tmp_path / "k.pem").key_id == Signer.open(tmp_path / "k.pem").key_id


def test_what_is_no_zip_is_said_plainly(signer: Signer) -> None:
    with pytest.raises(PackageError, match="not a ZIP"):
        verify_package(b"hello", signer.public_pem)
