"""What the learner set about a coach that is a model, where its key is, and what they said that
their centre allows."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace

from ilmcoach.clock import today
from ilmcoach.errors import IlmcoachError, WrongUse
from ilmcoach.packs.model import Pack, Step, Walk
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Allowance
from ilmcoach.settings import COACH_WAYS, CoachPreferences, read_preferences, write_preferences
from ilmcoach.text import clean, clean_line

if TYPE_CHECKING:
    from ilmcoach.coach.address import Address
    from ilmcoach.coach.line import Line

    from .workspace import Workspace

KEYRING_SERVICE = "ilmcoach"
"""Under this name a key stands in the computer's keyring, for each host by itself."""
MOST_PRIVATE = 200
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,99}")
_OPENAI_HOST = re.compile(r"(?:[a-z0-9-]+\.)*openai\.com(?::\d+)?")

LineMaker = Callable[["Address", str, str], "Line"]
"""Makes the line to a model: the address, the model's name, the key (may be empty)."""


class KeyRing(Protocol):
    """Where keys are kept, one for each host. Every method raises `NoKeyRing`."""

    def get(self, host: str) -> str:
        """The key for a host; empty if there is none."""
        ...

    def put(self, host: str, key: str) -> None:
        """Keeps a key."""
        ...

    def drop(self, host: str) -> None:
        """Forgets the key for a host, if there is one."""
        ...


class NoKeyRing(IlmcoachError):  # noqa: N818 - it is no error of the program
    """This computer has no keyring that can be used now."""


class SystemKeyRing:
    """The computer's own keyring; the package for it is imported when it is used."""

    def get(self, host: str) -> str:
        return self._do(lambda ring: ring.get_password(KEYRING_SERVICE, host)) or ""

    def put(self, host: str, key: str) -> None:
        self._do(lambda ring: ring.set_password(KEYRING_SERVICE, host, key))

    def drop(self, host: str) -> None:
        if self.get(host):
            self._do(lambda ring: ring.delete_password(KEYRING_SERVICE, host))

    @staticmethod
    def _do(work: Callable[..., str | None]) -> str | None:
        try:
            import keyring
            from keyring.errors import KeyringError
        except ImportError:
            raise NoKeyRing(
                "The part of ilmcoach that uses this computer's keyring is not installed.",
                "Add it with: pip install 'ilmcoach[coach]', or name an environment variable.",
            ) from None
        try:
            return work(keyring)
        except (KeyringError, OSError, RuntimeError, ValueError):
            # What a keyring says may hold what it was given.
            raise NoKeyRing(
                "This computer has no keyring that can be used now.",
                "Name an environment variable that holds the key instead.",
            ) from None


def coach_settings(workspace: Workspace) -> CoachPreferences:
    """What the learner set about the coach; off without a word from them. Never raises."""
    return read_preferences(workspace.folders).coach


def keep_coach_settings(workspace: Workspace, settings: CoachPreferences) -> CoachPreferences:
    """Keeps what the learner set, tidied, and gives it back. Not for the screen's own thread.

    Raises WrongUse for a name that no variable can have, `Trouble` for an address that is none,
    IlmcoachError where it cannot be kept. An empty address will do while the coach is off.
    """
    from ilmcoach.coach.address import read_address

    variable = settings.key_variable.strip()
    if variable and not _VARIABLE.fullmatch(variable):
        # A key that was put there by mistake must not be said back.
        raise WrongUse(
            "That is not the name of an environment variable.",
            "A name has letters, digits and underscores only. The key itself does not go here.",
        )
    address = settings.address.strip()
    if address or settings.way != "off":
        address = read_address(address, open_line=settings.open_line).url
    private = dict.fromkeys(word for one in settings.private if (word := clean_line(one)[:100]))
    kept = replace(
        settings,
        way=settings.way if settings.way in COACH_WAYS else "off",
        address=address,
        model=clean_line(settings.model)[:200],
        key_variable=variable,
        private=tuple(private)[:MOST_PRIVATE],
    )
    preferences = read_preferences(workspace.folders)
    write_preferences(workspace.folders, replace(preferences, coach=kept), workspace.disk)
    return kept


def agree_to(workspace: Workspace, host: str) -> None:
    """Keeps that the learner agreed to send to a host. Raises IlmcoachError."""
    settings = coach_settings(workspace)
    agreed = tuple(dict.fromkeys((*settings.agreed, host)))
    keep_coach_settings(workspace, replace(settings, agreed=agreed))


def host_agreed(address: Address) -> str:
    """How a host stands among those agreed to: an open line to it is another matter."""
    return address.host if address.secret else f"http://{address.host}"


def find_key(
    settings: CoachPreferences,
    host: str,
    ring: KeyRing,
    environment: Mapping[str, str] = os.environ,
) -> str:
    """The key for a host: from the environment variable that the learner named, else from the
    keyring, else empty, as servers of one's own want none.

    A variable whose name begins with `OPENAI_` holds a key of that company and goes to its hosts
    only. Raises WrongUse for one named for another host. Never kept in anything of ours.
    """
    name = settings.key_variable
    if name.upper().startswith("OPENAI_") and not _OPENAI_HOST.fullmatch(host):
        raise WrongUse(
            f"The key in {name} is for OpenAI, and is not sent to {host}.",
            "Put the key for this address into a variable of another name, and name it in the "
            "coach's settings.",
        )
    if key := environment.get(name, "").strip() if name else "":
        return key
    try:
        return ring.get(host)
    except NoKeyRing:
        return ""


def openai_line(address: Address, model: str, key: str) -> Line:
    """The line to a server that speaks as OpenAI's does. Raises `Trouble`."""
    from ilmcoach.coach.openai_line import OpenAILine, is_installed
    from ilmcoach.coach.trouble import Kind, Trouble

    if not is_installed():
        raise Trouble(Kind.MISSING)
    return OpenAILine(address, model, key)


def assessments_of(
    pack: Pack | None, *, assessment: str = "", walk: Walk | None = None, step: Step | None = None
) -> tuple[str, ...]:
    """The ids of the assessments that words written at a place may count towards: the one whose
    heading it is; those that look for a criterion of the step, or if it has none, of its walk;
    else every assessment of the pack, for any of them may quote it."""
    if pack is None:
        return (assessment,) if assessment else ()
    if assessment:
        return (assessment,)
    steps = walk.steps() if walk else ()
    named = set(step.criteria if step else ()) or {one for each in steps for one in each.criteria}
    found = [
        task.id
        for task in pack.assessments
        if any(named & set(section.criteria) for section in task.sections)
    ]
    return tuple(found) or tuple(task.id for task in pack.assessments)


def allowance_for(portfolio: Portfolio, assessment: str) -> Allowance | None:
    """What the learner said about an assessment, None before they said anything."""
    found = [one for one in portfolio.live(Allowance) if one.assessment == assessment]
    return max(found, key=lambda one: (one.changed, one.id)) if found else None


def allowed_for(portfolio: Portfolio, assessment: str) -> bool | None:
    """Whether the learner's centre allows a model's questions; None while nobody asked."""
    said = allowance_for(portfolio, assessment)
    return said.allowed if said else None


def with_allowance(workspace: Workspace, assessment: str, *, allowed: bool) -> Allowance:
    """The record to save for what the learner says of their centre today."""
    return replace(_allowance(workspace, assessment), allowed=allowed, on=today(workspace.clock))


def with_other_tools(workspace: Workspace, assessment: str, text: str) -> Allowance:
    """The record to save for the other tools that the learner names, in their own words."""
    return replace(_allowance(workspace, assessment), other_tools=clean(text))


def _allowance(workspace: Workspace, assessment: str) -> Allowance:
    stamp = workspace.stamp()
    said = allowance_for(workspace.portfolio, assessment)
    if said:
        return replace(said, changed=stamp.now)
    return Allowance(id=stamp.new_id(), made=stamp.now, changed=stamp.now, assessment=assessment)
