"""What is said of the units of the first layer: in a grid of pictures, and written out for one of them."""

import math
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from digitpad.network.architecture import Activation
from digitpad.network.unit_account import UnitAccount
from digitpad.workspace.inside.first_layer import Order, Silence
from digitpad.workspace.wording.acts.figures import fixed, places_for, power_of, significant
from digitpad.workspace.wording.inside.chain_texts import overflow_text
from digitpad.workspace.wording.numbers import whole
from digitpad.workspace.wording.recipe.recipe_texts import activation_names

DIGITS = 4
"""Significant digits of what is multiplied: the product has three."""

LEAST_PLACES, MOST_PLACES = 2, 6
"""Decimals of the sum; float32, in which the network reckons, has no more."""

HUGE = 1e6
"""From here on numbers are written with a power of ten."""


def order_names() -> dict[Order, str]:
    """Return what the units can be sorted by."""
    return {
        Order.SHARE: QCoreApplication.translate("Unit", "by share"),
        Order.SIZE: QCoreApplication.translate("Unit", "by size"),
        Order.CHANGE: QCoreApplication.translate("Unit", "by change"),
    }


def signed(number: float, digits: int = 3) -> str:
    """Write a number with its sign, also if that is plus; nothing for 0."""
    text = significant(number, digits)
    return f"+{text}" if number > 0 else text


def captions(keys: Sequence[float], *, with_sign: bool) -> list[str]:
    """Write the numbers that units are sorted by, (n,), short enough for the room below a picture."""
    write = signed if with_sign else significant
    rounded = [f"{key:.1e}" for key in keys]
    texts = {
        number: write(float(number), 2) for number in set(rounded)
    }  # many are the same: less is to be written
    return [texts[number] for number in rounded]


def digit_captions(logits: Sequence[float] | None) -> list[str]:
    """Write below each digit's picture which it is, and its logit if there is a drawing."""
    if logits is None:
        return [str(digit) for digit in range(10)]
    write = significant if max(map(abs, logits)) >= HUGE else partial(fixed, places=1)
    return [f"{digit}: {write(logit)}" for digit, logit in enumerate(logits)]


def unit_name(unit: int, units: int, *, has_hidden: bool) -> str:
    """Name a unit; they are counted from 1, digits are what they are."""
    if not has_hidden:
        return QCoreApplication.translate("Unit", "Weights of the digit {digit}").format(digit=unit)
    words = QCoreApplication.translate("Unit", "Unit {number} of {units}")
    return words.format(number=whole(unit + 1), units=whole(units))


def silence_text(silence: Silence | None) -> str:
    """Say why no account is written out of a unit; nothing if one is."""
    match silence:
        case Silence.COLLECTING:
            return QCoreApplication.translate("Unit", "While the class collects, nothing is written out here.")
        case Silence.NOTHING:
            return QCoreApplication.translate(
                "Unit", "Draw a digit: what these weights make of it is written out here."
            )
        case Silence.OVERFLOW:
            return overflow_text()
    return ""


def sum_text(account: UnitAccount) -> str:
    """Write out how a unit's sum comes about: sum 3.12 + bias −0.40 = 2.72 → relu 2.72."""
    values = {
        "sum": _written(_products(account), account),
        "bias": _written(account.bias, account),
        "total": _written(account.total, account),
    }
    if account.activation is None:
        words = QCoreApplication.translate("Unit", "sum {sum} + bias {bias} = {total}, the logit of {digit}")
        return words.format(digit=account.digit, **values)
    if account.activation is Activation.NONE:
        words = QCoreApplication.translate("Unit", "sum {sum} + bias {bias} = {total}, passed on as it is")
        return words.format(**values)
    words = QCoreApplication.translate("Unit", "sum {sum} + bias {bias} = {total} → {activation} {output}")
    activation = activation_names()[account.activation]
    return words.format(activation=activation, output=_written(account.output, account), **values)


def learnt_text(account: UnitAccount, untrained: float) -> str:
    """Write out how much of a unit's sum it had before training: untrained 0.40 + learnt 2.72 = sum 3.12."""
    products = _products(account)
    if _is_written_out(account):
        untrained = round(untrained, _places(account))
    values = {
        "untrained": _written(untrained, account),
        "learnt": _written(products - untrained, account),
        "sum": _written(products, account),
    }
    words = QCoreApplication.translate("Unit", "untrained {untrained} + learnt {learnt} = sum {sum}")
    return words.format(**values)


def share_text(account: UnitAccount) -> str:
    """Write out its share in a logit: 2.72 × weight to 3 (+0.3100) = +0.843; nothing for a digit's own sum."""
    if account.activation is None:
        return ""
    if account.way is None:
        words = QCoreApplication.translate("Unit", "Nothing comes out of it: no share in the logit of {digit}.")
        return words.format(digit=account.digit)
    values = {
        "output": _written(account.output, account),
        "digit": account.digit,
        "against": account.against,
        "way": signed(account.way, DIGITS),
        "share": _product(account),
    }
    if account.is_direct and account.against is None:
        words = QCoreApplication.translate("Unit", "{output} × weight to {digit} ({way}) = {share}")
    elif account.is_direct:
        words = QCoreApplication.translate(
            "Unit", "{output} × (weight to {digit}, minus that to {against}: {way}) = {share}"
        )
    elif account.against is None:
        words = QCoreApplication.translate("Unit", "{output} × all ways on to {digit} ({way}) = {share}")
    else:
        words = QCoreApplication.translate(
            "Unit", "{output} × (all ways on to {digit}, minus those to {against}: {way}) = {share}"
        )
    return words.format(**values)


def _products(account: UnitAccount) -> float:
    """Return the sum of all products as it is written.

    A class adds what it sees: the sum of 784 products, which nobody adds, takes up the rounding of all.
    """
    if not _is_written_out(account):
        return account.products
    places = _places(account)
    return round(account.total, places) - round(account.bias, places)


def _places(account: UnitAccount) -> int:
    """Return how many decimals the sum has: enough for the digits of what is multiplied."""
    return places_for(account.output, DIGITS, LEAST_PLACES, MOST_PLACES)


def _is_written_out(account: UnitAccount) -> bool:
    """Say whether all numbers of a sum can be written with the same decimals; NaN cannot."""
    numbers = account.products, account.bias, account.total, account.output
    return all(abs(number) < HUGE for number in numbers)


def _written(number: float, account: UnitAccount) -> str:
    return fixed(number, _places(account)) if _is_written_out(account) else significant(number, DIGITS)


def _product(account: UnitAccount) -> str:
    """Write the product of both factors as they are written, with no more decimals than these can tell."""
    way = account.way or 0.0
    if not way or not math.isfinite(way) or not _is_written_out(account):
        return signed(account.share)
    places = _places(account)
    share = round(account.output, places) * float(f"{way:.{DIGITS - 1}e}")
    text = fixed(share, max(0, min(places_for(share), places - power_of(way) - 1)))
    return f"+{text}" if share > 0 else text
