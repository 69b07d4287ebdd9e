"""SafetyNet's board as part 2 of the appendix lists it: the chair and 54 places, 38 of them with a vote."""

from compliance.examples import waltham_forest_texts as texts
from compliance.examples.loading import Example
from compliance.examples.seats import REPRESENTATIVE, Places, add_board, add_seats
from compliance.examples.waltham_forest_texts import para
from partnerships.models import Organisation
from partnerships.models.board import MeetingRule, Month, QuorumBase, SeatKind

CHAIR = Places("", ("Corporate Director of Community Safety and Resilience",), SeatKind.CHAIR)
VOTING = [
    Places(
        "London Borough of Waltham Forest",
        (
            "Strategic Director of Neighbourhoods and Environment",
            "Assistant Director Youth and Family Resilience (youth justice service)",
            "Assistant Director for Housing",
            "Assistant Director for Community Safety and Programmes",
            "Assistant Director, Multi-Agency Safeguarding Hub (MASH), Safeguarding and Family Support",
            "Senior Communications Officer",
            "Strategic Director of Families",
            "Director of Public Health",
            "Director of Early Help and Prevention",
            "Director of Children's Social Care",
            "Assistant Director for Early Help Delivery",
            "Assistant Director of Enforcement and Safety",
            "Head of Violence Reduction and Community Safety Programmes",
            "Youth Engagement Principal Officer",
            "Director of Education",
            "Assistant Director of Post 16 and Operations",
            "Assistant Director for Quality Assurance and Principal Reviewing Officer",
            "Assistant Director for Adults' Care and Quality Standards",
            "Head of Strategic Partnerships",
            "Head of Service, Settings and Workforce Safeguarding",
            "Antisocial Behaviour (ASB) Team Manager",
            "Head of Service for Adult Social Care",
        ),
    ),
    Places(
        "Metropolitan Police",
        (
            "Borough Commander",
            "Detective Superintendent (CID)",
            "Superintendent and Inspector (Neighbourhoods)",
            "Detective Chief Inspector (Gangs and Proactive Policing)",
        ),
    ),
    Places(
        "NHS North East London Integrated Care Board",
        (
            "Associate Director of Safeguarding (Barts Health)",
            "Think Families Lead Nurse (Whipps Cross)",
            "Associate Director for Safeguarding Children (NHS North East London Health and Care Partnership)",
            "Professional Safeguarding Children (NELFT)",
            "Named Professional, Safeguarding Adults (NELFT)",
            "Mental Health Clinical Lead, named GP for safeguarding children and adults",
            "Designated Nurse for Safeguarding Children",
            "Designated Nurse for Safeguarding Adults",
            "Integrated Commissioning Manager",
        ),
    ),
    Places("London Fire Brigade", ("Borough Commander",)),
    Places("London Probation Service", ("Assistant Chief Officer, Waltham Forest",)),
    Places("HMP Pentonville", (REPRESENTATIVE,)),
]
ATTENDING = [
    *(Places(name, (REPRESENTATIVE,), SeatKind.NON_VOTING) for name in texts.YOUNG_PEOPLE),
    Places(
        "",
        ("Head teacher, special school and alternative provision", "Head teacher, secondary school", "College principal"),
        SeatKind.NON_VOTING,
    ),
    *(Places(name, (REPRESENTATIVE,), SeatKind.NON_VOTING) for name in texts.VOLUNTARY),
    Places("", ("Cabinet Member for Community Safety", "Cabinet Member for Children"), SeatKind.NON_VOTING),
]
YEAR = {"year_begins": Month.APRIL}


def add(example: Example, bodies: dict[str, Organisation]) -> None:
    """The board with its rule and its places, and the two sub-groups."""
    source = para("part 2")
    board = add_board(
        example,
        source,
        name="SafetyNet",
        leads=True,
        terms=texts.TERMS,
        meets=MeetingRule.TIMES_A_YEAR,
        times_a_year=4,
        quorum_words=texts.QUORUM,
        quorum_part=1,
        quorum_whole=4,
        quorum_of=QuorumBase.ALL,
        quorum_chair=True,
        note=texts.BOARD_NOTE,
        **YEAR,
    )
    add_seats(example, board, [CHAIR, *VOTING, *ATTENDING], bodies, source)
    for name in texts.SUB_GROUPS:
        add_board(example, source, name=name, parent=board, note=texts.SUB_GROUP_NOTE, **YEAR)
