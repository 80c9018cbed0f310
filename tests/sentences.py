"""For tests of errors: what a person is told, instead of the code."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from digitpad.errors import DataFileError, UserError
from digitpad.workspace.sentences import sentence


@contextmanager
def refused(match: str = "", kind: type[UserError] = DataFileError) -> Iterator[pytest.ExceptionInfo[UserError]]:
    """Expect an error of this kind whose sentence matches the regular expression ``match``."""
    with pytest.raises(kind) as caught:
        yield caught
    told = sentence(caught.value)
    assert re.search(match, told), f"{match!r} does not match {told!r}"
