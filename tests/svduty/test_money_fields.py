"""Amounts and financial years as people type them: read exactly, or refused with a sentence that says what to do."""

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from svduty import clock
from svduty.editing.financial_year import FinancialYearField
from svduty.editing.money import MOST, MoneyField, parse_money, say_money


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1,234.56", "1234.56"),
        ("£1234.56", "1234.56"),
        (" 1 234.5 ", "1234.50"),
        ("£ 1\u00a0234", "1234.00"),
        (".01", "0.01"),
        ("100.", "100.00"),
        ("392,139.870", "392139.87"),
        ("0000000000012.00", "12.00"),
        ("999,999,999.99", "999999999.99"),
    ],
)
def test_an_amount_is_read_as_a_person_writes_it(typed: str, amount: str):
    assert str(parse_money(typed)) == amount


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("-5", "less than 0"),
        ("£-5", "less than 0"),
        ("-£5", "less than 0"),
        ("\u22125", "less than 0"),
        ("(5.00)", "less than 0"),
        ("0", "above 0"),
        ("0.00", "above 0"),
        ("0.001", "more than two figures"),
        ("1.234", "more than two figures"),
        ("1,000,000,000", "999,999,999.99"),
        ("999999999999999999999999", "999,999,999.99"),
        ("12,34.50", "not an amount"),
        ("ten pounds", "not an amount"),
        ("1e5", "not an amount"),
        ("1.5k", "not an amount"),
        ("NaN", "not an amount"),
        ("Infinity", "not an amount"),
        ("\u0661\u0662", "not an amount"),
        ("1.000,50", "not an amount"),
        ("0x10", "not an amount"),
        ("=1+1", "not an amount"),
        ("££5", "not an amount"),
        ("12 34", "not an amount"),
    ],
)
def test_what_is_no_amount_is_refused_with_what_to_do(typed: str, says: str):
    with pytest.raises(ValidationError, match=says):
        MoneyField().clean(typed)


@given(st.decimals(Decimal("0.01"), MOST, places=2))
def test_every_amount_survives_being_shown_and_typed_again(amount: Decimal):
    shown = MoneyField().prepare_value(amount)
    assert shown == say_money(amount)
    assert MoneyField().clean(shown) == amount


def test_an_empty_box_that_may_be_empty_is_nothing():
    assert MoneyField(required=False).clean("  ") is None


def test_a_financial_year_is_chosen_by_its_name(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(clock, "today", lambda: datetime.date(2027, 3, 31))
    field = FinancialYearField()
    assert ("2026", "2026/27") in list(field.choices)
    assert ("2011", "2011/12") not in list(field.choices)
    assert [field.clean(typed) for typed in ("2026", "2026/27", "2026-27", "2011/12")] == [2026, 2026, 2026, 2011]
    field.offer(2011)
    assert ("2011", "2011/12") in list(field.choices)


@pytest.mark.parametrize("typed", ["26/27", "2026/28", "1066", "9999", "next", "2026/27/28", "\u0662\u0660\u0662\u0666"])
def test_what_is_no_financial_year_is_refused(typed: str):
    with pytest.raises(ValidationError, match="for example 2026/27"):
        FinancialYearField().clean(typed)
