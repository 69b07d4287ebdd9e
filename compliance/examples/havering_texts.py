"""Havering's texts: our own words for what the paper says."""

from compliance.examples.papers import Body, cited
from compliance.examples.prose import read_sections

PAPER = "Cabinet report of 13 December 2023"
para = cited(PAPER)

ABOUT = """\
Entered from one public paper: Havering Council's Cabinet, 13 December 2023, on the “Serious Violence Duty Strategy 2024-2027”, without \
its three appendices. Nothing else was used. What the paper does not say is left empty.

The records count as complete from 31 January 2023, the day the duty began, to 13 December 2023, the day of the paper, so the \
pages open as at that day. What happened afterwards, the Cabinet's decision among it, is not held here.

The paper calls the body that oversees the work by three names: the Serious Violence Working Group (1.4), the Violence Reduction \
Strategic Group (financial implications, 1.3) and the Community Safety Partnership itself. It calls the Act the Police, Crime and \
Sentencing Act; the Police, Crime, Sentencing and Courts Act 2022 is meant."""

DUTY = f"{para('Legal implications')}, names it among the bodies that bear the duty"
LEAD = "Havering Community Safety Partnership"
BODIES = [
    Body("London Borough of Havering", "council", "local-authority", f"{DUTY}; 2.1 lists twelve of its services as involved."),
    Body("Metropolitan Police", "police", "police", f"{para('2.2')}, lists it among the partners of the workshop.", in_register=True),
    Body(
        "London Probation Service",
        "probation",
        "probation",
        f"{para('2.2')}, lists it among the partners of the workshop, and beside it a National Probation Service, an earlier name.",
    ),
    Body("Youth Justice Service", "youth", "youth-offending", f"{para('2.1')}, lists it among the services involved."),
    Body("Fire and Rescue Service", "fire", "fire", f"{DUTY}. Under which name it takes part, and whether it came, is not said."),
    Body("Integrated care board (ICB)", "health", "health", f"{DUTY}. Under which name it takes part, and whether it came, is not said."),
    Body(
        "Mayor's Office for Policing and Crime (MOPAC)",
        "policing-body",
        "policing-body",
        f"{para('Financial implications 1.2')}: part of the money comes from it.",
        in_register=True,
    ),
    Body(
        "MOPAC Violence Reduction Unit",
        "vru",
        "violence-reduction-unit",
        f"{para('Financial implications 1.2')}: part of the money comes from it.",
        in_register=True,
    ),
    Body(
        LEAD,
        "csp",
        "community-safety-partnership",
        f"{para('Financial implications 1.3')}: it governs the money through its strategic group. In law the duty is on each authority of "
        "Schedule 1; the partnership is how they work together.",
    ),
]
LEAD_REFERENCE = f"{para('1.2 and Financial implications 1.3')}. When the bodies agreed that it leads is not said."

WORKING_GROUP, MONEY_GROUP = "Serious Violence Working Group", "Violence Reduction Strategic Group"
TOP_NOTE = """\
The partnership itself; whether it has a board, who sits on it, how often it meets and what its quorum is, is not in the paper."""
WORKING_TERMS = "Monitors the strategy and the Violence and Vulnerability Action Plan."
MONEY_TERMS = "Through it the partnership governs and coordinates the money."
GROUPS_NOTE = """\
Called newly formed; since when is not said. The paper gives three names to what oversees the work: this group's, that of the other group, \
and the partnership's own. Whether the two groups are one, and to whom the working group reports, cannot be told from it."""

KINDS = """\
Violence among young people, and their exploitation
Crime with weapons
Domestic violence
Sexual violence"""
CAUSES = """\
Too few chances in training, work, education, housing and health, which the report calls root causes
The hours between the end of school and parents' return from work, 3pm to 7pm, in Romford town centre"""

ASSESSMENT_NOTE = """\
Made by analysts of several bodies. It is not published, and the Act does not ask for that; professionals and organisations of the borough \
may ask for it (1.3). It looks at violence over two years; which two is not said. Data were collected from February to September 2023, and \
partners tested its findings in a workshop on 14 September 2023 (2.4). When it was completed and who approved it is not said.

Of the 22 people who had returned a form after the workshop, 95 in 100 found it a good chance to learn, contribute and meet, and \
91 in 100 found the picture of local violence good (2.5).

It makes five recommendations (1.4), which the paper does not list; an answer quoted in 3.3 speaks of its data on risk and protective \
factors. The kinds and causes below are those that the paper names: in its summary, its first actions (1.4) and its part on \
health. Which body gave which data is not said, so no source is listed."""

STRATEGY_NOTE = """\
The first under the duty, for three years; it is to be published by 31 January 2024 (Reasons). That was a plan on the day of the paper, so \
no publication is recorded.

The legal part says that the partnership's plan for 2022 to 2025 seeks to meet the duty to prepare a strategy. A strategy of its own was \
made all the same, and that one is recorded here.

The paper gives no wording of a local definition, so none is recorded."""

VERSION_NOTE = """\
The strategy itself was appendix 1 of the paper and is not held here. What is kept is our summary of what the paper says about it, dated \
by the Cabinet meeting it was put to. The draft that was consulted on in October differed in nothing substantial (3.3), so the \
consultations stand with this version.

Approval: Cabinet was asked to approve it. What it decided is not in the paper, so no approval is recorded."""

SUMMARY = read_sections("havering_summary.md")

# Who was consulted through the workshop of 14 September 2023: the council's own services (2.1) and others (2.2).
SERVICES = [
    "Public Health",
    "Education, admissions and inclusion",
    "Youth Services",
    "Integrated Adolescent Safeguarding",
    "Children's Services",
    "Licensing",
    "Trading Standards",
    "Enforcement",
    "Youth Justice Service",
    "Equalities",
    "Communications",
    "Local Area Co-ordinators",
]
PARTNERS = [
    "London Probation Service",
    "British Transport Police",
    "Change Grow Live",
    "Department for Work and Pensions",
    "Havering Safer Neighbourhood Board",
    "Havering Women's Aid",
    "Koru (alternative education)",
    "Olive (alternative education)",
    "BEP (alternative education)",
    "Metropolitan Police",
    "National Probation Service",
    "New City College",
    "North East London NHS Foundation Trust",
    "The Havering Compact",
    "LifeLine Projects",
    "Box-Up Crime",
    "Youth Unity",
]
WORKSHOP = "A workshop of one day on the needs assessment's findings, the strategy and the action plan; what each table said was noted."
WORKSHOP_EFFECT = "The comments went into the actions of the strategy and are to form most of the action plan."
WORKSHOP_NOTE = (
    "The list is the paper's, with probation twice, once under an earlier name. Whoever was consulted there counts as having answered."
)

SCHOOLS = "The draft was open to every educational authority of the borough, and to the members of the partnership."
SCHOOLS_EFFECT = """\
No substantial change. How the strategy is presented to schools will be considered, and a better directory of services (action six) should \
make help easier to find."""
SCHOOLS_NOTE = """\
Four weeks from 10 October: the last day is 7 November 2023, that day included. How many educational authorities the borough has, and how \
many were asked, is not in the paper. One answer came from a federation of primary schools and two from a secondary academy, but which is \
which is not said. The legal part says that no answer asks for a change; the second asks that help be ready."""

# What each said, and what became of it (3.2 and 3.3).
ANSWERS = [
    (
        "The figures and the data on risk and protective factors are useful. It asks for more work in schools to make the strategy known, "
        "and whether officers in schools will hold more workshops for staff and pupils.",
        "Nothing in the text. How the strategy is presented to schools will be considered.",
    ),
    (
        "The school makes many referrals between agencies, so help from them has to be ready and easy to reach.",
        "Nothing in the text. A better directory of services, action six of the strategy, is hoped to help.",
    ),
    (
        "Agrees with the strategy, its aims and actions: violence harms pupils' development and reaches the whole family.",
        "It agrees, and asks for nothing.",
    ),
]
NONE_HERE = "The report says that in Havering the duty to consult concerns educational institutions only."
LEGAL_PART = "Havering Council's legal advice to Cabinet"

EQUALITY_EFFECT = """\
What it found is not in the paper. The day is that of the report it was put to Cabinet with; its own day is not said."""

ALIGNED = [
    {
        "name": "Havering Community Safety Partnership Plan 2022-2025",
        "owner": LEAD,
        "how": "Serious violence is one of its aims, under several of its priorities.",
        "standing": "Runs to 2025",
    },
    {
        "name": "Violence and Vulnerability Action Plan",
        "owner": LEAD,
        "how": "Carries the strategy out; most of it is to come from what the workshop said (2.4).",
        "standing": "Waits for its next template, expected in spring 2024",
    },
]

REVIEW = (
    f"{para('1.4 and 1.5')}: the group monitors. The actions are reviewed in 12 months, other parts at other times; how often is not said."
)

# That it "seeks to comply" is said; whether it has a strategy of its own against serious violence is not.
PLAN = "Havering Community Safety Partnership Plan 2022-2025"
PLAN_REFERENCE = para("Summary and Legal implications")
