"""The help pages, in plain words."""

from __future__ import annotations

from .marks import marks_for
from .widgets.journey import legend

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
        "Today shows the one next thing, what is due, and your programme as a line, in which "
        f"{legend(marks_for())}. Strengths, Goals and Set hold what you wrote in the "
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
            ("c", "the criteria that it counts towards"),
            ("Ctrl+F", "search everything you wrote"),
            ("k, g, m, r, p", "in the Log: only one kind, goal, meeting, criterion, person"),
            ("x", "in the Log: show everything again"),
            ("s, m", "under Reading: how far you are; only mine, or all"),
            ("Ctrl+Z", "bring back what you deleted last"),
        ),
    ),
    "week": (
        "A look at the week",
        "Ten minutes for what is late, what is due in the next seven days and what has no day yet. "
        "Say how each thing stands, move it to another day, or write a line about it in your own "
        "words; each is saved at once. What you leave as it is stays as it is.",
        (
            ("d or Space, p, n", "done, partly, not yet; a goal has its own words for these"),
            ("m", "another day; type it as you say it, Enter moves it"),
            ("Enter or e", "to the line about it; Enter keeps the line"),
            ("Ctrl+Z", "take the last answer back"),
            ("Esc", "from a line back to the list; from the list back to where you were"),
        ),
    ),
    "walk": (
        "Guided questions",
        "One question at a time. You may leave any of them empty, go back, stop anywhere and carry "
        "on there another day. The questions and the reading beside your text are there to make "
        "you think; they never become part of what you write. Questions picks those that fit what "
        "you wrote so far. If you turned a model on, its questions join later, in a place of "
        "their own.",
        (
            ("Ctrl+N, Ctrl+B", "next, back; your answer is saved"),
            ("F2 or Ctrl+G", "questions on what I wrote; again for others"),
            ("F3", "reading"),
            ("F4", "the list of steps; Enter goes there"),
            ("F5", "a goal's five tests"),
            *EDITOR,
        ),
    ),
    "desk": (
        "The writing desk",
        "One heading at a time. Beside the text stand your own records for this heading. The words "
        "are counted against what the task suggests; going under or over never stops you. You can "
        "quote your own earlier words: only those, and only when you ask for it. A quote stays "
        "underlined until you rework it or accept it as it is.",
        (
            ("Ctrl+N, Ctrl+B", "next heading, heading before; the text is saved"),
            ("F2 or Ctrl+G", "what it asks, questions on what I wrote; again for others"),
            ("F3", "reading; again puts it away"),
            ("F4", "your own records for this heading; Enter reads one whole, Escape goes back"),
            ("A, in Mine", "all your records; again, only those for this heading"),
            ("Q, in Mine", "quote your words in the record stood on"),
            ("F9, F7", "next quote that stands as it was; accept the one you stand in"),
            ("F5", "versions: what stood here before, compared, restored"),
            ("F6", "choose the meetings for the learning log"),
            ("F8", "what's written where, and what is missing"),
            ("Ctrl+O", "hand in: make the document"),
            ("Ctrl+L", "UK spelling: words to look at; on and off"),
            *EDITOR,
        ),
    ),
    "versions": (
        "Earlier versions",
        "Each time you save the text under a heading, it is also kept here as it stood; none is "
        "ever thrown away but with the text itself, when you delete that for good. Beside the list "
        "stands what changed from the version to the text as it is now: what is gone is struck "
        "through, what is new is underlined. After a hand-in the first line shows what changed "
        "since your tutor saw it. Restoring keeps the text as it is now first, so it can be undone "
        "by restoring that one. Versions are part of `ilmcoach data export`, not of backups.",
        (
            ("c", "the text as it was, or what changed since"),
            ("n, p", "the next place that changed, the one before"),
            ("r", "restore the version you stand on; it asks first"),
            ("Enter", "to the text beside the list; arrow keys move it"),
            ("Ctrl+N, Ctrl+B", "the next heading, the one before"),
        ),
    ),
    "returned": (
        "Bring back a Word file",
        "If you went on in Word, or your tutor wrote comments there, give the .docx here. Each "
        "heading says whether it came back the same, or how many words are other; beside it stands "
        "what is gone and what is new. Nothing is ever merged, and your text is not touched: what "
        "you tick is kept as a version, comments as what your tutor said. To let a version take "
        "the place of your text, restore it under Versions. Headings have to read as they did; one "
        "that was renamed is not guessed. The log's meetings are not read back.",
        (
            ("Enter", "after the file's name: look at it; on a line: go to what stands beside"),
            ("Space", "keep what you stand on, or leave it out"),
            ("n, p", "the next place that changed, the one before"),
            ("Ctrl+S", "keep what is ticked"),
            ("v", "versions of the heading you stand on"),
        ),
    ),
    "meeting": (
        "In the meeting",
        "For those who like to type while the set meets; paper is just as good, and typing it in "
        "afterwards too. Tick who is here, and each has half an hour; minutes can be given and "
        "taken away. The clock runs on while you look elsewhere, or close ilmcoach. Five minutes "
        "before the end and at the end a line changes colour; nothing rings. Questions and "
        "agreed actions are saved one by one, with Enter. Names before a question save time: "
        "K>me: means that K asked me. Stand on a line and press Enter to change it.",
        (
            ("F2, F3, F4", "questions asked, who is here, agreed"),
            ("F5", "questions I mean to ask"),
            ("Ctrl+G", "start or pause the clock"),
            ("Ctrl+N", "this turn ends, the next begins"),
            ("Space", "on a name: who is here; beside a question: the next name"),
            ("Del, Ctrl+Z", "delete the line you stand on; bring it back"),
        ),
    ),
    "my-questions": (
        "Questions I mean to ask",
        "Write down what you want to ask somebody of your set. Below the line stands how it may "
        "land: whether it is open, single, short and free of advice, and why that matters. It is "
        "a hint, and never stops you. Kept questions wait here until you mark them as asked; then "
        "they stand with the questions of that meeting.",
        (
            ("Enter", "in the line: keep it; on a question: change it"),
            ("Arrow keys, a letter", "on the name: whom you mean to ask"),
            ("Del, Ctrl+Z", "delete the question you stand on; undo, of a mark too"),
        ),
    ),
    "setup": (
        "Set up my programme",
        "Choose the programme; the rest can wait. The dates tell the app which month you are in "
        "and whether a goal's date lies inside the programme. Name and numbers go on the cover of "
        "your assignment and nowhere else. Days can be typed as you say them: 3/12, next "
        "Thursday, in 2 weeks.",
        (("Ctrl+S", "save"),),
    ),
    "my-set": (
        "My set",
        "Who is in it beside you, who your Set Advisor is, what it is for and what you hold each "
        "other to. A name that you take out goes to the deleted ones and can be brought back. What "
        "stands below the names and days is what is known about sets; it stops nobody. Days can be "
        "typed as you say them.",
        EDITOR,
    ),
    "kept": (
        "My questions",
        "Beside the guided questions, Keep puts a question here: it comes first the next time it "
        "fits. Questions of your own are asked among the others, marked as yours. What was asked "
        "in the last two weeks waits behind the rest.",
        (
            ("Ctrl+N", "a question of my own"),
            ("Enter", "change my own question"),
            ("Del", "delete, or let a kept one go"),
            ("Ctrl+Z", "bring back what you deleted last"),
        ),
    ),
    "reading": (
        "Reading",
        "Say how far you are with a work and write down what you took from it, in your own words; "
        "then it counts towards the criteria that the work helps with. Counts towards… changes "
        "that. In front stand the works for your open goals and for criteria towards which "
        "nothing counts yet. People know things too: Ask somebody keeps the question, the answer "
        "and what you did with it.",
        (
            ("Enter", "what I took from it"),
            ("s", "how far I am: to read, reading it, read"),
            ("m", "only mine, or all"),
            ("Del", "delete my record; the work stays in the catalogue"),
            *EDITOR,
        ),
    ),
    "feedback": (
        "Asking for feedback",
        "Write whom you ask and your own questions, one a line. The sheet has them with room for "
        "answers: a page to print, and text for a mail. Nothing is sent from here; say so once "
        "you have asked. When an answer comes, It came back takes it down.",
        (("Ctrl+S", "write the sheet"),),
    ),
    "attach": (
        "Attached files",
        "A file that shows something: a sheet, a picture, a message you were sent. Type or paste "
        "where it is, or drag it into the window; you see its name and size before anything is "
        "done. ilmcoach keeps a copy in its own folder and never touches the file itself. One file "
        "may have 25 MB, all together 100 MB. Backups hold your records, not these copies: "
        "`ilmcoach data export` takes both. Think about whose names are in a file before you "
        "attach it.",
        (("Ctrl+S", "attach"), ("Enter", "open the file stood on"), ("Del", "delete it")),
    ),
    "hours": (
        "Hours",
        "A line for each time you spent on the programme. How long can be typed as you say it: "
        "1h30, 90 min, 1.5, 9:30 to 11:00; what was understood stands beside it. So far holds it "
        "against the figures of your programme, where it has any; induction and tutorials are part "
        "of guided learning. A line that you delete can be brought back.",
        (
            ("1 to 4", "what it was, standing on the list of sorts"),
            ("Enter", "the next field; in the last one it keeps the line. In the list: change it"),
            ("Ctrl+S", "keep the line"),
            ("Del", "delete the line you stand on in the list"),
            ("Ctrl+Z", "bring back what you deleted last"),
        ),
    ),
    "calendar": (
        "Calendar file",
        "A file (.ics) with the days of your actions, goals, activities, set meetings and ends, "
        "for the calendar you look at anyway. Each is a whole day, marked as private, with a "
        "reminder at nine in the morning of the day before, or of a week before for goals and "
        "ends. Nothing is sent anywhere: you import the file yourself.",
        (("Ctrl+S", "write the file"),),
    ),
    "cards": (
        "Cue cards, for speaking",
        "For a task that you give as a talk, and for getting clear about one that you write. There "
        "is a card for each criterion of the assignments of your programme, which has to be set up "
        "first. A card holds your own words only; a few are enough to speak from. Beside it stand "
        "your own records for that criterion. Cards are kept apart from the written text and count "
        "towards no criterion.",
        (
            ("Ctrl+N, Ctrl+B", "next card, card before; the card is saved"),
            ("F4", "your own records for this card"),
            ("Ctrl+O", "rehearse"),
            *EDITOR[:-1],
        ),
    ),
    "rehearse": (
        "Rehearsing",
        "Say it aloud, card after card. The clock counts up, in all and for this card, and tells "
        "you quietly when the minutes of the task are there. Afterwards a line on how it went is "
        "kept with the time.",
        (
            ("Space", "start, pause, go on"),
            ("Ctrl+N, Enter, →", "next card"),
            ("Ctrl+B, ←", "card before"),
            ("↑, ↓", "move a long card"),
            ("Ctrl+S", "afterwards: keep the time and your words"),
            ("Esc", "that was it; from there back to the cards"),
        ),
    ),
    "search": (
        "Search",
        "Finds what you wrote by any words in it, as you type. All words must be there; the last "
        "one may be only a beginning. Capitals and accents make no difference, and no sign has a "
        "meaning of its own. What was deleted is not searched: it is in the Log.",
        (
            ("Up, Down", "move in the list while you type"),
            ("Enter", "open what you stand on"),
            ("Ctrl+F", "look for something else"),
        ),
    ),
    "log": (
        "Show only",
        "Shows only what you pick, together with what else you picked over the log. What belongs "
        "to a goal or a meeting comes with it: its actions, how they went, looking at it again. "
        "Show all, or x, shows everything again.",
        (),
    ),
    "criteria": (
        "Counts towards",
        "The criteria of your programme, and those that this record counts towards. The guided "
        "questions link most of what you write there by themselves; here you do it by hand. It is "
        "a count, never a judgement. Space or Enter ticks; each choice is saved at once.",
        (("Ctrl+Z", "take the last choice back"),),
    ),
    "rename": (
        "Rename somebody",
        "Gives somebody another name wherever you wrote it: in the fields for a name, and in your "
        "texts at the places that you leave ticked. Only whole words count, with capitals as you "
        "wrote them; what follows the name, as in Anna’s, stays. A backup is made first.",
        (
            ("Space", "tick a place or untick it"),
            ("Ctrl+S", "rename"),
            ("Ctrl+Z", "undo it, while the window is open"),
        ),
    ),
    "hidden-names": (
        "Hide names",
        "Before a document is written, you see each place where somebody of your list is named, "
        "and the words that will stand there: who they are to you, or an initial. These words are "
        "labels; what you wrote stays as it is. Where a name may be a word of every day (Will, "
        "Grace), tick it or leave it. Words that may be names and are on no list you can tick "
        "too. Your own name and your centre stay. The file is searched afterwards. It is a help "
        "and no promise: people may be recognised by what is told of them.",
        (
            ("Space", "tick a place or untick it"),
            ("Enter", "on somebody: words of your own for them"),
            ("Ctrl+S", "hide the names so"),
        ),
    ),
    "coach": (
        "The coach",
        "Beside your text F2 brings questions on what you wrote, from your prompt pack, without "
        "any network. A model is off until you turn it on here and say that your centre allows "
        "it for an assessment. It may choose among the pack's questions only, or write some. These "
        "pass a filter first: a strong one, not a proof. Before the first sending to an address "
        "you see all of it. The key is read from an environment variable or your computer's "
        "keyring and shown nowhere.",
        (
            ("Ctrl+S", "save the page"),
            ("Space or Enter", "choose what a model may do"),
            ("Esc", "beside your text: stop a model that is being asked"),
        ),
    ),
    "ai-record": (
        "AI record",
        "Everything that was sent to a model, when and to whom, every question shown of it word "
        "for word, and how many were kept back by which rule of the filter. Nothing here can be "
        "changed. Deleting takes all of it and leaves a mark with the day. The statement of AI use "
        "is made from it and goes with your documents, outside the word count; other tools you "
        "name there yourself.",
        (
            ("Arrow keys", "move in the list"),
            ("Enter", "to the text beside it; arrow keys move it"),
            ("Ctrl+S", "in the statement: save what you wrote"),
        ),
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
