"""Prompt packs: Markdown in, frozen programme, assessments, walks, questions, reading out."""
