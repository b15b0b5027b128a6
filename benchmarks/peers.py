"""Other ways to rank the barriers for a text, on the same knowledge: what people would reach for first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from benchmarks import encoder
from integration_cli.matching.statements import texts
from integration_cli.model import Knowledge

Rank = Callable[[str], np.ndarray]
"""A text -> a score for each main barrier."""


@dataclass(frozen=True)
class Corpus:
    """Every statement of the knowledge with the number of its main barrier, and the main barriers' ids."""

    mains: list[str]
    statements: list[str]
    labels: np.ndarray

    def whole_texts(self) -> list[str]:
        """All statements of each main barrier as one text."""
        return [
            "\n".join(s for s, label in zip(self.statements, self.labels, strict=True) if label == number)
            for number in range(len(self.mains))
        ]


def corpus_of(knowledge: Knowledge) -> Corpus:
    """The statements of the knowledge; those of a detail count for its main barrier."""
    mains = [barrier.id for barrier in knowledge.barriers.values() if not barrier.part_of]
    number = {id_: n for n, id_ in enumerate(mains)}
    pairs = [(text, number[b.main]) for b in knowledge.barriers.values() for text in texts(b)]
    return Corpus(mains, [text for text, _ in pairs], np.array([label for _, label in pairs]))


def peers(corpus: Corpus) -> Iterator[tuple[str, Rank]]:
    """The peers by name; one whose library is not installed says so and is left out."""
    yield from _fuzzy(corpus)
    bm25 = _bm25(corpus)
    yield "BM25 (rank_bm25, its defaults)", bm25
    yield "tf-idf + logistic regression (scikit-learn)", _logistic(corpus)
    try:
        minilm = _minilm(corpus)
    except ImportError as error:
        print(f"left out: all-MiniLM-L6-v2 ({error}); {encoder.HOW}")
        return
    yield "all-MiniLM-L6-v2, centroids", minilm
    yield "BM25 + all-MiniLM-L6-v2", lambda text: _standard(bm25(text)) + _standard(minilm(text))


def _standard(scores: np.ndarray) -> np.ndarray:
    return (scores - scores.mean()) / (scores.std() or 1.0)


def _fuzzy(corpus: Corpus) -> Iterator[tuple[str, Rank]]:
    from rapidfuzz import fuzz, utils

    whole = [utils.default_process(text) for text in corpus.whole_texts()]
    for name, ratio in (("token_set_ratio", fuzz.token_set_ratio), ("WRatio", fuzz.WRatio)):
        yield (
            f"rapidfuzz {name}",
            lambda text, ratio=ratio: np.array([ratio(utils.default_process(text), other) for other in whole]),
        )


def _tokens(text: str) -> list[str]:
    import re

    return re.findall(r"[a-z0-9]+", text.lower())


def _bm25(corpus: Corpus) -> Rank:
    from rank_bm25 import BM25Okapi

    model = BM25Okapi([_tokens(text) for text in corpus.whole_texts()])
    return lambda text: np.asarray(model.get_scores(_tokens(text)))


def _logistic(corpus: Corpus) -> Rank:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import SGDClassifier
    from sklearn.pipeline import make_pipeline

    # Logistic loss; by stochastic gradient, as the full solver takes minutes for the same figures.
    model = make_pipeline(
        TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2), min_df=2, stop_words="english"),
        SGDClassifier(loss="log_loss", alpha=1e-5, max_iter=20, tol=None, random_state=0),
    ).fit(corpus.statements, corpus.labels)
    return lambda text: model.decision_function([text])[0]


def _minilm(corpus: Corpus) -> Rank:
    model = encoder.minilm()
    vectors = model.encode(corpus.statements, batch_size=128, normalize_embeddings=True, show_progress_bar=False)
    centroids = np.stack([vectors[corpus.labels == n].mean(0) for n in range(len(corpus.mains))])
    centroids /= np.linalg.norm(centroids, axis=1, keepdims=True)
    return lambda text: centroids @ model.encode([text], normalize_embeddings=True, show_progress_bar=False)[0]
