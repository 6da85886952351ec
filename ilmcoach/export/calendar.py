"""A learner's days as an iCalendar file (RFC 5545), for the calendar they look at anyway.

Everything is an all-day event. A to-do (VTODO) would say more truly what an action is, but
Google Calendar passes over to-dos in a file and Outlook takes in only a file's events, so that
they would never be seen. An event says `free`, as nobody knows at what hour it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, timedelta

from icalendar import Alarm, Calendar, Event, vText

from ilmcoach import __version__
from ilmcoach.portfolio.calendar_days import NAMES, CalendarDay
from ilmcoach.text import clean_line

MORNING = timedelta(hours=9)
"""When on its day an alarm sounds."""
_LONGEST = 120
"""Characters of a title: calendars show less; the whole text is then the event's description."""


def to_calendar(days: Iterable[CalendarDay], *, words: bool = True) -> bytes:
    """The days as one calendar, in UTF-8 with the line ends of the format.

    Without `words` only our names for the days are in it, none of the learner's own words.
    Every event keeps its UID when its day moves, and SEQUENCE rises with each change of the
    record behind it.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//ilmcoach//ilmcoach {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", "ilmcoach")
    for day in days:
        calendar.add_component(_event(day, words=words))
    written: bytes = calendar.to_ical()
    return written


def _event(day: CalendarDay, *, words: bool) -> Event:
    ours = NAMES.get(day.sort, "Due")
    own = clean_line(day.words) if words else ""
    title = f"{ours}: {own}" if own else ours
    event = Event()
    event.add("uid", f"{day.name}@ilmcoach")
    # Without a METHOD these say when what the event tells was last revised.
    event.add("dtstamp", day.changed.astimezone(UTC))
    event.add("last-modified", day.changed.astimezone(UTC))
    event.add("sequence", day.changes)
    event.add("dtstart", day.day)
    if day.day < date.max:
        event.add("dtend", day.day + timedelta(days=1))
    summary = _text(title, ours=not own)
    event.add("summary", summary)
    if len(title) > _LONGEST:
        event.add("description", vText(own))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    if day.ahead:
        event.add_component(_alarm(summary, day.ahead))
    return event


def _text(title: str, *, ours: bool) -> vText:
    """A title, cut where it is long. Only of our own words is it known which language they are
    in."""
    cut = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"
    return vText(cut, params={"LANGUAGE": "en"} if ours else {})


def _alarm(summary: vText, ahead: int) -> Alarm:
    """Speaks up at nine in the morning, so many days before."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", MORNING - timedelta(days=ahead))
    return alarm
