"""Numbers beside sums: digits, decimals, powers of ten, in both languages."""

import math
from collections.abc import Iterator

import pytest

from digitpad.workspace.wording.acts.figures import (
    common_places,
    exponential,
    fixed,
    float32_places,
    places_for,
    significant,
    trimmed,
)
from digitpad.workspace.wording.language import speak


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    speak("en")
    yield
    speak("en")


@pytest.mark.parametrize(
    ("number", "digits", "text"),
    [
        (0.0312, 3, "0.0312"),
        (0.84, 4, "0.8400"),
        (2.189, 3, "2.19"),
        (9.999, 3, "10.0"),
        (-0.5, 3, "−0.500"),
        (3.07e-7, 3, "3.07·10⁻⁷"),
        (9.999e-5, 3, "0.000100"),
        (0.0001, 3, "0.000100"),
        (123456.0, 3, "123456"),
        (1.5e12, 3, "1.50·10¹²"),
        (-2.5e-30, 2, "−2.5·10⁻³⁰"),
        (0.0, 3, "0"),
        (math.inf, 3, "∞"),
        (-math.inf, 3, "−∞"),
        (math.nan, 3, "NaN"),
    ],
)
def test_significant_digits(number: float, digits: int, text: str) -> None:
    assert significant(number, digits) == text


def test_vietnamese_has_decimal_commas() -> None:
    speak("vi")
    assert significant(0.0312) == "0,0312"
    assert significant(3.07e-7) == "3,07·10⁻⁷"
    assert fixed(-1234.5, 2) == "−1234,50", "no groups: a point would be taken for a decimal one"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0.001, "0.001"),
        (float.fromhex("0x1.0624de0000000p-10"), "0.001"),
        (0.1, "0.1"),
        (1.0, "1"),
        (0.00312345, "0.00312345"),
        (1e-5, "0.00001"),
        (2.5e-9, "2.5·10⁻⁹"),
        (1e10, "1·10¹⁰"),
    ],
)
def test_what_somebody_chose_has_no_zeros_at_its_end(number: float, text: str) -> None:
    assert trimmed(number) == text


def test_a_negative_number_that_rounds_to_nothing_has_no_sign() -> None:
    assert fixed(-0.0001, 2) == "0.00"


@pytest.mark.parametrize(
    ("logarithm", "text"),
    [
        (math.log(0.25), "0.2500"),
        (math.log(3.07e-7), "3.070·10⁻⁷"),
        (-2000.0, "2.577·10⁻⁸⁶⁹"),
        (math.log(0.99999e-9), "1.000·10⁻⁹"),
        (-math.inf, "0"),
    ],
)
def test_powers_of_e_however_small(logarithm: float, text: str) -> None:
    assert exponential(logarithm, 4) == text


@pytest.mark.parametrize(
    ("number", "places"), [(0.00084, 6), (8.4, 2), (1234.0, 0), (0.0, 2), (1e-30, 12), (math.nan, 2)]
)
def test_how_many_decimals_three_digits_take(number: float, places: int) -> None:
    assert places_for(number, 3, least=0 if number > 1 else 2) == places


def test_float32_cannot_tell_more_decimals_apart() -> None:
    assert float32_places(0.0312) == 8
    assert float32_places(1.0) == 6
    assert float32_places(1e9) == 0


@pytest.mark.parametrize(
    ("largest", "texts"),
    [
        (999_949.0, ["999949.00", "0.12", "−3.00"]),
        (8_406_070_272.0, ["8.406·10⁹", "0.000·10⁹", "−0.000·10⁹"]),
        (-1.5534e22, ["−1.553·10²²", "0.000·10²²", "0.000·10²²"]),
        (0.0, ["0.00", "0.12", "−3.00"]),
        (math.inf, ["∞", "0.12", "−3.00"]),
    ],
)
def test_millions_have_a_power_of_ten_in_common(largest: float, texts: list[str]) -> None:
    places = common_places(largest, 2)
    assert [fixed(number, places) for number in (largest, 0.123, -3.0)] == [
        text.replace("−0.000", "0.000") for text in texts
    ]
