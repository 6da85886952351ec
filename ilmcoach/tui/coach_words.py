"""What the coach's pages say about it, in plain words."""

from __future__ import annotations

WAYS = (
    (
        "off",
        "Nothing",
        "No model is asked. Nothing is sent. Questions and reading come from your prompt pack, "
        "and the coach is complete that way.",
    ),
    (
        "pick",
        "Only choose among my tutor's questions",
        "Sent: the end of what you wrote there, names hidden, with the pack's questions and "
        "reading to choose from. Shown: those it chose. No word of its own can appear.",
    ),
    (
        "pose",
        "May also write questions of its own",
        "Sent: the same, with a few questions as examples. Shown: at most three questions, each "
        "marked “from the model”, and only if a strict filter lets it through.",
    ),
)
"""The ways: id, name, what each sends and shows."""

PRIVACY = (
    "At most 1,500 characters are sent, and only when you ask for questions. The names of your "
    "set and of people you wrote down, addresses and long numbers are hidden first. Before the "
    "first sending to an address you see all of it. The AI record keeps all that was sent and "
    "shown. It goes with your work as a statement of AI use."
)
STRONG = (
    "The filter is strong, and no proof: a question that says too much may slip through. Nothing "
    "the model writes can be selected, copied or put into your text."
)
OTHER_LANGUAGE = (
    "Your pack is not in English, and the filter knows English only: a model may choose among "
    "the pack's questions here, and writes none of its own."
)
KEY_HELP = "Servers of your own often want no key."
OPENLY = "Or use it all the same, if you trust everyone on the way."
