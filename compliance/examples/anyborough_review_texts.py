"""What was said and asked about Anyborough's revised strategy, in words made up for training."""

import dataclasses

from compliance.examples.anyborough_texts import HOW_WE_KNOW
from strategies.models.comment import Answer
from strategies.models.round import Choice

COORDINATOR = "coordinator"
CHAIR = "Cabinet Member for Communities"
PROTECTION = "Director of Public Protection"
COMMUNITIES = "Director of Communities"
HEALTH = "Director of Public Health"
POLICE = "District Commander, Anyborough"
SUPERINTENDENT = "Partnership Superintendent"  # stands in for the commander
YOUTH = "Head of Youth Justice"
FIRE = "Area Manager, Prevention"
COLLEGE = "Vice Principal"
COMMISSIONING = "Head of Commissioning"
HEALTH_CHAIR = "Chair of the Health and Wellbeing Board"
HOSPITAL = "Chief Executive, Anyford Hospital"
# Post -> the first part of the address to sign in with. Probation's member has no account yet, and so cannot answer.
MEMBERS = {
    CHAIR: "chair",
    COMMUNITIES: "communities",
    HEALTH: "public-health",
    POLICE: "police-commander",
    SUPERINTENDENT: "police-superintendent",
    YOUTH: "youth-justice",
    FIRE: "fire",
    COLLEGE: "college",
    COMMISSIONING: "commissioning",
    HEALTH_CHAIR: "health-chair",
    HOSPITAL: "hospital",
}

ASKED = """\
The board is asked to approve version 2 of the strategy for publication. It is version 1 with what the board asked for when it approved \
that: the other plans are named, the schools' number has hours, and the young people's panel has a measure of its own. Schools are \
being asked again until two days before your answers are due, and what they say comes to you as it arrives."""
RECOMMENDATIONS = """\
Approve version 2 for publication in place of version 1
Have the easy read form made before it is published
Look again at the panel's measure at the next yearly review"""
ASKED_TO_COMMENT = """\
The Health and Wellbeing Board is asked what it thinks of version 2, above all of the part of the integrated care board. The \
partnership's own board decides."""
DEPUTYS_AUTHORITY = "Standing letter to the board"


@dataclasses.dataclass(frozen=True)
class Given:
    """An answer in a round. `days`: how many days ago. `deputy`: the post that gave it in the member's place."""

    post: str
    choice: Choice
    days: int
    words: str = ""
    deputy: str = ""


BOARD_SAID = [
    Given(COMMUNITIES, Choice.APPROVE, 3),
    Given(
        HEALTH,
        Choice.CONDITIONS,
        3,
        "That the hospital figures for under-18s, which are complete now, go into the section on the evidence before it is published.",
    ),
    Given(POLICE, Choice.APPROVE, 2, deputy=SUPERINTENDENT),
    Given(
        YOUTH,
        Choice.SEND_BACK,
        2,
        "The panel's measure has no figure to start from and nobody who counts it. Say who rings back, who counts, and from when; then I "
        "can approve it.",
    ),
    Given(COLLEGE, Choice.APPROVE, 1, "Without a vote, but with pleasure: the hours are what we asked for."),
    Given(COMMISSIONING, Choice.INTEREST, 1, "My office pays for the mentoring scheme that the strategy extends."),
]
HEALTH_SAID = [
    Given(HEALTH_CHAIR, Choice.APPROVE, 3),
    Given(HEALTH, Choice.APPROVE, 3),
    Given(HOSPITAL, Choice.CONDITIONS, 2, "Name the two navigators' hours; evenings are when they are needed."),
]
HEALTH_CLOSED = "All three had answered."


@dataclasses.dataclass(frozen=True)
class Said:
    """A comment. `days`: how many days ago it was made; `answered`: how many days ago it had its answer."""

    version: int
    heading: str
    quote: str
    by: str
    days: int
    text: str
    answer: str = ""
    reason: str = ""
    answered: int = 0
    replies: tuple[tuple[str, int, str], ...] = ()


COMMENTS = [
    Said(
        1,
        "Schools, colleges and the secure estate",
        "The county council will provide that one number.",
        COLLEGE,
        8,
        "From when, and at what hours? Our staff ask us every week.",
        Answer.ACCEPTED,
        "Version 2 gives the hours. The number has been answered since the start of term.",
        7,
    ),
    Said(
        1,
        "Measuring progress and review",
        "The last is asked in schools each spring.",
        PROTECTION,
        8,
        "One question a year is thin. Could the young people's panel propose a second?",
        Answer.ACCEPTED,
        "It has: how long it takes until somebody calls back. It stands in version 2.",
        7,
    ),
    Said(
        1,
        "Money and resources",
        "The board therefore keeps a list of what would stop first if a grant ended",
        COMMISSIONING,
        7,
        "Publish that list with the strategy.",
        Answer.NOT_ACCEPTED,
        "People's posts are on it. They would read of them here before anybody had spoken to them. The board sees it at each meeting.",
        7,
    ),
    Said(
        2,
        "What each body will do",
        "use stop and search fairly and openly",
        YOUTH,
        6,
        "Let the panel see these figures too, ward by ward.",
        Answer.PARTLY,
        "The panel sees what the board sees. Figures by ward are too small: a person could be recognised.",
        5,
        ((POLICE, 6, "Ward figures would point at single people here. For the whole district we gladly bring them."),),
    ),
    Said(
        2,
        "Communities and young people",
        "They are paid for their time.",
        YOUTH,
        6,
        "Fares too. Two of them come by bus from the villages.",
        Answer.ACCEPTED,
        "The working draft says so now, and the next version will.",
        5,
    ),
    Said(2, "", "", COMMUNITIES, 6, "Clearer than version 1, and no longer. Thank you.", Answer.ACCEPTED, "Nothing to change.", 5),
    Said(
        2,
        "What the evidence shows",
        "Hospital figures for under-18s arrived late and are weaker than we would like.",
        HEALTH,
        3,
        "They are complete now. Can this be brought up to date before publication?",
        replies=((COORDINATOR, 2, "The analyst has them and is checking the hours of arrival. I will answer when I know by which day."),),
    ),
    Said(
        2,
        HOW_WE_KNOW,
        "how long it takes until somebody calls back",
        YOUTH,
        2,
        "Who counts this, and from when? My decision says the same.",
    ),
]
