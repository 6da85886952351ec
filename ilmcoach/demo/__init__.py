"""The made-up learner: six months of a believable programme, to look round in."""

from __future__ import annotations

from .forms import attached_bytes
from .learner import DEMO_NOW, PACK, build, texts_before

__all__ = ["DEMO_NOW", "PACK", "attached_bytes", "build", "texts_before"]
