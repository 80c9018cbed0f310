"""What is written of a unit, where numbers are large, small, or none."""

from dataclasses import replace

import pytest

from digitpad.network.architecture import Activation
from digitpad.network.unit_account import UnitAccount
from digitpad.workspace.wording.inside.unit_texts import captions, digit_captions, share_text, signed, sum_text
from digitpad.workspace.wording.language import speak

USUAL = UnitAccount(3.1236, -0.4001, Activation.RELU, 2.7235, 3, None, 0.31, 0.8443, True)


@pytest.fixture(autouse=True)
def english(qapp: object) -> None:
    speak("en")


def test_a_unit_is_written_out() -> None:
    assert sum_text(USUAL) == "sum 3.124 + bias −0.400 = 2.724 → relu 2.724"
    assert share_text(USUAL) == "2.724 × weight to 3 (+0.3100) = +0.844"
    deep = replace(USUAL, is_direct=False)
    assert share_text(deep) == "2.724 × all ways on to 3 (+0.3100) = +0.844"
    against = replace(USUAL, against=8, way=-0.31, share=-0.8443)
    assert share_text(against) == "2.724 × (weight to 3, minus that to 8: −0.3100) = −0.844"


def test_a_unit_without_an_activation_passes_its_sum_on() -> None:
    account = replace(USUAL, activation=Activation.NONE)
    assert sum_text(account) == "sum 3.124 + bias −0.400 = 2.724, passed on as it is"


def test_the_sum_takes_up_the_rounding_of_the_others() -> None:
    account = replace(USUAL, products=3.12349, bias=-0.40049, output=2.723)  # 2.723, though 3.123 − 0.400
    assert sum_text(account) == "sum 3.123 + bias −0.400 = 2.723 → relu 2.723"
    account = replace(USUAL, products=3.12341, bias=-0.40061, output=2.7228)  # 3.123 − 0.401 would be 2.722
    assert sum_text(account) == "sum 3.124 + bias −0.401 = 2.723 → relu 2.723"


def test_a_unit_that_is_off_has_no_share() -> None:
    off = replace(USUAL, products=-3.0, output=0.0, share=0.0)
    assert share_text(off) == "0.00 × weight to 3 (+0.3100) = 0"
    nothing = replace(off, way=None, is_direct=False)
    assert share_text(nothing) == "Nothing comes out of it: no share in the logit of 3."


def test_a_product_is_not_written_more_exactly_than_its_factors() -> None:
    faint = replace(USUAL, products=1.2e-8, bias=0.0, output=1.2e-8, share=3.72e-9)
    assert share_text(faint) == "0.000000 × weight to 3 (+0.3100) = 0"


def test_a_digit_s_own_sum_is_its_logit() -> None:
    own = UnitAccount(4.277, 0.05, None, 4.327, 4, None, None, 4.327, True)
    assert sum_text(own) == "sum 4.277 + bias 0.050 = 4.327, the logit of 4"
    assert share_text(own) == ""


@pytest.mark.parametrize(("number", "sign"), [(float("nan"), "NaN"), (float("inf"), "∞"), (1e30, "10³⁰")])
def test_what_has_overflowed_is_written_as_what_it_is(number: float, sign: str) -> None:
    account = replace(USUAL, products=number, output=number, share=number)
    for text in (sum_text(account), share_text(account)):
        assert sign in text
        assert len(text) < 80


def test_captions_are_short() -> None:
    assert captions([2.149, -0.0312, 0.0], with_sign=True) == ["+2.1", "−0.031", "0"]
    assert captions([2.149], with_sign=False) == ["2.1"]
    assert digit_captions(None)[7] == "7"
    assert digit_captions([float(digit) for digit in range(10)])[7] == "7: 7.0"
    assert signed(0.0) == "0"
