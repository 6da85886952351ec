"""The `ilmcoach` command, also as `python -m ilmcoach`."""

from __future__ import annotations

import sys

from ilmcoach.cli.main import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
