"""What the user can mend, as a code and values: the sentence is made in one place, in the user's language.

``digitpad.workspace.wording.sentences.sentence`` words it, for the window and for the command line alike.
What is given up is no fault: ``GivenUpError`` is heard by whoever began it, and by no user.
"""


class UserError(Exception):
    """Something went wrong that a person can do something about.

    Attributes:
        code: which sentence says it, like "file-not-found"; all are in ``workspace/wording/errors``.
        values: what the sentence names, by placeholder: paths, numbers, codes of words, or another UserError.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        """Return code and values: for the log, not for a person."""
        named = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.code} ({named})" if named else self.code


class DataFileError(UserError):
    """A file cannot be used, or could not be written."""


class RecipeError(UserError, ValueError):
    """A recipe, or a part of one, makes no sense, or asks for more than this computer can do."""


class GivenUpError(Exception):
    """Nobody waits any more for what is being read, made or found out."""


class Word(str):
    """A value of an error that is a word to be translated: a key of ``workspace.wording.sentences.WORDS``."""

    __slots__ = ()
