"""What somebody means when they say where a document should go."""

from __future__ import annotations

from pathlib import Path

import pytest

from ilmcoach.services.where_to import where_to


@pytest.mark.parametrize(
    ("typed", "form", "meant"),
    [
        ("{home}/final.docx", "docx", "{home}/final.docx"),
        ("{home}/final.docx", "pdf", "{home}/final.pdf"),
        ("{home}/Final.DOC", "docx", "{home}/Final.docx"),
        ("{home}/page.htm", "html", "{home}/page.htm"),
        ("{home}/draft v2.1", "docx", "{home}/draft v2.1.docx"),
        ("{home}/draft.", "md", "{home}/draft.md"),
        ("{home}", "docx", "{home}/plan-2026.docx"),
        ("{home}/not-there/", "docx", "{home}/not-there/plan-2026.docx"),
        ("'{home}/my work.docx'", "docx", "{home}/my work.docx"),
        ("“{home}/my work”", "pdf", "{home}/my work.pdf"),
        ("file://{home}/my%20work.docx", "docx", "{home}/my work.docx"),
        ("final [/notes] 😀", "docx", "{home}/docs/final [/notes] 😀.docx"),
        ("  ", "docx", "{home}/docs/plan-2026.docx"),
        ("~nobody-at-all/x.docx", "docx", "{home}/docs/~nobody-at-all/x.docx"),
        ("everything", "json", "{home}/docs/everything.json"),
    ],
)
def test_the_file_that_is_meant(typed: str, form: str, meant: str, tmp_path: Path) -> None:
    usual = tmp_path / "docs" / f"plan-2026.{form}"
    found = where_to(typed.format(home=tmp_path), form, usual)
    assert str(found) == meant.format(home=tmp_path)


def test_a_name_of_any_length_is_given_back(tmp_path: Path) -> None:
    usual = tmp_path / "docs" / "plan.docx"
    assert where_to("é" * 5000, "docx", usual).name.endswith("é.docx")
