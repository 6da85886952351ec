"""The screens that the command palette leads to from the tabs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.screen import Screen

from ilmcoach.packs.model import Assessment
from ilmcoach.services.keeper import Keeper

from .commands import Command
from .going import Going

Make = Callable[[Keeper], Screen[Any]]
"""Makes a screen; it imports the screen only then, so that starting stays quick."""


def _kept(keeper: Keeper) -> Screen[Any]:
    from .screens.kept import KeptScreen

    return KeptScreen(keeper)


def _attach(keeper: Keeper) -> Screen[Any]:
    from .screens.attach import AttachScreen

    return AttachScreen(keeper)


def hours_screen(keeper: Keeper) -> Screen[Any]:
    """Time spent on the programme."""
    from .screens.hours import HoursScreen

    return HoursScreen(keeper)


def rename_screen(keeper: Keeper) -> Screen[Any]:
    """Somebody's name, everywhere."""
    from .screens.rename import WhoScreen

    return WhoScreen(keeper)


def calendar_screen(keeper: Keeper) -> Screen[Any]:
    """The calendar file."""
    from .screens.calendar import CalendarScreen

    return CalendarScreen(keeper)


def cards_screen(keeper: Keeper, assessment_id: str = "", at: str = "") -> Screen[Any]:
    """The cue cards of an assessment; with none named, of one that can be given as a talk if
    there is one. Begins at the place `at`, if there is one with that id. Without any
    assessment, the page that says what cards are for."""
    from .screens.cards import CardsScreen
    from .screens.help import HelpScreen

    pack = keeper.workspace.pack
    tasks = [one for one in (pack.assessments if pack else ()) if one.sections]
    tasks.sort(key=lambda one: (one.id != assessment_id, one.oral_minutes is None))
    return CardsScreen(keeper, tasks[0], at=at) if tasks else HelpScreen("cards")


def _task(keeper: Keeper, assessment_id: str) -> Assessment | None:
    """That assessment; with none named, the one that was written in last, else the first."""
    from ilmcoach.portfolio.records import SectionText

    pack, portfolio = keeper.workspace.pack, keeper.workspace.portfolio
    tasks = {one.id: one for one in (pack.assessments if pack else ()) if one.sections}
    texts = sorted(portfolio.live(SectionText), key=lambda one: one.changed, reverse=True)
    ids = (assessment_id, *(one.assessment for one in texts), *tasks)
    return next((tasks[one] for one in ids if one in tasks), None)


def whereabouts_screen(keeper: Keeper, assessment_id: str = "") -> Screen[Any]:
    """What is written where, of an assessment (see `_task`); without any, the page about it."""
    from .screens.help import HelpScreen
    from .screens.whereabouts import WhereaboutsScreen

    task = _task(keeper, assessment_id)
    return WhereaboutsScreen(keeper, task) if task else HelpScreen("whereabouts")


def handed_screen(keeper: Keeper, assessment_id: str = "") -> Screen[Any]:
    """What was handed in and sent back, of an assessment (see `_task`); without any, the page
    about it."""
    from .screens.handed import HandedScreen
    from .screens.help import HelpScreen

    task = _task(keeper, assessment_id)
    return HandedScreen(keeper, task) if task else HelpScreen("handed")


def returned_screen(keeper: Keeper, assessment_id: str = "") -> Screen[Any]:
    """A Word file of an assessment brought back (see `_task`); without any, the page about it."""
    from .screens.help import HelpScreen
    from .screens.returned import ReturnedScreen

    task = _task(keeper, assessment_id)
    return ReturnedScreen(keeper, task) if task else HelpScreen("returned")


def versions_screen(keeper: Keeper) -> Screen[Any]:
    """Earlier versions of the text that was changed last; without any, the page that says what
    they are."""
    from ilmcoach.portfolio.records import SectionText

    from .screens.help import HelpScreen
    from .screens.versions import VersionsScreen

    pack = keeper.workspace.pack
    places = {
        (task.id, section.id): (task, section)
        for task in (pack.assessments if pack else ())
        for section in task.sections
    }
    texts = sorted(keeper.workspace.portfolio.live(SectionText), key=lambda one: one.changed)
    known = [there for one in texts if (there := places.get((one.assessment, one.section)))]
    return VersionsScreen(keeper, *known[-1]) if known else HelpScreen("versions")


def placeless_screen(keeper: Keeper) -> Screen[Any]:
    """What was written under headings that are in no pack any more."""
    from .screens.placeless import PlacelessScreen

    return PlacelessScreen(keeper)


def week_screen(keeper: Keeper) -> Screen[Any]:
    """The look at the week."""
    from .screens.week import WeekScreen

    return WeekScreen(keeper)


def coach_screen(keeper: Keeper) -> Screen[Any]:
    """What a model may do, if anything."""
    from .screens.coach_setup import CoachScreen

    return CoachScreen(keeper)


def ai_record_screen(keeper: Keeper) -> Screen[Any]:
    """What was sent to a model and shown of it."""
    from .screens.ai_record import AIRecordScreen

    return AIRecordScreen(keeper)


def _spelling(keeper: Keeper) -> Screen[Any]:
    from .screens.spelling import SpellingScreen

    return SpellingScreen()


def _sheets(keeper: Keeper) -> Screen[Any]:
    from .screens.sheets import SheetsScreen

    return SheetsScreen(keeper)


def _summary(keeper: Keeper) -> Screen[Any]:
    from .screens.summary import SummaryScreen

    return SummaryScreen(keeper)


def packs_screen(keeper: Keeper) -> Screen[Any]:
    """The prompt packs: those used, those there, and a file that somebody sent."""
    from .screens.packs import PacksScreen

    return PacksScreen(keeper)


def walk_list_screen(keeper: Keeper) -> Screen[Any]:
    """All guided questions that there are."""
    from .screens.walk_list import WalkListScreen

    return WalkListScreen(keeper)


def _file_sent(keeper: Keeper) -> Screen[Any]:
    from .screens.packs import PacksScreen

    return PacksScreen(keeper, adds=True)


def _copy_all(keeper: Keeper) -> Screen[Any]:
    from .screens.copy_all import CopyAllScreen

    return CopyAllScreen(keeper)


def _delete_all(keeper: Keeper) -> Screen[Any]:
    from .screens.delete_all import DeleteAllScreen

    return DeleteAllScreen(keeper)


WAYS: tuple[tuple[str, str, Make], ...] = (
    ("A look at the week", "What is due or late, one after the other", week_screen),
    ("Hours", "Time spent on the programme", hours_screen),
    ("Cue cards, for speaking", "A card for each criterion, and rehearsing", cards_screen),
    ("Earlier versions", "Of the text under a heading: look back, compare", versions_screen),
    ("What's written where", "By heading and criterion; what is missing", whereabouts_screen),
    ("Handed in and sent back", "Drafts, what your tutor said, by heading", handed_screen),
    ("Bring back a Word file", "Compared with your text, kept beside it", returned_screen),
    ("Under headings that are gone", "What you wrote under another pack", placeless_screen),
    ("Calendar file", "Your days, for the calendar you use anyway", calendar_screen),
    ("My questions", "Those you kept, and your own", _kept),
    ("Rename somebody", "Everywhere you wrote their name", rename_screen),
    ("Attach a file", "A copy is kept beside what it shows", _attach),
    ("The coach", "What a model may do, if anything; what your centre allows", coach_screen),
    ("AI record", "What was sent to a model, and your statement", ai_record_screen),
    ("UK spelling", "Words that a dictionary does not know; on and off", _spelling),
    ("Sheets to print", "For your manager or assessor, for speaking, for paper", _sheets),
    ("Guided questions…", "All there are, by prompt pack", walk_list_screen),
    ("Prompt packs", "What you use, what there is; use another too", packs_screen),
    ("My tutor sent me a file", "A prompt pack: look at it, then add it", _file_sent),
    ("A summary for my tutor", "Days and counts, none of your words", _summary),
    ("Export everything…", "A copy of all you wrote, with attached files", _copy_all),
    ("Delete everything…", "Your writing, and every copy of it; asks twice", _delete_all),
)
"""The command's name, a line about it, and what makes its screen."""


def _my_set(keeper: Keeper) -> Screen[Any]:
    from .screens.my_set import MySetScreen

    return MySetScreen(keeper)


def in_meeting_screen(keeper: Keeper) -> Screen[Any]:
    """The table of the meeting that is going on."""
    from .screens.in_meeting import InMeetingScreen

    return InMeetingScreen(keeper)


def _my_questions(keeper: Keeper) -> Screen[Any]:
    from .screens.my_questions import MyQuestionsScreen

    return MyQuestionsScreen(keeper)


SET_WAYS: tuple[tuple[str, str, Make], ...] = (
    ("My set", "Members, advisor, what you hold each other to", _my_set),
    ("In the meeting", "A clock for each, questions caught, what was agreed", in_meeting_screen),
    ("Questions I mean to ask", "Written beforehand, for my set", _my_questions),
)
"""The same, for programmes with a set."""


def screen_commands(going: Going) -> tuple[Command, ...]:
    """The palette's commands for these screens."""
    ways = (*WAYS, *(SET_WAYS if going.has_set else ()))
    return tuple(
        (name, about, partial(going.show, make, writes=writes(make))) for name, about, make in ways
    )


def writes(make: Make) -> bool:
    """False for screens that may be looked at where nothing can be saved."""
    return make not in (
        ai_record_screen,
        versions_screen,
        whereabouts_screen,
        handed_screen,
        returned_screen,
        placeless_screen,
        packs_screen,
        _copy_all,
    )
