"""What is said of the units of the first layer: in a grid of pictures, and written out for one of them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from digitpad.network.unit_account import UnitAccount
from digitpad.workspace.inside.first_layer import Order
from digitpad.workspace.wording.acts.figures import fixed, places_for, power_of, significant
from digitpad.workspace.wording.numbers import whole
from digitpad.workspace.wording.recipe_texts import activation_names

DIGITS = 4
"""Significant digits of what is multiplied: the product has three."""

LEAST_PLACES, MOST_PLACES = 2, 6
"""Decimals of the sum; float32, in which the network reckons, has no more."""

HUGE = 1e6
"""From here on numbers are written with a power of ten."""


def order_names() -> dict[Order, str]:
    """Return what the units can be sorted by."""
    return {
        Order.SHARE: QCoreApplication.translate("Unit", "by share in the answer"),
        Order.SIZE: QCoreApplication.translate("Unit", "by size"),
        Order.CHANGE: QCoreApplication.translate("Unit", "by change"),
    }


def signed(number: float, digits: int = 3) -> str:
    """Write a number with its sign, also if that is plus; nothing for 0."""
    text = significant(number, digits)
    return f"+{text}" if number > 0 else text


def captions(keys: Sequence[float], *, with_sign: bool) -> list[str]:
    """Write the numbers that units are sorted by, (n,), short enough for the room below a picture."""
    return [signed(key, 2) if with_sign else significant(key, 2) for key in keys]


def digit_captions(logits: Sequence[float] | None) -> list[str]:
    """Write below each digit's picture which it is, and its logit if there is a drawing."""
    if logits is None:
        return [str(digit) for digit in range(10)]
    return [f"{digit}:  {fixed(logit, 2)}" for digit, logit in enumerate(logits)]


def unit_name(unit: int, units: int, *, has_hidden: bool) -> str:
    """Name a unit; they are counted from 1, digits are what they are."""
    if not has_hidden:
        return QCoreApplication.translate("Unit", "Weights of the digit {digit}").format(digit=unit)
    words = QCoreApplication.translate("Unit", "Unit {number} of {units}")
    return words.format(number=whole(unit + 1), units=whole(units))


def sum_text(account: UnitAccount) -> str:
    """Write out how a unit's sum comes about: sum 3.12 + bias −0.40 = 2.72 → relu 2.72."""
    values = {
        "sum": _written(account.products, account),
        "bias": _written(account.bias, account),
        "total": _written(account.total, account),
    }
    if account.activation is None:
        words = QCoreApplication.translate("Unit", "sum {sum} + bias {bias} = {total}, the logit of {digit}")
        return words.format(digit=account.digit, **values)
    words = QCoreApplication.translate("Unit", "sum {sum} + bias {bias} = {total} → {activation} {output}")
    activation = activation_names()[account.activation]
    return words.format(activation=activation, output=_written(account.output, account), **values)


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


def _places(account: UnitAccount) -> int:
    """Return how many decimals the sum has: enough for the digits of what is multiplied."""
    return places_for(account.output, DIGITS, LEAST_PLACES, MOST_PLACES)


def _written(number: float, account: UnitAccount) -> str:
    largest = max(abs(account.products), abs(account.bias), abs(account.total), abs(account.output))
    return fixed(number, _places(account)) if largest < HUGE else significant(number, DIGITS)


def _product(account: UnitAccount) -> str:
    """Write the share with no more decimals than the factors as they are written can tell."""
    way, share = account.way or 0.0, account.share
    if not way or not share or abs(account.output) >= HUGE:
        return signed(share)
    told = _places(account) - power_of(way) - 1
    text = fixed(share, max(0, min(places_for(share), told)))
    return f"+{text}" if share > 0 else text
