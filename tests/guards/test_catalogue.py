"""The catalogue of requirements keeps its promises: codes unique for ever, each with its law, its sentence and its tests."""

import re
from pathlib import Path

import pytest

from compliance.facts import DeadlineFacts
from compliance.models import DeadlineSetting
from compliance.requirements import CATALOGUE
from compliance.requirements.requirement import Requirement

TESTS = Path(__file__).parents[1] / "compliance"

# Every code ever given, in the order of the catalogue. A code is added here once and never taken away or used for another duty.
CODES = [
    "SVD-PART-01",
    "SVD-PART-02",
    "SVD-PART-03",
    "SVD-PART-04",
    "SVD-PART-05",
    "SVD-DEF-01",
    "SVD-DEF-02",
    "SVD-DEF-03",
    "SVD-SNA-01",
    "SVD-SNA-02",
    "SVD-SNA-03",
    "SVD-CONS-01",
    "SVD-CONS-02",
    "SVD-CONS-03",
    "SVD-CONS-04",
    "SVD-STR-01",
    "SVD-STR-02",
    "SVD-STR-03",
    "SVD-STR-04",
    "SVD-STR-05",
    "SVD-PUB-01",
    "SVD-PUB-02",
    "SVD-PUB-03",
    "SVD-PUB-04",
    "SVD-PUB-05",
    "SVD-REV-01",
    "SVD-REV-02",
    "SVD-REV-03",
    "SVD-IMP-02",
    "SVD-INFO-01",
    "SVD-LPB-01",
]


def test_codes_are_those_ever_given_each_once() -> None:
    assert [requirement.code for requirement in CATALOGUE] == CODES


@pytest.mark.parametrize("requirement", CATALOGUE, ids=lambda requirement: requirement.code)
def test_a_requirement_says_its_duty_its_law_and_its_evidence(requirement: Requirement) -> None:
    assert requirement.plain.endswith(".")
    assert len(requirement.plain) > 40
    assert requirement.evidence.endswith(".")
    assert re.search(r"s\.\d|reg|[Gg]uidance|own rules", requirement.citation)
    assert requirement.rule.__doc__


@pytest.mark.parametrize("requirement", CATALOGUE, ids=lambda requirement: requirement.code)
def test_a_requirement_is_named_in_the_engines_tests(requirement: Requirement) -> None:
    named = [path.name for path in TESTS.glob("test_*.py") if requirement.code in path.read_text()]
    assert named


@pytest.mark.django_db
def test_windows_and_targets_are_those_of_the_rules() -> None:
    rows = {row.code: DeadlineFacts(row.code, row.window_days, row.target_days) for row in DeadlineSetting.objects.all()}
    windows = {"DL-01": 90, "DL-02": 28, "DL-03": 7, "DL-06": 90, "DL-14": 7}
    assert {code: rows[code].window_days for code in windows} == windows
    assert rows["DL-02"].target_days == 28
    assert rows["DL-01"].target_days is None
