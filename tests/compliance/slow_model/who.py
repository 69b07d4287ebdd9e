"""Who takes part, who leads, and what serious violence means here."""

import datetime

from compliance.facts import DefinitionFacts, HolderFacts, PartnershipFacts
from tests.compliance.slow_model.days import Answer, possibly, stands, surely, surely_stands
from tests.compliance.slow_model.versions import areas_on


def taking_part(facts: PartnershipFacts, on: datetime.date) -> dict[tuple[str, str], Answer]:
    found: dict[tuple[str, str], Answer] = {}
    for area in areas_on(facts, on):
        statuses = []
        for kind in facts.authority_types:
            needed = kind.needed_in == "every" or (kind.needed_in == "two-tier" and area.two_tier)
            if kind.standing == "specified" and needed and stands(kind.starts, kind.ends, on):
                statuses.append(represented([one for one in facts.holders if one.capacity == kind.code and one.area_pk == area.pk], on))
        status = next((worst for worst in ("NOT_MET", "CANNOT_TELL") if worst in statuses), "MET")
        # Where nobody was a specified authority yet, nobody could be missing.
        found["SVD-PART-01", f"area:{area.pk}"] = (status if statuses else "NOT_APPLICABLE", None, 0)
    if not areas_on(facts, on):
        found["SVD-PART-01", "partnership"] = ("CANNOT_TELL", None, 0)
    found["SVD-PART-03", "partnership"] = (leading(facts, on), None, 0)
    return found


def represented(holders: list[HolderFacts], on: datetime.date) -> str:
    there = [one for one in holders if stands(one.starts, one.ends, on)]
    if not there:
        return "NOT_MET"
    return "MET" if any(one.senior_lead and surely_stands(one.starts, one.ends, on) for one in there) else "CANNOT_TELL"


def leading(facts: PartnershipFacts, on: datetime.date) -> str:
    there = [lead for lead in facts.leads if stands(lead.agreed_on, lead.ends, on)]
    if not there:
        return "NOT_MET"
    return "MET" if any(surely_stands(lead.agreed_on, lead.ends, on) for lead in there) else "CANNOT_TELL"


# What serious violence means here


def defining(facts: PartnershipFacts, on: datetime.date) -> dict[tuple[str, str], Answer]:
    there = [one for one in facts.definitions if one.agreed_on is None or possibly(one.agreed_on, lambda day: day <= on)]
    current = max(there, key=lambda one: one.number) if there else None
    rules = {"SVD-DEF-01": factors_considered, "SVD-DEF-02": scope_follows, "SVD-DEF-03": agreed}
    return {(code, "partnership"): ("NOT_MET" if current is None else rule(current, on), None, 0) for code, rule in rules.items()}


def factors_considered(definition: DefinitionFacts, on: datetime.date) -> str:
    if any(factor.considered == "no" for factor in definition.factors):
        return "NOT_MET"
    return "MET" if all(factor.considered == "yes" and factor.note for factor in definition.factors) else "CANNOT_TELL"


def scope_follows(definition: DefinitionFacts, on: datetime.date) -> str:
    if definition.terrorism == "in":
        return "NOT_MET"
    answered = all(kind.answer == "in" or (kind.answer == "out" and definition.scope_reason) for kind in definition.scope)
    return "MET" if answered and definition.terrorism == "out" else "CANNOT_TELL"


def agreed(definition: DefinitionFacts, on: datetime.date) -> str:
    if definition.focus_stated == "no" and not definition.focus_note:
        return "NOT_MET"
    dated = definition.agreed_on is not None and surely(definition.agreed_on, lambda day: day <= on)
    return "MET" if definition.agreed_by and dated and definition.focus_stated else "CANNOT_TELL"
