"""What a user is told when something cannot be done."""


class IlmcoachError(Exception):
    """A problem that the user can understand.

    `message` says what happened and where; `hint` says how to mend it. Both are plain text.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n{self.hint}" if self.hint else self.message


class WrongUse(IlmcoachError):  # noqa: N818 - it is no error of the program
    """Something was asked for that is not offered or not there; commands end with 2 on it."""
