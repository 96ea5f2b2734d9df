from collections import Counter

from assistant.law import Corpus
from assistant.persian import formalize
from assistant.retrieval.examples import as_asked, read_scope, training_examples
from assistant.retrieval.passages import stated
from assistant.retrieval.problem_training import calibration_texts
from assistant.settings import Settings
from assistant.training.augment import augmented
from assistant.training.material import pairs_hash
from assistant.training.pairs import Pair, corpus_pairs

KINDS = (
    "wording to note",
    "wording to wording",
    "wording to keywords",
    "wording to answer",
    "utterance to guide",
    "utterance to wish",
    "utterance to utterance",
    "spoken to formal",
    "typo to clean",
    "finglish to persian",
    "wording to note, as typed",
)


def test_there_are_many_pairs_of_every_kind_and_none_twice(pairs: list[Pair]) -> None:
    kinds = Counter(pair.kind for pair in pairs)
    assert len(pairs) >= 15_000
    assert all(kinds[kind] >= 400 for kind in KINDS), kinds
    of_corpus = [pair for pair in pairs if ", as typed" not in pair.kind]
    assert len({(pair.asked, pair.right) for pair in of_corpus}) > 0.99 * len(of_corpus)
    assert all(pair.asked.strip() and pair.right.strip() and pair.asked != pair.right for pair in pairs)


def test_an_articles_wordings_ask_for_its_note(corpus: Corpus) -> None:
    article = corpus.article("civil-code:1082")
    assert article.note is not None
    found = [p for p in corpus_pairs(corpus) if p.main == article.id and p.kind == "wording to note"]
    assert set(article.note.asked) <= {pair.asked for pair in found}
    assert {pair.right for pair in found} == {stated(article.note)}
    assert all(article.id in pair.about for pair in found)


def test_a_question_asks_for_its_answer_and_for_what_the_answer_begins_with(corpus: Corpus) -> None:
    asked = next(asked for asked in corpus.asked if asked.id == "mahr-while-still-married")
    mine = [pair for pair in corpus_pairs(corpus) if f"asked:{asked.id}" in pair.about]
    assert {pair.asked for pair in mine} == set(asked.wordings)
    assert {p.main for p in mine if p.kind == "wording to note"} == set(asked.cites[:2])
    assert all(set(asked.cites) <= pair.about for pair in mine)


def test_no_text_that_calibrates_the_router_is_trained_on(corpus: Corpus, pairs: list[Pair]) -> None:
    scope = Settings().corpus_dir / "scope"
    kept_out = calibration_texts(as_asked(training_examples(corpus, read_scope(scope))))
    assert len(kept_out) > 1000
    assert kept_out.isdisjoint({text for pair in pairs for text in (pair.asked, pair.right)})


def test_other_forms_of_a_text_lead_to_the_text(corpus: Corpus) -> None:
    own = corpus_pairs(corpus)[:300]
    made = augmented(own, seed=2)
    asked = {pair.asked for pair in own}
    assert all(p.right in asked for p in made if p.kind in ("typo to clean", "finglish to persian"))
    formal = [p for p in made if p.kind == "spoken to formal"]
    assert formal
    assert all(p.asked in asked and p.right == formalize(p.asked) for p in formal)
    assert all(p.right in {o.right for o in own} for p in made if p.kind.endswith("as typed"))


def test_the_same_seed_gives_the_same_pairs(corpus: Corpus) -> None:
    own = corpus_pairs(corpus)[:2000]
    assert pairs_hash(augmented(own, seed=1)) == pairs_hash(augmented(own, seed=1))
    assert pairs_hash(augmented(own, seed=2)) != pairs_hash(augmented(own, seed=1))
