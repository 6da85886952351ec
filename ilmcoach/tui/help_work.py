"""Help for what becomes of the work: what is written where, handed in, sent back."""

from __future__ import annotations

WORK: dict[str, tuple[str, str, tuple[tuple[str, str], ...]]] = {
    "whereabouts": (
        "What's written where",
        "Each heading with its words, when you last wrote there and your own note; under it each "
        "criterion, with how many of your records are linked to it. Where you handed the work in "
        "and changed it since, the words it had then stand below those of now. Enter opens what is "
        "behind a cell: the desk, the records, the note, earlier versions. Still missing counts "
        "what is not there; it is no mark, and whether the work is good it cannot see. Once "
        "something was sent back, only that is listed.",
        (
            ("Arrow keys", "from cell to cell"),
            ("Enter", "open the cell, or go where the line leads"),
            ("Tab", "from the table to what is missing, and back"),
            ("Ctrl+N", "my note on the heading you stand on"),
            ("Ctrl+O", "handed in and sent back"),
            ("F4", "how it is judged, where both do not fit"),
            ("F5", "changes: earlier versions of what stands under the heading"),
        ),
    ),
    "behind": (
        "Behind a criterion",
        "Your records that are linked to one criterion. Link a record takes any other that you "
        "wrote; Counts towards says of one record all that it is linked to.",
        (
            ("Ctrl+N", "link a record"),
            ("Enter", "change what you stand on"),
            ("c", "the criteria that it counts towards"),
            ("Del, Ctrl+Z", "delete what you stand on; bring it back"),
        ),
    ),
    "placeless": (
        "Under headings that are gone",
        "What you wrote under headings that your prompt packs no longer have: the pack was changed "
        "or you follow another programme now. Nothing is lost. Read it here and copy what you "
        "need; with the pack of before, the headings come back and your words stand under them.",
        (
            ("Ctrl+K or Enter", "copy the whole text"),
            ("Del, Ctrl+Z", "delete what you stand on; bring it back"),
        ),
    ),
    "handed": (
        "Handed in and sent back",
        "Put down each time you give the work to your tutor, a draft or for good: the words of "
        "each heading are kept as they stand. Write down what your tutor says, under the heading "
        "it is about, and mark it once you have dealt with it. If work comes back, choose the "
        "headings in question: until you hand it in again, only those are shown as missing "
        "something.",
        (
            ("Ctrl+O", "I handed it in"),
            ("Ctrl+N", "my tutor said"),
            ("Ctrl+G", "dealt with, or over; again takes it back"),
            ("Enter", "change what you stand on"),
            ("Del, Ctrl+Z", "delete what you stand on; bring it back"),
        ),
    ),
    "handin": (
        "Hand in",
        "Makes a document of your own words under the task's headings: Word, PDF, a web page or "
        "Markdown, with the same words in each. Look through what is still empty; nothing has to "
        "be filled in. What you choose to stand after the work does not count as its words. A "
        "cover page of your centre's own can stand in front: a Word file before Word, a PDF "
        "before PDF. Names "
        "of people can be written as what they are to you, or as initials: you see each place "
        "first, and the file is searched afterwards. The own-work statement stays open until you "
        "confirm it, and opens again if you change the text. A file that is there is never "
        "replaced without asking. Once you gave it to somebody, put that down under Handed in.",
        (("Ctrl+S", "make the document"),),
    ),
    "spelling": (
        "UK spelling",
        "Off until you turn it on. Then words that a British dictionary does not know are "
        "underlined at the writing desk after a short pause, and listed here with their lines. "
        "Enter goes to one; you change it yourself, or not: nothing is ever changed or put in for "
        "you. Words of the dictionary that are near it are there to be read. Names from your "
        "lists, words with a capital inside a sentence, capitals, digits, addresses and code are "
        "left alone. Words in -ize are told of: most of Britain writes -ise, but both are right. "
        "It works on your computer only, for programmes in English. The dictionary comes with: "
        "pip install 'ilmcoach[spelling]'. One of your own goes into the folder dictionary beside "
        "your portfolio, as en_GB.aff and en_GB.dic.",
        (
            ("Enter", "go to the word; on one left alone: look at it again"),
            ("L", "leave this word alone, here and everywhere"),
            ("Ctrl+Z", "take that back"),
        ),
    ),
    "sheets": (
        "Sheets to print",
        "A page for your line manager with your goals, their dates and the help you ask for; your "
        "cue cards; the mark sheet as an empty form, in which nothing is ever filled in for your "
        "assessor; and the guided questions with room to write by hand.",
        (("Ctrl+S", "make the sheet"),),
    ),
    "summary": (
        "A summary for my tutor",
        "A small file that tells your tutor how you are getting on: the month you are in, the days "
        "of your set meetings, hours, how many goals and actions, the words under each heading and "
        "how many of your records count towards each criterion. Nothing that you wrote is in it "
        "but the name you choose to be shown by. You see all of it here first. Nothing is sent: "
        "give the file to your tutor yourself. Counts are no marks.",
        (("Ctrl+S", "make the file"),),
    ),
    "pack-problems": (
        "What pack check says",
        "You are looking at a prompt pack as a learner would. Write in it as you like: nothing is "
        "kept. Each time you save a file of the pack it is read again, and the tabs show it. If it "
        "can't be used as it is now, you see it as it last worked, and here stands why: the file "
        "and line, what is wrong, how to mend it. Advice may stay as it is. A set of guided "
        "questions that is open stays as it was; leave it and open it again for the new one.",
        (("Ctrl+R", "this list, from the tabs and from most other pages"),),
    ),
    "packs": (
        "Prompt packs",
        "A prompt pack is where guided questions, headings, open questions and reading come from. "
        "Several come with ilmcoach; your tutor may send you another, as a file: add it under My "
        "tutor sent me a file. You see first who made it, what it brings and what it changes; "
        "nothing happens until you say so. A pack with a programme is chosen under Set up my "
        "programme; any other can be used beside it, and adds to it without replacing anything. "
        "Whatever you add, change or take away, what you wrote stays: answers to questions that "
        "are gone are in the Log, texts under headings that are gone on a page of their own. No "
        "text of a pack ever becomes part of your work.",
        (
            ("Ctrl+N", "a file that somebody sent; dragging it into the window does as well"),
            ("Ctrl+S", "on that page: go on, to look at it and to add it"),
            ("Enter", "to the text about the pack; arrow keys move it"),
            ("Space", "use the pack you stand on beside your programme, or stop using it"),
            ("Del", "take away a pack that you added; it asks first"),
        ),
    ),
    "walk-list": (
        "Guided questions",
        "All that your prompt packs have, one pack after the other, with the first thing that each "
        "says of itself. Questions that look at a goal or an activity again begin beside that goal "
        "or activity.",
        (("Enter", "begin, or carry on"),),
    ),
    "left-words": (
        "Words without their question",
        "You typed this and had not saved it; since then your prompt packs have changed, and the "
        "question or heading it belonged to is gone. Keep it as a note, or copy it. If you close "
        "the page it waits here; should the pack come back, it stands where you typed it.",
        (("Ctrl+S", "keep it as a note"), ("Ctrl+K", "copy it")),
    ),
    "copy-all": (
        "Export everything",
        "One file with all that you wrote: every record, what you deleted and may bring back, "
        "earlier versions, texts not saved yet, and the files you attached. Keep it on a stick or "
        "another computer. Whoever has the file can read it all. To take it in somewhere else: "
        "`ilmcoach data import FILE`, into an empty portfolio. It is no document to hand in; that "
        "is made under Hand in.",
        (("Ctrl+S", "make the copy"),),
    ),
    "delete-all": (
        "Delete everything",
        "Takes away all that you put in: the portfolio, its backups, drafts, earlier versions, "
        "attached files, damaged copies, the AI record and your preferences. Documents you made "
        "are files of your own and stay: the page names those it knows of. You type two words and "
        "are asked once more; until then nothing goes.",
        (),
    ),
}
"""As `help_pages.PAGES`."""
