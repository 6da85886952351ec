"""The help pages, in plain words."""

from __future__ import annotations

EVERYWHERE = (
    ("F1", "this help"),
    ("Ctrl+P", "all commands, by name"),
    ("Ctrl+T", "a quick note, from anywhere"),
    ("Tab, Shift+Tab", "from one part to the next"),
    ("Esc", "back; what you typed is kept"),
    ("Ctrl+Q or F10", "quit; everything saved stays saved"),
)

EDITOR = (
    ("Ctrl+S", "save now (what you type is kept every second anyway)"),
    ("Ctrl+A", "select all"),
    ("Ctrl+Z, Ctrl+Y", "undo, redo"),
    ("Ctrl+X, C, V", "cut, copy, paste; so does the right mouse button"),
    ("Ctrl+F", "find words in the text"),
)

PAGES: dict[str, tuple[str, str, tuple[tuple[str, str], ...]]] = {
    "first": (
        "Beginning",
        "Nothing has to be set up before you write. Stand on a line with the arrow keys and press "
        "Enter, or click it.",
        (),
    ),
    "home": (
        "The tabs",
        "Today shows the one next thing. Strengths, Goals and Set hold what you wrote in the "
        "guided questions; Log holds everything, newest first, and what you deleted: bring it "
        "back there, or delete it for good, from the backups too. Assignment shows each heading "
        "with its words and how many of your records count towards each criterion: counts, never a "
        "judgement. Reading says what each work is good for.",
        (
            ("1 to 7", "the tabs, one after the other"),
            ("Ctrl+N", "carry on with the next thing"),
            ("Enter", "open what you stand on; what was deleted comes back"),
            ("PgUp, PgDn", "move the text beside the list"),
            ("Del", "delete what you stand on"),
            ("Ctrl+Z", "bring back what you deleted last"),
        ),
    ),
    "walk": (
        "Guided questions",
        "One question at a time. You may leave any of them empty, go back, stop anywhere and carry "
        "on there another day. The questions and the reading beside your text are there to make "
        "you think; they never become part of what you write.",
        (
            ("Ctrl+N, Ctrl+B", "next, back; your answer is saved"),
            ("F2", "questions; again for others"),
            ("F3", "reading"),
            ("F4", "the list of steps; Enter goes there"),
            ("F5", "a goal's five tests"),
            *EDITOR,
        ),
    ),
    "desk": (
        "The writing desk",
        "One heading at a time. Beside the text stand your own records for this heading. The words "
        "are counted against what the task suggests; going under or over never stops you.",
        (
            ("Ctrl+N, Ctrl+B", "next heading, heading before; the text is saved"),
            ("F2", "what the heading asks, questions, reading; again for others"),
            ("F4", "your own records for this heading"),
            ("F5", "choose the meetings for the learning log"),
            ("Ctrl+O", "hand in: make the document"),
            *EDITOR,
        ),
    ),
    "handin": (
        "Hand in",
        "Makes a document of your own words under the task's headings. Look through what is still "
        "empty; nothing has to be filled in. The own-work statement stays open until you confirm "
        "it, and opens again if you change the text afterwards. A file that is already there is "
        "never replaced without asking.",
        (),
    ),
    "setup": (
        "Set up my programme",
        "Choose the programme; the rest can wait. The dates tell the app which month you are in "
        "and whether a goal's date lies inside the programme. Name and numbers go on the cover of "
        "your assignment and nowhere else. Days can be typed as you say them: 3/12, next "
        "Thursday, in 2 weeks.",
        (("Ctrl+S", "save"),),
    ),
    "editor": ("Writing", "What you type is kept every second, even before you save.", EDITOR),
    "recovery": (
        "When the portfolio cannot be opened",
        "ilmcoach never starts afresh over a file that is damaged or missing. You can go back to a "
        "backup, save what can still be read line by line, or only look, which changes nothing. "
        "Whatever you choose, the file as it is now is kept beside the new one. The command "
        "`ilmcoach restore` lists every backup; `ilmcoach doctor` says what is wrong.",
        (),
    ),
}
