"""What a workbook says of its own, by the language of the pack."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from ilmcoach.packs.model import primary


class Labels(Struct, frozen=True):
    """The labels in one language. `fill_in` has a place for what a part is filled in for, `ticked`
    one for the title of the question whose boxes it goes through. `each` is by the name of a
    source (`packs.vocabulary.SOURCES`), `columns` by the field that a column fills."""

    name: str
    date: str
    fill_in: str
    this_one: str
    ticked: str
    each_one: str
    questions: str
    reading: str
    task: str
    words: str
    each: Mapping[str, str]
    columns: Mapping[str, str]

    def who(self) -> tuple[str, str]:
        """What stands on a first page to fill in."""
        return (self.name, self.date)


ENGLISH = Labels(
    name="Name",
    date="Date",
    fill_in="Fill this part in for {}: copy it as often as you need.",
    this_one="This one is about",
    ticked="each one that you ticked under '{}'",
    each_one="each one",
    questions="Questions to come back to",
    reading="Reading",
    task="What you hand in",
    words="{} to {} words",
    each={
        "findings": "each area that you looked at",
        "limitations": "each limitation",
        "chosen limitations": "each limitation that you chose",
        "goals": "each of your goals",
        "goals and limitations": "each of your goals and limitations",
        "open actions": "each action that is still open",
        "open activities": "each activity that is still open",
        "activities": "each of your activities",
        "meetings": "each meeting",
    },
    columns={
        "text": "What",
        "due": "By when",
        "who": "Who",
        "said": "What they said",
        "on": "When",
        "asked_on": "Asked on",
        "answer": "What they answered",
    },
)
_FRENCH = Labels(
    name="Nom",
    date="Date",
    fill_in="À remplir pour {} : copiez cette partie autant de fois qu’il le faut.",
    this_one="Il s’agit ici de",
    ticked="chaque case cochée sous « {} »",
    each_one="chaque élément",
    questions="Questions à reprendre",
    reading="À lire",
    task="Ce que vous rendez",
    words="{} à {} mots",
    each={
        "findings": "chaque domaine examiné",
        "limitations": "chaque limite",
        "chosen limitations": "chaque limite choisie",
        "goals": "chaque objectif",
        "goals and limitations": "chaque objectif et chaque limite",
        "open actions": "chaque action encore ouverte",
        "open activities": "chaque activité encore ouverte",
        "activities": "chaque activité",
        "meetings": "chaque réunion",
    },
    columns={
        "text": "Quoi",
        "due": "Pour quand",
        "who": "Qui",
        "said": "Ce qui a été dit",
        "on": "Quand",
        "asked_on": "Demandé le",
        "answer": "La réponse",
    },
)
_WELSH = Labels(
    name="Enw",
    date="Dyddiad",
    fill_in="Llenwch y rhan hon ar gyfer {}: copïwch hi mor aml ag sydd ei angen.",
    this_one="Mae hon am",
    ticked="pob un a diciwyd o dan ‘{}’",
    each_one="pob un",
    questions="Cwestiynau i ddod yn ôl atynt",
    reading="Darllen",
    task="Beth i’w gyflwyno",
    words="{} i {} o eiriau",
    each={
        "findings": "pob maes y buoch yn edrych arno",
        "limitations": "pob cyfyngiad",
        "chosen limitations": "pob cyfyngiad a ddewiswyd",
        "goals": "pob nod",
        "goals and limitations": "pob nod a phob cyfyngiad",
        "open actions": "pob cam sydd heb ei orffen",
        "open activities": "pob gweithgaredd sydd heb ei orffen",
        "activities": "pob gweithgaredd",
        "meetings": "pob cyfarfod",
    },
    columns={
        "text": "Beth",
        "due": "Erbyn pryd",
        "who": "Pwy",
        "said": "Beth a ddywedwyd",
        "on": "Pryd",
        "asked_on": "Gofynnwyd ar",
        "answer": "Yr ateb",
    },
)


def labels_in(language: str) -> Labels:
    """The labels in a pack's language, in English where we have none."""
    return {"fr": _FRENCH, "cy": _WELSH}.get(primary(language), ENGLISH)
