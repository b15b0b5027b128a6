"""The index as one piece of bytes: a head in JSON, and blocks of numbers that are read where they lie."""

import json
from collections.abc import Mapping, Sequence
from typing import Any


def pack(head: Mapping[str, Any], blocks: Sequence[bytes]) -> bytes:
    """A head and blocks as bytes: the length of the head, the head, then the blocks."""
    packed = json.dumps({**head, "lengths": [len(block) for block in blocks]}).encode()
    return b"".join([len(packed).to_bytes(8, "little"), _padded(packed), *map(_padded, blocks)])


def unpack(payload: memoryview) -> tuple[dict[str, Any], list[memoryview]]:
    """The head and the blocks in bytes."""
    size = int.from_bytes(payload[:8], "little")
    head = json.loads(bytes(payload[8 : 8 + size]))
    start = 8 + size + (-size % 8)
    blocks = []
    for length in head["lengths"]:
        blocks.append(payload[start : start + length])
        start += length + (-length % 8)
    return head, blocks


def _padded(block: bytes) -> bytes:
    """Each block begins at a multiple of eight, so that its numbers can be read in place."""
    return block + b"\0" * (-len(block) % 8)
