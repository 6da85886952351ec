"""What can go wrong between here and a model, in words for the learner.

The words are fixed: nothing that a server said, no key and no note can stand in them.
"""

from __future__ import annotations

from enum import StrEnum

from ilmcoach.errors import IlmcoachError


class Kind(StrEnum):
    """What went wrong, in a word that an exchange may keep."""

    MISSING = "not-installed"
    ADDRESS = "address"
    OPEN_LINE = "open-line"
    KEY_SHAPE = "key-shape"
    OFFLINE = "offline"
    NAME = "name-not-found"
    REFUSED = "nobody-there"
    CERTIFICATE = "not-secure"
    KEY = "key"
    CREDIT = "credit"
    MODEL = "no-such-model"
    BUSY = "busy"
    SERVER = "server"
    SLOW = "too-slow"
    LARGE = "too-large"
    MOVED = "sent-elsewhere"
    DROPPED = "cut-off"
    NOT_A_MODEL = "not-a-model"
    FORM = "not-understood"
    UNREADABLE = "unreadable"


class Trouble(IlmcoachError):  # noqa: N818 - nothing is wrong with the program
    """A model could not be asked, or did not answer usefully.

    `kind` says what happened; `message` and `hint` say so to the learner, and how to mend it.
    `easier` is true where asking for an easier form of answer may help, `again` where the line
    has learned how to put it and should be asked the same once more.
    """

    def __init__(
        self,
        kind: Kind,
        message: str = "",
        hint: str = "",
        *,
        easier: bool = False,
        again: bool = False,
    ) -> None:
        said, mend = _WORDS[kind]
        super().__init__(message or said, hint or (mend if not message else ""))
        self.kind = kind
        self.easier = easier
        self.again = again

    @property
    def words(self) -> str:
        """What happened and how to mend it, on one line."""
        return f"{self.message} {self.hint}".strip()


_WORDS: dict[Kind, tuple[str, str]] = {
    Kind.MISSING: (
        "The part of ilmcoach that talks to a model is not installed.",
        "Add it with: pip install 'ilmcoach[coach]'",
    ),
    Kind.ADDRESS: (
        "That is not an address of a model.",
        "It starts with https:// and often ends in /v1, like https://models.example.org/v1.",
    ),
    Kind.OPEN_LINE: (
        "With http:// anyone on the way can read what is sent.",
        "Use an address that starts with https://, or a model on your own computer or network.",
    ),
    Kind.KEY_SHAPE: (
        "The key holds a space, a line end or a sign that no key has.",
        "Copy it again, only the key itself.",
    ),
    Kind.OFFLINE: ("There is no way to that address from here.", "Is the network on?"),
    Kind.NAME: (
        "No computer of that name was found.",
        "Check the address for a slip, and that the network is on.",
    ),
    Kind.REFUSED: (
        "Nothing answers at that address.",
        "Is the model's server running, and is the number after the colon the right one?",
    ),
    Kind.CERTIFICATE: (
        "The line could not be made secure, so nothing was sent.",
        "Check the address. An address on your own computer usually starts with http://.",
    ),
    Kind.KEY: (
        "The model's server did not accept the key.",
        "Check that the key belongs to this address and may use this model.",
    ),
    Kind.CREDIT: (
        "The account of this key has no credit left.",
        "Look at your account with whoever runs the model.",
    ),
    Kind.MODEL: (
        "The server answers, but has no such model at this address.",
        "Check the model's name, and whether the address must end in /v1.",
    ),
    Kind.BUSY: (
        "The model is busy, or the key has used up what it may for now.",
        "Try again later.",
    ),
    Kind.SERVER: ("The model's server has a problem of its own.", "Try again later."),
    Kind.SLOW: (
        "The model took too long, so it was not waited for.",
        "Try again, or choose a smaller model.",
    ),
    Kind.LARGE: (
        "The server sent far more than an answer can be, so it was cut off.",
        "Check that the address is that of a model.",
    ),
    Kind.MOVED: (
        "The server pointed to another address. Nothing was sent there.",
        "If you trust the other address, ask whoever runs the model for it and enter it.",
    ),
    Kind.DROPPED: ("The line broke before the answer was whole.", "Try again."),
    Kind.NOT_A_MODEL: (
        "Something answers at that address, but not as a model does.",
        "Check the address: it often ends in /v1.",
    ),
    Kind.FORM: (
        "The server did not understand the question as ilmcoach puts it.",
        "Check the model's name. Another model, or a newer server, may do better.",
    ),
    Kind.UNREADABLE: (
        "The model answered, but not in a form that can be used.",
        "Try again. A larger model keeps to the form more often.",
    ),
}
