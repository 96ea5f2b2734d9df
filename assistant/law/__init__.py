"""The law as frozen, dated data: loaders, rules, corpus check, import of official texts."""

from assistant.law.check import check_corpus
from assistant.law.corpus import Article, Corpus, UnknownArticle
from assistant.law.expressions import Condition, ExpressionError, condition
from assistant.law.findings import CorpusError, Finding
from assistant.law.loading import load_corpus, read_corpus
from assistant.law.official import import_official, load_official
from assistant.law.rules import RuleBook, RuleError, RuleText, RuleUse, caution
from assistant.law.stats import corpus_stats

__all__ = [
    "Article",
    "Condition",
    "Corpus",
    "CorpusError",
    "ExpressionError",
    "Finding",
    "RuleBook",
    "RuleError",
    "RuleText",
    "RuleUse",
    "UnknownArticle",
    "caution",
    "check_corpus",
    "condition",
    "corpus_stats",
    "import_official",
    "load_corpus",
    "load_official",
    "read_corpus",
]
