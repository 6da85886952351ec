"""An HTML page that stands alone: nothing is fetched and nothing can run."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape


def html_page(title: str, language: str, style: str, body: str) -> str:
    """A whole page around `body`, which is HTML already; `title` and `language` (a BCP 47 tag)
    are plain text. By its own content security policy it may use `style`, and nothing else."""
    mark = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{mark}'; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"{body}</body>\n</html>\n"
    )
