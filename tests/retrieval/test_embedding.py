import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from assistant.retrieval.embedding import TextEmbedder, open_embedder
from assistant.settings import Settings


def test_rows_have_length_one_and_are_float32(embedder: TextEmbedder) -> None:
    vectors = embedder.encode_passages(["مهریه", "نفقه زن تا وقتی است که تمکین می‌کند", "چک"])
    assert vectors.shape == (3, 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_a_question_alone_reads_as_it_reads_among_others(embedder: TextEmbedder) -> None:
    texts = ["پول پیشمو پس نمیده", "ماشینم رو دزدیدن و هیچ‌کس جواب درستی نمیده"]
    together = embedder.encode_queries(texts)
    alone = np.vstack([embedder.encode_queries([text]) for text in texts])
    assert np.allclose(together, alone, atol=1e-5)


def test_a_question_is_looked_at_after_several_layers_and_searched_with_the_last(
    embedder: TextEmbedder,
) -> None:
    texts = ["صاحبخونه پول پیشمو پس نمیده", "چک"]
    depths = embedder.encode_depths(texts)
    assert depths.shape == (2, embedder.depths, 384)
    assert embedder.depths > 1
    assert np.allclose(np.linalg.norm(depths, axis=-1), 1, atol=1e-5)
    assert np.array_equal(depths[:, -1], embedder.encode_queries(texts))
    assert not np.allclose(depths[:, 0], depths[:, -1], atol=0.1)


def test_a_question_and_a_passage_are_told_apart(embedder: TextEmbedder) -> None:
    cosine = float(embedder.encode_queries(["مهریه"])[0] @ embedder.encode_passages(["مهریه"])[0])
    assert cosine < 0.9999


def test_a_question_is_remembered_and_cannot_be_changed_by_who_gets_it(
    embedder: TextEmbedder,
) -> None:
    first = embedder.encode_depths(["طلاق توافقی"])
    assert embedder.encode_depths(["طلاق توافقی"]) is first
    assert not first.flags.writeable


def test_threads_may_ask_at_once(embedder: TextEmbedder) -> None:
    texts = [f"سوال شماره {number} درباره اجاره" for number in range(8)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda text: embedder.encode_queries([text])[0], texts))
    assert np.allclose(np.vstack(found), embedder.encode_queries(texts), atol=1e-5)


def test_another_model_is_taken_by_its_folder(settings: Settings, embedder: TextEmbedder) -> None:
    folder = settings.data_dir / "models" / embedder.fingerprint
    other = open_embedder(settings.model_copy(update={"embedding_model": str(folder)}))
    assert other.fingerprint != embedder.fingerprint
    assert other.encode_depths(["مهریه"]).shape == (1, 1, 384)  # its layers are not known
    assert np.allclose(other.encode_queries(["مهریه"]), embedder.encode_queries(["مهریه"]), atol=1e-3)


def test_a_changed_folder_is_another_model(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "weights").write_bytes(b"one")
    chosen = settings.model_copy(update={"embedding_model": str(tmp_path)})
    before = open_embedder(chosen).fingerprint
    (tmp_path / "weights").write_bytes(b"longer")
    assert open_embedder(chosen).fingerprint != before


def test_the_bundled_weights_need_no_torch(settings: Settings, embedder: TextEmbedder) -> None:
    """A serving process is half as large without it."""
    ask = (
        "import sys; from assistant.retrieval import open_embedder; from assistant.settings import settings; "
        "open_embedder(settings()).encode_queries(['مهریه']); print('torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
