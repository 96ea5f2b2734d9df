import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.filing import (
    FolderGateway,
    Gateway,
    GatewayError,
    OfficeGateway,
    Package,
    wait_before_retry,
)
from assistant.settings import settings

PACKAGE = Package("DK-2345-6789", "mahr-claim", b"PK", "0" * 64, ("سند ازدواج",))


@pytest.fixture(params=["folder", "office"])
def gateway(request: pytest.FixtureRequest, tmp_path: Path) -> Gateway:
    if request.param == "folder":
        return FolderGateway(tmp_path)
    return OfficeGateway.open(tmp_path, settings().templates_dir / "filing" / "office.yaml")


def test_every_gateway_gives_a_receipt_with_the_tracking_code(gateway: Gateway) -> None:
    receipt = gateway.hand(PACKAGE)
    assert (receipt.gateway, receipt.tracking_code) == (gateway.name, "DK-2345-6789")


def test_handing_over_again_gives_the_same_receipt(gateway: Gateway) -> None:
    assert gateway.hand(PACKAGE) == gateway.hand(PACKAGE)


def test_the_folder_holds_whole_packages_only(tmp_path: Path) -> None:
    FolderGateway(tmp_path).hand(PACKAGE)
    assert [file.name for file in tmp_path.iterdir()] == ["DK-2345-6789.zip"]


def test_a_folder_that_can_not_be_written_is_a_gateway_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(GatewayError, match="can't be written"):
        FolderGateway(tmp_path / "file").hand(PACKAGE)


def test_the_office_sheet_names_the_code_every_attachment_and_warns_of_passwords(tmp_path: Path) -> None:
    office = OfficeGateway.open(tmp_path, settings().templates_dir / "filing" / "office.yaml")
    sheet = "\n".join(office.hand(PACKAGE).instructions)
    assert "DK-2345-6789" in sheet
    assert "سند ازدواج" in sheet
    assert "رمز ثنا" in sheet
    assert "{" not in sheet


@given(st.integers(min_value=1, max_value=19))
def test_waits_grow_and_stay_under_six_hours(attempts: int) -> None:
    wait, longer = wait_before_retry(attempts), wait_before_retry(attempts + 1)
    assert wait is not None
    assert dt.timedelta(seconds=30) <= wait <= dt.timedelta(hours=6)
    assert longer is None or longer >= wait


def test_after_twenty_failures_it_gives_up() -> None:
    assert wait_before_retry(20) is None
