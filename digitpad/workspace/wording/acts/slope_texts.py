"""What the cards say of one weight: its slope, the check of it, and the step that it takes."""

import math

from PySide6.QtCore import QCoreApplication

from digitpad.engines.acts.tape import Tape
from digitpad.network.slope import Slope
from digitpad.workspace.stepping.checks import Move, UpdateTerm
from digitpad.workspace.stepping.gradients import Spread
from digitpad.workspace.wording.acts.figures import (
    MINUS,
    common_places,
    fixed,
    float32_places,
    places_for,
    significant,
    trimmed,
)
from digitpad.workspace.wording.acts.names import BY_HAND, optimizer_name

SLOPE_DIGITS = 4
DISAGREEMENT = 0.05
"""Share from which on two slopes that should be one look different."""

OTHER_LOSS = 1e-3
"""Share from which on two losses are not one that float32 and float64 round differently."""

LOSS_PLACES = 4
"""Decimals of the losses beside a slope, at least."""

UP, DOWN = "▲", "▼"


def spread_headings() -> list[str]:
    """Return what the sizes of a tensor's gradients are: the second is the root of the mean square."""
    return [QCoreApplication.translate("Act", "largest |g|"), QCoreApplication.translate("Act", "√(mean of g²)")]


def spread_texts(spread: Spread) -> list[str]:
    """Write how large the gradients of a tensor are, for each heading."""
    return [significant(spread.largest), significant(spread.rms)]


def tape_slope_text(name: str, value: float, gradient: float) -> str:
    """Write a weight, and the slope that the page's tape has found for it."""
    words = QCoreApplication.translate("Act", "{name} = {value}, slope from the tape g = {gradient}")
    slope = significant(gradient, SLOPE_DIGITS)
    return words.format(name=name, value=significant(value), gradient=slope)


def quotient_text(slope: Slope) -> str:
    """Write out (L₊ − L₋) / 2ε with digits enough for a pocket calculator to find the same."""
    places = places_for(slope.upper - slope.lower, SLOPE_DIGITS + 1, least=LOSS_PLACES)
    upper, lower = fixed(slope.upper, places), fixed(slope.lower, places)
    width, quotient = trimmed(2 * slope.epsilon), significant(slope.quotient, SLOPE_DIGITS)
    return f"(L₊ {MINUS} L₋) / 2ε = ({upper} {MINUS} {lower}) / {width} = {quotient}"


def difference_text(slope: Slope, gradient: float, page: float) -> str:
    """Say why the quotient is another one than the tape's slope; nothing where it is not, or nobody knows.

    It is if the curve bends there, and if the page's loss ``page`` is not the mean that the quotient is made of.
    """
    differs = abs(slope.quotient - gradient) > DISAGREEMENT * max(abs(slope.quotient), abs(gradient))
    if differs and abs(slope.loss - page) > OTHER_LOSS * abs(page):
        words = QCoreApplication.translate(
            "Act",
            "They differ as the page’s lines make another loss, {page}: this curve is that of the mean {mean}.",
        )
        return words.format(page=significant(page, SLOPE_DIGITS), mean=significant(slope.loss, SLOPE_DIGITS))
    if not (slope.bends and differs):
        return ""
    return QCoreApplication.translate(
        "Act", "They differ as the curve has a bend here: for some pictures a unit switches on or off."
    )


def push_text(value: float, pushed: float, loss: float | None) -> str:
    """Say how far the weight is pushed, and what the loss is there if that is known."""
    places = places_for(max(abs(value), abs(pushed)), least=4)
    words = QCoreApplication.translate("Act", "push the weight: {value} → {pushed}")
    text = words.format(value=fixed(value, places), pushed=fixed(pushed, places))
    if loss is None:
        return text
    told = QCoreApplication.translate("Act", "loss {loss}")
    return f"{text}, {told.format(loss=significant(loss, SLOPE_DIGITS))}"


def update_text(term: UpdateTerm) -> str:
    """Write the step of one weight out: 0.0312 − 0.001 × 0.8400 = 0.0304, its change in three digits.

    A float32 may not have so many; what it cannot tell apart is not written.
    """
    change = term.before - term.after or term.rate * term.slope
    largest = max(abs(term.before), abs(term.after))
    places = min(places_for(change, least=4), float32_places(largest)) if math.isfinite(largest) else 4
    places = common_places(largest, places)
    factor = term.slope if term.plain or math.isnan(term.factor) else term.factor
    made = significant(factor, SLOPE_DIGITS)
    made = f"({made})" if made.startswith(MINUS) else made
    before, after = fixed(term.before, places), fixed(term.after, places)
    return f"{before} {MINUS} {trimmed(term.rate)} × {made} = {after}"


def factor_text(tape: Tape, term: UpdateTerm) -> str:
    """Say what was made of the slope before it was multiplied by the rate; nothing where that is the slope."""
    if term.lost:
        return QCoreApplication.translate("Act", "The change is smaller than float32 can tell: the weight stays.")
    if term.plain and tape.recipe.optimizer in BY_HAND:
        return ""
    if math.isnan(term.factor):
        return QCoreApplication.translate("Act", "At a learning rate of 0 nothing moves.")
    values = {"factor": significant(term.factor, SLOPE_DIGITS), "slope": significant(term.slope, SLOPE_DIGITS)}
    if term.decay and (term.only_decayed or tape.recipe.optimizer not in BY_HAND):
        return _decay_text(tape, term, values)
    if tape.recipe.optimizer in BY_HAND:
        words = QCoreApplication.translate("Act", "The page’s lines made {factor} of the slope {slope}.")
        return words.format(**values)
    words = QCoreApplication.translate("Act", "{optimizer} made {factor} of the slope {slope}.")
    return words.format(optimizer=optimizer_name(tape.recipe.optimizer), **values)


def _decay_text(tape: Tape, term: UpdateTerm, values: dict[str, str]) -> str:
    """Write out what weight decay adds to the slope, or to what an optimizer made of it."""
    weight = significant(term.before, SLOPE_DIGITS)
    share = f"{trimmed(tape.recipe.weight_decay)} × {f'({weight})' if weight.startswith(MINUS) else weight}"
    if term.only_decayed:
        words = QCoreApplication.translate("Act", "Weight decay adds to the slope: {slope} + {share} = {factor}.")
        return words.format(**values, share=share)
    words = QCoreApplication.translate(
        "Act",
        "{optimizer} made {made} of the slope {slope}; weight decay adds to that: {made} + {share} = {factor}.",
    )
    made = significant(term.factor - term.decay, SLOPE_DIGITS)
    return words.format(**values, share=share, made=made, optimizer=optimizer_name(tape.recipe.optimizer))


def moved_texts(move: Move) -> list[str]:
    """Write how far a tensor has moved, for each heading."""
    return [significant(move.norm), significant(move.largest)] if move.norm else ["–", "–"]


def moved_headings() -> list[str]:
    """Return what the lengths beside the tensors are."""
    return [QCoreApplication.translate("Act", "√(sum of Δw²)"), QCoreApplication.translate("Act", "largest |Δw|")]


def direction_text(up: bool | None) -> str:
    """Name a direction, with an arrow; None is neither."""
    if up is None:
        return QCoreApplication.translate("Act", "neither")
    word = QCoreApplication.translate("Act", "up") if up else QCoreApplication.translate("Act", "down")
    return f"{UP if up else DOWN} {word}"


def slope_guess_text(guess: bool, gradient: float) -> str:
    """Set the guess beside what the slope says: downhill is against it."""
    truth = None if not gradient else gradient < 0
    words = QCoreApplication.translate("Act", "guessed: {guess} · downhill: {truth}")
    return _judged(words.format(guess=direction_text(guess), truth=direction_text(truth)), guess is truth)


def update_guess_text(guess: bool, term: UpdateTerm) -> str:
    """Set the guess beside where the weight went."""
    truth = None if term.after == term.before else term.after > term.before
    words = QCoreApplication.translate("Act", "guessed: {guess} · it went: {truth}")
    return _judged(words.format(guess=direction_text(guess), truth=direction_text(truth)), guess is truth)


def loss_guess_text(guess: float, after: float) -> str:
    """Set the guessed loss beside the real one."""
    words = QCoreApplication.translate("Act", "guessed: {guess} · it is {after}")
    places = common_places(max(guess, after), places_for(after))
    return words.format(guess=fixed(guess, places), after=fixed(after, places))


def _judged(text: str, is_right: bool) -> str:
    return f"{text} {'✓' if is_right else '✗'}"
