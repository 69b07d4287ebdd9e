"""Who takes part, who leads, and what serious violence means here."""

import datetime

from compliance.facts import DecisionFacts, DefinitionFacts, HolderFacts, PartnershipFacts
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
    if current is None:
        return dict.fromkeys([(code, "partnership") for code in ("SVD-DEF-01", "SVD-DEF-02", "SVD-DEF-03")], ("NOT_MET", None, 0))
    statuses = {
        "SVD-DEF-01": factors_considered(current),
        "SVD-DEF-02": scope_follows(current),
        "SVD-DEF-03": "NOT_MET" if its_board_could_not(facts, current, on) else agreed(current, decisions_on(facts, current, on), on),
    }
    return {(code, "partnership"): (status, None, 0) for code, status in statuses.items()}


def factors_considered(definition: DefinitionFacts) -> str:
    if any(factor.considered == "no" for factor in definition.factors):
        return "NOT_MET"
    return "MET" if all(factor.considered == "yes" and factor.note for factor in definition.factors) else "CANNOT_TELL"


def scope_follows(definition: DefinitionFacts) -> str:
    if definition.terrorism == "in":
        return "NOT_MET"
    answered = all(kind.answer == "in" or (kind.answer == "out" and definition.scope_reason) for kind in definition.scope)
    return "MET" if answered and definition.terrorism == "out" else "CANNOT_TELL"


def decisions_on(facts: PartnershipFacts, definition: DefinitionFacts, on: datetime.date) -> list[DecisionFacts]:
    """Those by which a board agreed the definition."""
    about_it = [one for one in facts.decisions if (one.about_kind, one.about_pk) == ("localdefinition", definition.pk)]
    return [one for one in about_it if one.outcome in ("agreed", "conditions") and one.day <= on]


def its_board_could_not(facts: PartnershipFacts, definition: DefinitionFacts, on: datetime.date) -> bool:
    """Without a decision on record: did the board that is named meet on the day that is named, and never with a quorum?"""
    if decisions_on(facts, definition, on) or definition.agreed_on is None or definition.agreed_on.earliest != definition.agreed_on.latest:
        return False
    boards = [one for one in facts.boards if one.name.lower() == definition.agreed_by.lower()]
    that_day = [meeting for one in boards for meeting in one.meetings if meeting.day == definition.agreed_on.earliest]
    return that_day != [] and [meeting for meeting in that_day if meeting.quorate is not False] == []


def agreed(definition: DefinitionFacts, decisions: list[DecisionFacts], on: datetime.date) -> str:
    """A board without a quorum decides nothing; one with a quorum says who agreed and when, where the definition does not."""
    if definition.focus_stated == "no" and not definition.focus_note:
        return "NOT_MET"
    quorate = [one.quorate for one in decisions]
    if decisions and True not in quorate:
        return "CANNOT_TELL" if None in quorate else "NOT_MET"
    somebody = definition.agreed_by != "" or True in quorate
    dated = True in quorate if definition.agreed_on is None else surely(definition.agreed_on, lambda day: day <= on)
    return "MET" if somebody and dated and definition.focus_stated else "CANNOT_TELL"
