"""From this pixel to “therefore 3”: the sentences of the chain."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from digitpad.arrays import SIDE, Floats
from digitpad.network.architecture import Activation
from digitpad.network.explanation import Ledger, Trace, slopes, ways
from digitpad.workspace.wording.acts.figures import MINUS, fixed, significant
from digitpad.workspace.wording.inside.written_sum import logit_places, logit_texts, signed, written_sum
from digitpad.workspace.wording.numbers import percent, unbroken, whole
from digitpad.workspace.wording.recipe.recipe_texts import activation_names

PRODUCT_DIGITS = 2
"""Significant digits of a product; its factors have three: a calculator finds it within one of the last."""


def main_text(trace: Trace, account: Ledger, pixel: int, probabilities: Floats) -> str:
    """Say what a pixel argues for, and what follows from all of them."""
    return f"{argument(trace, account, pixel)} {_conclusion(trace, account, probabilities)}"


def argument(trace: Trace, account: Ledger, pixel: int) -> str:
    """Say what a pixel argues for, or that it argues nothing."""
    places = logit_places(trace)
    share = fixed(float(account.pixels[pixel]), places)
    if not trace.image[pixel]:
        return QCoreApplication.translate("Inside", "This pixel is paper and argues nothing.")
    is_against = share.startswith(MINUS)
    if account.against is None:
        words = (
            QCoreApplication.translate("Inside", "This pixel argues {share} against {digit}.")
            if is_against
            else QCoreApplication.translate("Inside", "This pixel argues {share} for {digit}.")
        )
    else:
        words = QCoreApplication.translate(
            "Inside", "This pixel argues {share} for {digit} rather than {against}."
        )
        if is_against:  # what argues against 3 rather than 8 argues for 8 rather than 3
            return words.format(share=_plus(share), digit=account.against, against=account.digit)
    return words.format(share=_plus(share), digit=account.digit, against=account.against)


def _plus(share: str) -> str:
    return share.removeprefix(MINUS)


def _conclusion(trace: Trace, account: Ledger, probabilities: Floats) -> str:
    answer, digit, against = int(np.argmax(trace.logits)), account.digit, account.against
    total = written_sum(trace, account).result.number
    if against is None:
        words = (
            QCoreApplication.translate(
                "Inside", "All together: {total}, the highest of ten: therefore {answer} ({percent})."
            )
            if digit == answer
            else QCoreApplication.translate(
                "Inside", "All together: {total}, but {answer} has {other}: therefore {answer} ({percent})."
            )
        )
        return words.format(
            total=total,
            other=logit_texts(trace)[answer],
            answer=answer,
            percent=unbroken(percent(float(probabilities[answer]))),
        )
    words = QCoreApplication.translate(
        "Inside", "All together: {total} more for {digit} than for {against}: therefore rather {digit}."
    )
    if total.startswith(MINUS):
        digit, against = against, digit
    return words.format(total=_plus(total), digit=digit, against=against)


def detail_text(trace: Trace, account: Ledger, pixel: int, unit: tuple[int, int] | None) -> str:
    """Say how a pixel comes to its share: by a unit of a hidden layer, or by a weight where there is none."""
    words = [
        QCoreApplication.translate("Inside", "{place} has {grey} of ink.").format(**_pixel_values(trace, pixel))
    ]
    grey = float(trace.image[pixel])
    if grey and unit is None:
        weight = float(account.pixels[pixel]) / grey
        line = QCoreApplication.translate("Inside", "{grey} × its weight {weight} = {share} for {digit}.")
        words.append(
            line.format(
                grey=significant(grey),
                weight=significant(weight),
                share=_product(account.pixels[pixel]),
                digit=_whom(account),
            )
        )
    if unit is not None:
        words += _by_unit(trace, account, pixel, unit)
    return " ".join(words)


def _by_unit(trace: Trace, account: Ledger, pixel: int, unit: tuple[int, int]) -> list[str]:
    layer, number = unit
    grey, way = float(trace.image[pixel]), float(ways(trace, layer, number)[pixel])
    push = grey * way
    first = (
        QCoreApplication.translate("Inside", "It adds {grey} × {way} = {push} to the sum of unit {unit}.")
        if not layer
        else QCoreApplication.translate(
            "Inside",
            "It adds {grey} × {way} = {push} to unit {unit} of hidden layer {layer}, by all ways that are on.",
        )
    )
    values = {"unit": whole(number + 1), "layer": layer + 1, "grey": significant(grey), "way": significant(way)}
    said = first.format(**values, push=_product(push))
    if not grey:
        return [unit_sentence(trace, account, unit)]
    gain = float(account.gains[layer][number])
    activation = trace.snapshot.architecture.hidden[layer].activation
    at = slice(number, number + 1)
    slope = float(slopes(activation, trace.sums[layer][at], trace.outputs[layer][at])[0])
    part = QCoreApplication.translate("Inside", "Of this, {part} comes from this pixel.")
    is_on = bool(trace.outputs[layer][number])
    return [
        said,
        unit_sentence(trace, account, unit),
        *([part.format(part=_product(push * slope * gain))] if is_on else []),
    ]


def unit_sentence(trace: Trace, account: Ledger, unit: tuple[int, int]) -> str:
    """Say of a unit its sum, its output, and what that argues."""
    layer, number = unit
    activation = trace.snapshot.architecture.hidden[layer].activation
    total, output = float(trace.sums[layer][number]), float(trace.outputs[layer][number])
    if activation is Activation.NONE:
        words = QCoreApplication.translate(
            "Inside", "Unit {unit}: sum {sum}, passed on as it is; × {gain} = {share} for {digit}."
        )
    elif output:
        words = QCoreApplication.translate(
            "Inside", "Unit {unit}: sum {sum}, {activation} makes {output} of it; × {gain} = {share} for {digit}."
        )
    else:
        words = QCoreApplication.translate(
            "Inside", "Unit {unit}: sum {sum}, {activation} makes 0 of it: it is off and says nothing."
        )
    return words.format(
        unit=whole(number + 1),
        sum=significant(total),
        activation=activation_names()[activation],
        output=significant(output),
        gain=significant(float(account.gains[layer][number])),
        share=_product(account.units[layer][number]),
        digit=_whom(account),
    )


def pixel_text(trace: Trace, account: Ledger, pixel: int) -> str:
    """Say where a pixel is, how much ink it has, and what it argues."""
    words = QCoreApplication.translate("Inside", "{place}: {grey} of ink, {share} for {digit}")
    share = signed(float(account.pixels[pixel]), logit_places(trace))
    return words.format(**_pixel_values(trace, pixel), share=share, digit=_whom(account))


def overflow_text() -> str:
    """Say why there is no account."""
    return QCoreApplication.translate(
        "Inside", "The weights have grown so large that the numbers overflow: there is nothing to add up."
    )


def lit_text(outputs: Floats, layer: int, activation: str) -> str:
    """Say what a layer's lights are of: its number from 0, its units, how many are on."""
    words = QCoreApplication.translate("Inside", "Hidden layer {layer}: {units} {activation}, {on} not 0")
    return words.format(
        layer=layer + 1, units=whole(len(outputs)), activation=activation, on=whole(int(np.count_nonzero(outputs)))
    )


def _pixel_values(trace: Trace, pixel: int) -> dict[str, str]:
    row, column = divmod(pixel, SIDE)
    place = QCoreApplication.translate("Inside", "Pixel row {row}, column {column}")
    grey = float(trace.image[pixel])
    return {"place": place.format(row=row + 1, column=column + 1), "grey": significant(grey)}


def _whom(account: Ledger) -> str:
    """Return for whom it is argued: "3", or "3 rather than 8"."""
    if account.against is None:
        return str(account.digit)
    words = QCoreApplication.translate("Inside", "{digit} rather than {against}")
    return words.format(digit=account.digit, against=account.against)


def _product(number: float) -> str:
    text = significant(float(number), PRODUCT_DIGITS)
    return text if text.startswith(MINUS) or text == "0" else f"+{text}"
