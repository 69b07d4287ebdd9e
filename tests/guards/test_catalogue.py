"""The catalogue of requirements keeps its promises: codes unique for ever, each with its law, its sentence and its tests."""

import re
from pathlib import Path

import pytest
from django.urls import get_resolver

from compliance import requirements
from compliance.addresses import RECORD_ROUTES
from compliance.facts import DeadlineFacts
from compliance.models import DeadlineSetting
from compliance.requirements import CATALOGUE
from compliance.requirements.requirement import Requirement

TESTS = Path(__file__).parents[1] / "compliance"
RULES = Path(requirements.__file__).parent

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
    "SVD-IMP-01",
    "SVD-REV-01",
    "SVD-REV-02",
    "SVD-REV-03",
    "SVD-IMP-02",
    "SVD-INFO-01",
    "SVD-LPB-01",
    "SVD-CSP-01",
    "SVD-SCRU-01",
    "SVD-SCRU-02",
    "SVD-FUND-01",
    "SVD-FUND-02",
    "SVD-MON-01",
    "SVD-MON-02",
    "SVD-MON-03",
    "SVD-MON-04",
    "SVD-OWHR-01",
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
    windows = {"DL-01": 90, "DL-02": 28, "DL-03": 7, "DL-04": 14, "DL-05": 90, "DL-06": 90, "DL-07": 30, "DL-08": 30, "DL-09": 60}
    windows |= {"DL-11": 60, "DL-12": 30, "DL-13": 60, "DL-14": 7, "DL-15": 14, "DL-16": 30, "DL-17": 7}
    assert {code: rows[code].window_days for code in windows} == windows
    assert {code: row.target_days for code, row in rows.items() if row.target_days} == {"DL-02": 28, "DL-15": 30, "DL-17": 28}


def test_every_next_step_and_every_record_a_finding_names_leads_to_a_page() -> None:
    rules = "".join(path.read_text() for path in RULES.glob("*.py"))
    named = set(re.findall(r'NextStep\(\s*"[^"]+",\s*"(\w+)"', rules)) | set(RECORD_ROUTES.values())
    assert {"progress_add", "reading_add", "scrutinyreport_reply"} <= named
    there = {str(name) for name in get_resolver().reverse_dict if isinstance(name, str)}
    assert named - there == set()
    kinds = set(re.findall(r'RecordRef\(\s*"(\w+)"', rules))
    assert kinds - RECORD_ROUTES.keys() == set()
