"""The account of a logit in numbers that a pocket calculator adds up to what is shown."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from digitpad.network.architecture import Activation
from digitpad.network.explanation import Ledger, Trace
from digitpad.workspace.wording.acts.figures import MINUS, common_places, fixed, power_of

USUAL_PLACES, MOST_PLACES = 2, 4
"""Decimals of logits, and of those that are so small that they need more."""

DIGITS = 4
"""Significant digits that the largest logit has at most, unless it has more before its point."""

LEAST_DIGITS = 2

CURVED = frozenset({Activation.TANH, Activation.SIGMOID})
"""Activations whose slope changes on the way, so that something is left over."""


@dataclass(frozen=True)
class Term:
    """A number of the sum: as it is written, what it is called, and what that means."""

    number: str
    name: str
    tip: str


@dataclass(frozen=True)
class WrittenSum:
    """The sum as it is written: ``terms`` with ``operators`` between them, and what they make.

    Attributes:
        operators: "+" or "−" before each term but the first, whose sign is in its number.
        result: the logit, or the difference of two.
    """

    terms: tuple[Term, ...]
    operators: tuple[str, ...]
    result: Term

    def text(self) -> str:
        """Return it in a line: "8.31 + 0.87 = 9.18"."""
        numbers = [self.terms[0].number]
        for operator, term in zip(self.operators, self.terms[1:], strict=True):
            numbers += [operator, term.number]
        return " ".join([*numbers, "=", self.result.number])


def logit_places(trace: Trace) -> int:
    """Return with how many decimals a picture's logits are written, all alike; see ``fixed``."""
    largest = float(np.abs(trace.logits).max())
    if not np.isfinite(largest) or not largest:
        return USUAL_PLACES
    power = power_of(largest, DIGITS)
    usual = max(min(USUAL_PLACES, DIGITS - 1 - power), min(LEAST_DIGITS - 1 - power, MOST_PLACES), 0)
    return common_places(largest, usual)


def logit_texts(trace: Trace) -> list[str]:
    """Write the ten logits, all with as many decimals."""
    places = logit_places(trace)
    return [fixed(logit, places) for logit in trace.logits.tolist()]


def is_curved(trace: Trace) -> bool:
    """Say whether shares and biases leave something over, as the slope of some layer changes on the way."""
    return any(layer.activation in CURVED for layer in trace.snapshot.architecture.hidden)


def halved(name: str) -> str:
    """Return a name in two lines, in the middle of its words; one word stays whole."""
    words = name.split(" ")
    middle = len(words) // 2
    return "\n".join(" ".join(part) for part in (words[:middle], words[middle:]) if part)


def signed(number: float, places: int) -> str:
    """Write a number with its sign, also a plus: what it adds."""
    text = fixed(number, places)
    return text if text.startswith(MINUS) or not any(sign in text for sign in "123456789∞") else f"+{text}"


def written_sum(trace: Trace, account: Ledger) -> WrittenSum:
    """Write a finite account out.

    Each number is rounded by itself but the pixels', which nobody adds up by hand: theirs is what the others
    leave, at most two of the last digit away from its own rounding.
    """
    places = logit_places(trace)

    def rounded(number: float) -> int:
        return round(number * 10.0**places)

    total = rounded(float(trace.logits[account.digit]))
    if account.against is not None:
        total -= rounded(float(trace.logits[account.against]))
    biases = rounded(sum(account.biases))
    has_remainder = is_curved(trace)
    remainder = rounded(account.remainder) if has_remainder else 0
    names = [(total - biases - remainder, *_of_pixels()), (biases, *_of_biases(account, places))]
    if has_remainder:
        names.append((remainder, *_of_remainder()))

    def write(number: int) -> str:
        return fixed(number / 10.0**places, places)

    first, *rest = names
    return WrittenSum(
        (Term(write(first[0]), *first[1:]), *(Term(write(abs(number)), name, tip) for number, name, tip in rest)),
        tuple(MINUS if number < 0 else "+" for number, _, _ in rest),
        Term(write(total), *_of_result(account)),
    )


def _of_pixels() -> tuple[str, str]:
    return (
        QCoreApplication.translate("Inside", "pixels"),
        QCoreApplication.translate(
            "Inside", "The shares of all 784 pixels together: each one’s darkness × what it counts for"
        ),
    )


def _of_biases(account: Ledger, places: int) -> tuple[str, str]:
    tip = QCoreApplication.translate(
        "Inside", "What the biases add, whatever is drawn, layer by layer up to the digits’ own: {shares}"
    )
    shares = "; ".join(signed(share, places) for share in account.biases)
    return QCoreApplication.translate("Inside", "biases"), tip.format(shares=shares)


def _of_remainder() -> tuple[str, str]:
    return (
        QCoreApplication.translate("Inside", "remainder"),
        QCoreApplication.translate(
            "Inside",
            "What is left over: tanh and sigmoid are curved, and the pixels’ shares follow their slope here, "
            "a straight line. With relu nothing is left over.",
        ),
    )


def _of_result(account: Ledger) -> tuple[str, str]:
    if account.against is None:
        name = QCoreApplication.translate("Inside", "logit of {digit}")
        tip = QCoreApplication.translate(
            "Inside", "The network’s score for {digit}; softmax makes the bars of the ten scores"
        )
    else:
        name = QCoreApplication.translate("Inside", "{digit} over {against}")
        tip = QCoreApplication.translate("Inside", "By how much the logit of {digit} is above that of {against}")
    values = {"digit": account.digit, "against": account.against}
    return name.format(**values), tip.format(**values)
