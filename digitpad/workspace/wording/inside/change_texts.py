"""What is said of that which would change an answer: strokes, and a small push."""

from enum import Enum, auto
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from digitpad.arrays import WHITE, Floats
from digitpad.network.push import BOUNDS, Push
from digitpad.workspace.inside.arguments import Arguments, Erasure
from digitpad.workspace.wording.acts.figures import common_places, fixed, places_for
from digitpad.workspace.wording.inside.chain_texts import overflow_text
from digitpad.workspace.wording.inside.written_sum import is_curved, signed
from digitpad.workspace.wording.numbers import percent, unbroken, whole

DIGITS, LEAST_PLACES = 2, 2
"""Shares have at least so many significant digits and decimals: they can be added up on a calculator."""


class Obstacle(Enum):
    """Why there is nothing to change."""

    COLLECTING = auto()
    NOTHING = auto()
    NO_STROKES = auto()
    OVERFLOW = auto()
    TRAINING = auto()


def obstacle_text(obstacle: Obstacle) -> str:
    """Say why there is nothing to see, and what to do about it."""
    return {
        Obstacle.COLLECTING: QCoreApplication.translate(
            "ChangeItsMind", "While the class collects digits, nothing is said of them: it would sway the hand."
        ),
        Obstacle.NOTHING: QCoreApplication.translate(
            "ChangeItsMind", "Draw a digit: what would change the network’s mind is shown here."
        ),
        Obstacle.NO_STROKES: QCoreApplication.translate(
            "ChangeItsMind",
            "This picture was not drawn here: it came as 28 × 28 pixels, without strokes to weigh. A small push "
            "works for it too.",
        ),
        Obstacle.OVERFLOW: overflow_text(),
        Obstacle.TRAINING: QCoreApplication.translate(
            "ChangeItsMind",
            "While it trains, each batch makes another network of it. Pause, then look for a push.",
        ),
    }[obstacle]


def answer_text(probabilities: Floats) -> str:
    """Say the answer, and how probable it is: 3, 98.2 %."""
    best = int(probabilities.argmax())
    return f"{best}, {unbroken(percent(float(probabilities[best])))}"


def places_of(arguments: Arguments) -> int:
    """Return with how many decimals the shares of these strokes are written; see ``fixed``."""
    return common_places(arguments.largest, places_for(arguments.largest, DIGITS, LEAST_PLACES))


def _sum(arguments: Arguments) -> tuple[int, int, int, int]:
    """Return what strokes, biases and what is left over come to, and the sum of these, in units of the last place.

    Each is rounded by itself but the first, which takes up what the others leave: it adds up on a calculator.
    """
    account, unit = arguments.account, 10.0 ** -places_of(arguments)
    total, biases = round(account.total / unit), round(sum(account.biases) / unit)
    left_over = round(account.remainder / unit) if is_curved(arguments.trace) else 0
    return total - biases - left_over, biases, left_over, total


@lru_cache(maxsize=1)
def _written_shares(arguments: Arguments) -> list[int]:
    """Return each stroke's share in such units: they add up to that of all strokes, one alone is it.

    What is missing for that is given to those that their own rounding took most from.
    """
    exact = [float(share) * 10.0 ** places_of(arguments) for share in arguments.shares]
    written = [round(share) for share in exact]
    missing = _sum(arguments)[0] - sum(written)
    sign = 1 if missing > 0 else -1
    each, some = divmod(abs(missing), len(written))
    by_loss = sorted(range(len(written)), key=lambda stroke: sign * (written[stroke] - exact[stroke]))
    for place, stroke in enumerate(by_loss):
        written[stroke] += sign * (each + (place < some))
    return written


def _written(arguments: Arguments, stroke: int) -> float:
    return _written_shares(arguments)[stroke] * 10.0 ** -places_of(arguments)


def short_argument(arguments: Arguments, stroke: int) -> str:
    """Say in two words for which digit a stroke argues, and how much: +4.20 for 3."""
    share = arguments.shares[stroke]
    digit = arguments.digit if share >= 0 else arguments.against
    form = QCoreApplication.translate("ChangeItsMind", "{share} for {digit}")
    text = signed(abs(_written(arguments, stroke)), places_of(arguments))
    return unbroken(form.format(share=text, digit=digit))


def argument_text(arguments: Arguments, stroke: int) -> str:
    """Say for which digit a stroke argues, and rather than which."""
    share, digits = arguments.shares[stroke], (arguments.digit, arguments.against)
    digit, against = digits if share >= 0 else digits[::-1]
    form = QCoreApplication.translate(
        "ChangeItsMind", "Stroke {number} argues {share} for {digit} rather than {against}"
    )
    text = signed(abs(_written(arguments, stroke)), places_of(arguments))
    return form.format(number=whole(stroke + 1), share=text, digit=digit, against=against)


def colors_text(arguments: Arguments) -> str:
    """Say what the colours of the list mean."""
    form = QCoreApplication.translate(
        "ChangeItsMind", "Orange argues for {digit}, blue for {against}; the strongest first"
    )
    return form.format(digit=arguments.digit, against=arguments.against)


def erasure_text(arguments: Arguments, erasure: Erasure) -> str:
    """Say what was promised and what comes of erasing a stroke: by how much the difference changes."""
    if erasure.real is None:
        return QCoreApplication.translate(
            "ChangeItsMind", "It is the only stroke: without it there is nothing to answer."
        )
    places = places_of(arguments)
    form = QCoreApplication.translate("ChangeItsMind", "Without it: promised {promised}, really {real}")
    promised = signed(-_written(arguments, erasure.stroke), places)
    return form.format(promised=promised, real=signed(erasure.real, places))


def why_text(arguments: Arguments, erasure: Erasure) -> str:
    """Explain why the two differ."""
    if erasure.real is None:
        return ""
    if not arguments.trace.sums:
        return QCoreApplication.translate(
            "ChangeItsMind",
            "Promised is what the stroke’s own pixels add now. But what is left is made as large as before and "
            "centred anew: so the real change is another.",
        )
    return QCoreApplication.translate(
        "ChangeItsMind",
        "Promised is what the stroke’s own pixels add now. But what is left is made as large as before and "
        "centred anew, and the hidden units react to that: so the real change is another.",
    )


def sum_text(arguments: Arguments) -> str:
    """Write out how the strokes add up to the difference of the two logits."""
    account, places = arguments.account, places_of(arguments)
    unit = 10.0**-places
    strokes, biases, left_over, total = _sum(arguments)
    forms = [
        (strokes, QCoreApplication.translate("ChangeItsMind", "all strokes {number}")),
        (biases, QCoreApplication.translate("ChangeItsMind", "biases {number}")),
    ]
    if left_over:
        form = QCoreApplication.translate("ChangeItsMind", "remainder, as activations are curved, {number}")
        forms.append((left_over, form))
    parts = ", ".join(form.format(number=signed(number * unit, places)) for number, form in forms)
    form = QCoreApplication.translate(
        "ChangeItsMind", "Logit of {digit} minus that of {against}: {parts} = {total}"
    )
    written = fixed(total * unit, places)
    return form.format(digit=account.digit, against=account.against, parts=parts, total=written)


def picture_titles() -> tuple[str, str]:
    """Return what the pictures before and after erasing are called."""
    return (
        QCoreApplication.translate("ChangeItsMind", "as drawn"),
        QCoreApplication.translate("ChangeItsMind", "without it"),
    )


def push_text(push: Push) -> str:
    """Say how little turned the answer."""
    return QCoreApplication.translate(
        "ChangeItsMind", "No pixel changes by more than {greys} of 255 greys, and {before} becomes {after}."
    ).format(greys=whole(push.largest), before=int(push.before.argmax()), after=int(push.after.argmax()))


def moral_text() -> str:
    """Say what a push shows."""
    return QCoreApplication.translate(
        "ChangeItsMind",
        "Each pixel changes a little, the way its weights point: hundreds of small changes add up. "
        "It fools the network, but no person.",
    )


def already_text(digit: int) -> str:
    """Say that nothing has to be done to have this answer."""
    return QCoreApplication.translate("ChangeItsMind", "It is taken for {digit} already.").format(digit=digit)


def in_vain_text(target: int | None) -> str:
    """Say that no push was found."""
    if target is None:
        form = QCoreApplication.translate(
            "ChangeItsMind", "No push of up to {greys} greys was found that turns the answer."
        )
    else:
        form = QCoreApplication.translate(
            "ChangeItsMind", "No push of up to {greys} greys was found that makes it {digit}."
        )
    return form.format(greys=whole(BOUNDS[-1]), digit=target)


def amplified_by(push: Push) -> int:
    """Return how many times larger than it is a push is shown, so that its largest change has the full colour."""
    return max(1, WHITE // max(1, push.largest))


def push_titles(push: Push | None) -> tuple[str, str, str]:
    """Return what the three pictures of a push are called."""
    times = (
        QCoreApplication.translate("ChangeItsMind", "push, × {times}").format(times=amplified_by(push))
        if push
        else ""
    )
    return (
        QCoreApplication.translate("ChangeItsMind", "original"),
        times or QCoreApplication.translate("ChangeItsMind", "push"),
        QCoreApplication.translate("ChangeItsMind", "pushed"),
    )
