"""What a report is made from, as one plain object: it can be sealed, kept, and set in type again."""

import dataclasses
import datetime
import enum
import hashlib
import json
from decimal import Decimal
from typing import Any

from compliance.facts import PartnershipFacts
from compliance.finding import Finding
from compliance.report.the_delivery import TheDelivery
from compliance.report.the_drafting import TheDrafting
from compliance.report.the_year import TheYear
from svduty.vague_dates import VagueDate


@dataclasses.dataclass(frozen=True)
class EvidenceItem:
    """`dated` is the document's own date; `added_on` the day it was put here. Either a file with its SHA-256, or a link."""

    code: str
    title: str
    dated: VagueDate
    added_on: datetime.date
    note: str
    file_name: str
    sha256: str
    link: str


@dataclasses.dataclass(frozen=True)
class ResponseItem:
    code: str
    text: str
    dated: VagueDate
    by: str


@dataclasses.dataclass(frozen=True)
class WordingItem:
    """Words in force instead of the catalogue's; an empty `plain` leaves the catalogue's."""

    code: str
    plain: str
    paragraph: str


@dataclasses.dataclass(frozen=True)
class Detail:
    """What a record says beyond its facts: a minute, an address, a hash. `kind` and `pk` name the record as a finding does."""

    kind: str
    pk: int
    text: str


@dataclasses.dataclass(frozen=True)
class ReportSource:
    """Facts and findings as at a day and what stands beside them. `about`: where the records come from, in the partnership's words."""

    as_at: datetime.date
    law_as_at: str
    catalogue_version: int
    invented: bool
    from_papers: bool
    about: str
    facts: PartnershipFacts
    findings: tuple[Finding, ...]
    evidence: tuple[EvidenceItem, ...] = ()
    responses: tuple[ResponseItem, ...] = ()
    wordings: tuple[WordingItem, ...] = ()
    details: tuple[Detail, ...] = ()
    year: TheYear = dataclasses.field(default_factory=TheYear)
    drafting: TheDrafting = dataclasses.field(default_factory=TheDrafting)
    delivery: TheDelivery = dataclasses.field(default_factory=TheDelivery)

    def detail(self, kind: str, pk: int) -> str:
        """What the record says beyond its facts, or nothing."""
        return next((detail.text for detail in self.details if (detail.kind, detail.pk) == (kind, pk)), "")

    def facts_json(self) -> dict[str, Any]:
        """Everything but the findings."""
        return {field.name: _plain(getattr(self, field.name)) for field in dataclasses.fields(self) if field.name != "findings"}

    def findings_json(self) -> list[dict[str, Any]]:
        return [_plain(finding) for finding in self.findings]

    @property
    def seal(self) -> str:
        return seal_of(self.facts_json(), self.findings_json())


def sealed_text(facts: dict[str, Any], findings: list[dict[str, Any]]) -> str:
    """Facts and findings as JSON with sorted keys: the same from the database as when the report was made."""
    return json.dumps([facts, findings], sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def seal_of(facts: dict[str, Any], findings: list[dict[str, Any]]) -> str:
    """SHA-256, in hexadecimal, of the sealed text in UTF-8."""
    return hashlib.sha256(sealed_text(facts, findings).encode()).hexdigest()


def short_seal(seal: str) -> str:
    """`9F2C 41A7 D05E 77B1`: as much of it as a person compares by eye."""
    return " ".join(seal[at : at + 4].upper() for at in range(0, 16, 4))


def _plain(value: Any) -> Any:
    """Only what JSON knows: dates in ISO 8601, vague dates in EDTF, pounds with their pence as text, dataclasses as objects."""
    if isinstance(value, VagueDate):
        return value.edtf
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
