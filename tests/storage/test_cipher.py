import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.storage import Cipher, SealError, secret


@given(st.binary(max_size=500), st.text(max_size=20))
def test_what_is_sealed_opens_again(value: bytes, purpose: str) -> None:
    cipher = Cipher(bytes(32))
    assert cipher.open(cipher.seal(value, purpose), purpose) == value


def test_the_same_value_is_never_sealed_alike() -> None:
    cipher = Cipher(bytes(32))
    assert cipher.seal(b"0012345679", "facts") != cipher.seal(b"0012345679", "facts")


def test_a_value_moved_to_another_place_does_not_open() -> None:
    cipher = Cipher(bytes(32))
    with pytest.raises(SealError):
        cipher.open(cipher.seal(b"x", "facts"), "comment")


def test_another_key_does_not_open_and_the_message_names_the_setting() -> None:
    with pytest.raises(SealError, match="DADKHAH_ENCRYPTION_KEY"):
        Cipher(b"1" * 32).open(Cipher(b"2" * 32).seal(b"x", "facts"), "facts")


def test_a_key_of_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Cipher(b"short")


def test_a_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "keys" / "secret.key"
    first = secret(None, file)
    assert secret(None, file) == first
    assert len(first) == 32
    assert stat.S_IMODE(os.stat(file).st_mode) == 0o600
