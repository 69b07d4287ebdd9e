"""From the database to facts, for one or four hundred partnerships in the same number of queries."""

from collections.abc import Iterable, Mapping
from typing import Any

from compliance.facts import (
    AreaFacts,
    AuthorityTypeFacts,
    DeadlineFacts,
    DefinitionFacts,
    ElementFacts,
    FactorFacts,
    HolderFacts,
    LeadFacts,
    PartnershipFacts,
    ScopeFacts,
)
from compliance.load_assessments import assessments_of, numbers_of
from compliance.load_delivery import actions_of, measures_of, risks_of, training_of
from compliance.load_governance import boards_of, collaboration_of, decisions_of, policing_requests_of, sharing_of
from compliance.load_money import regional_plans_of, streams_of
from compliance.load_rows import grouped
from compliance.load_scrutiny import (
    homicides_of,
    partnership_plans_of,
    policing_contacts_of,
    scrutiny_meetings_of,
    scrutiny_reports_of,
    statements_of,
)
from compliance.load_strategies import strategies_of
from compliance.models import DeadlineSetting
from partnerships.models import AuthorityType, DutyHolder, LeadAgreement, LocalDefinition, Partnership, PartnershipArea
from strategies.models import ContentsElement


def load_facts(partnerships: Iterable[Partnership]) -> list[PartnershipFacts]:
    """The facts of each partnership, in the order given. Withdrawn records are left out. Forty-five queries, and one more where
    homicide reviews are in force, however many there are."""
    chosen = list(partnerships)
    ids = [partnership.pk for partnership in chosen]
    types = tuple(
        AuthorityTypeFacts(row.code, row.name, row.standing, row.needed_in, row.starts, row.ends) for row in AuthorityType.objects.all()
    )
    deadlines = tuple(DeadlineFacts(row.code, row.window_days, row.target_days) for row in DeadlineSetting.objects.all())
    areas = grouped(_areas(ids), lambda row: row.partnership_id, _area)
    holders = _holders(ids)
    leads = grouped(LeadAgreement.objects.filter(partnership__in=ids).select_related("organisation"), lambda row: row.partnership_id, _lead)
    definitions = grouped(
        LocalDefinition.objects.filter(partnership__in=ids, withdrawn_on__isnull=True), lambda row: row.partnership_id, _definition
    )
    elements = tuple(ElementFacts(row.code, row.name) for row in ContentsElement.objects.all())
    strategies = strategies_of(ids)
    assessments = assessments_of(ids)
    numbers = numbers_of(ids)
    boards, decisions, sharing = boards_of(ids), decisions_of(ids), sharing_of(ids)
    policing_requests, collaboration = policing_requests_of(ids), collaboration_of(ids)
    carried_out: dict[str, Mapping[int, Any]] = {
        "policing_contacts": policing_contacts_of(ids),
        "actions": actions_of(ids),
        "measures": measures_of(ids),
        "risks": risks_of(ids),
        "training": training_of(ids),
        "streams": streams_of(ids),
        "regional_plans": regional_plans_of(ids),
        "scrutiny_meetings": scrutiny_meetings_of(ids),
        "scrutiny_reports": scrutiny_reports_of(ids),
        "partnership_plans": partnership_plans_of(ids),
        "statements": statements_of(ids),
        "homicides": homicides_of([partnership.pk for partnership in chosen if partnership.homicide_reviews]),
    }
    return [
        PartnershipFacts(
            pk=partnership.pk,
            slug=partnership.slug,
            name=partnership.name,
            records_from=partnership.records_from,
            records_to=partnership.records_to,
            authority_types=types,
            deadlines=deadlines,
            areas=areas[partnership.pk],
            holders=holders[partnership.pk],
            leads=leads[partnership.pk],
            definitions=definitions[partnership.pk],
            strategies=strategies[partnership.pk],
            assessments=assessments[partnership.pk],
            numbers=numbers[partnership.pk],
            elements=elements,
            not_in_papers=tuple(partnership.not_in_papers),
            boards=boards[partnership.pk],
            decisions=decisions[partnership.pk],
            sharing=sharing[partnership.pk],
            policing_requests=policing_requests[partnership.pk],
            collaboration=collaboration[partnership.pk],
            homicide_reviews=partnership.homicide_reviews,
            **{name: of[partnership.pk] for name, of in carried_out.items()},
        )
        for partnership in chosen
    ]


def _areas(ids: list[int]) -> Iterable[PartnershipArea]:
    return PartnershipArea.objects.filter(partnership__in=ids).select_related("area")


def _area(row: PartnershipArea) -> AreaFacts:
    area = row.area
    return AreaFacts(area.pk, area.name, area.in_wales, area.two_tier, area.starts, area.ends, row.pk, row.starts, row.ends)


def _holders(ids: list[int]) -> dict[int, tuple[HolderFacts, ...]]:
    wanted = ("pk", "organisation", "organisation__name", "capacity__code", "area", "senior_lead", "starts", "ends")
    rows = DutyHolder.objects.filter(partnership__in=ids).values_list("partnership", *wanted)
    return grouped(rows, lambda row: row[0], lambda row: HolderFacts(*row[1:]))


def _lead(row: LeadAgreement) -> LeadFacts:
    return LeadFacts(row.pk, row.organisation.name, row.agreed_on, row.reference, row.ends)


def _definition(row: LocalDefinition) -> DefinitionFacts:
    factors = (
        FactorFacts("the maximum penalty", row.penalty, row.penalty_note),
        FactorFacts("the impact on victims", row.victim, row.victim_note),
        FactorFacts("the prevalence in the area", row.prevalence, row.prevalence_note),
        FactorFacts("the impact on the community", row.community, row.community_note),
    )
    scope = (
        ScopeFacts("domestic abuse", row.domestic_abuse),
        ScopeFacts("sexual offences", row.sexual_offences),
        ScopeFacts("violence against property", row.property_violence),
        ScopeFacts("threats of violence", row.threats),
    )
    return DefinitionFacts(
        pk=row.pk,
        number=row.number,
        wording=row.wording,
        factors=factors,
        scope=scope,
        terrorism=row.terrorism,
        scope_reason=row.scope_reason,
        focus_stated=row.focus_stated,
        focus_note=row.focus_note,
        agreed_by=row.agreed_by,
        agreed_on=row.agreed_on,
    )
