"""Banks of open questions."""

from __future__ import annotations

from hashlib import sha256

from ilmcoach.packs.blocks import Block, Item, Items, Paragraph
from ilmcoach.packs.defined.asking import QUESTIONS
from ilmcoach.packs.draft import Placed
from ilmcoach.packs.keys import Keys
from ilmcoach.packs.model import Bank, Question
from ilmcoach.packs.names import shown, slug

from .common import Desk

(BANK,) = QUESTIONS.headings


def read_questions(desk: Desk) -> None:
    """A bank for each `##` heading, and one of the file's own for a list before the first.

    A heading's topics add to the file's; its roles stand in the place of the file's.
    """
    keys = desk.front(QUESTIONS)
    file_id = desk.file_id(keys)
    title = desk.title(keys)
    topics = desk.topics(keys)
    roles = keys.some_of("roles")
    if any(isinstance(block, Items) for block in desk.page.lead):
        bank = Bank(file_id, title, topics, roles, _questions(desk, file_id, desk.page.lead))
        _keep(desk, bank, keys.line_of("id"))
    for number, part in enumerate(desk.parts(), 1):
        own = desk.keys(part, BANK)
        made = f"{file_id}-{slug(part.title, f'part-{number}')}"[:64].strip("-")
        bank_id = own.id(otherwise=made)
        bank = Bank(
            id=bank_id,
            title=part.title,
            topics=tuple(dict.fromkeys((*topics, *desk.topics(own)))),
            roles=own.some_of("roles") or roles,
            questions=_questions(desk, bank_id, part.blocks),
        )
        if not bank.questions:
            what = f"There is no question under '{shown(part.title)}'."
            desk.report.advice(part.line, what, "Write each as a list item: - What …?")
        _keep(desk, bank, _line(own))
    if not desk.page.parts and not any(isinstance(one, Items) for one in desk.page.lead):
        desk.report.advice(1, "There is no question here.", "Write each as a list item: - What …?")


def ask(desk: Desk, owner: str, found: tuple[Item, ...]) -> tuple[Question, ...]:
    """List items as questions. A question's id is its owner's and a fingerprint of its words,
    so that it stays the same wherever it is moved to."""
    questions: dict[str, Question] = {}
    for item in found:
        mark = sha256(item.text.encode("utf-8")).hexdigest()[:8]
        question = Question(f"{owner}/{mark}", item.text)
        if question.id in questions:
            desk.report.advice(item.line, "This question is here twice.", "Keep one.")
        else:
            desk.draft.questions.append(Placed(question, desk.report.file, item.line))
        questions.setdefault(question.id, question)
    return tuple(questions.values())


def _questions(desk: Desk, bank: str, blocks: tuple[Block, ...]) -> tuple[Question, ...]:
    desk.no_table(blocks, "a list of questions")
    for block in blocks:
        if isinstance(block, Paragraph) and block.text.endswith("?"):
            what = "This question is in no list, so nobody will see it."
            desk.report.advice(block.line, what, "Begin its line with - and a space.")
    found = tuple(item for one in blocks if isinstance(one, Items) for item in one.items)
    return ask(desk, bank, found)


def _keep(desk: Desk, bank: Bank, line: int) -> None:
    if bank.id and desk.name("question bank", bank.id, line):
        desk.draft.banks.append(Placed(bank, desk.report.file, line))


def _line(keys: Keys) -> int:
    return keys.line_of("id")
