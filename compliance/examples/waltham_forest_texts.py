"""Waltham Forest's texts: our own words for what the paper says, but for the words that it quotes of the definition."""

from compliance.examples.papers import Body, cited
from compliance.examples.prose import read_sections

PAPER = "Appendix i to the Serious Violence Duty Strategy"
para = cited(PAPER)

ABOUT = """\
Entered from one public paper: appendix i to Waltham Forest's Serious Violence Duty Strategy, without the strategy itself. Nothing else \
was used. What the appendix does not say is left empty: it holds notes on the definition, the board and five other strategies.

The appendix bears no date, and none follows from what it says. So the records claim to be complete for one day only, and that day is our \
choice: 31 January 2024, by which an area's first strategy had to be published (SI 2022/1304 regulation 3(1)). The pages open as at that \
day. Whatever happened before or after is not held here."""

YOUNG_PEOPLE = ("Waltham Forest Youth Independent Advisory Group", "Voices in Partnership", "Waltham Forest Children in Care Council")
VOLUNTARY = (
    "Victim Support",
    "Change Grow Live",
    "Project Zero",
    "Spark2Life",
    "Worth Unlimited",
    "BreakThaCycle",
    "Youth Urban Art Fund",
    "PinPoint",
)
MEMBERS = f"{para('part 2')}, lists it among the statutory partners, who vote"
LEAD = "Waltham Forest SafetyNet"
BODIES = [
    Body(
        "London Borough of Waltham Forest",
        "council",
        "local-authority",
        f"{MEMBERS}, with 22 posts. The two strategic directors, Neighbourhoods and Environment, and Families, stand here; it does not "
        "say which of the two leads.",
        senior_lead="Strategic Directors",
    ),
    Body(
        "Metropolitan Police",
        "police",
        "police",
        f"{MEMBERS}, with four entries of its North East Basic Command Unit.",
        in_register=True,
        senior_lead="Borough Commander, North East Basic Command Unit",
    ),
    Body(
        "NHS North East London Integrated Care Board",
        "health",
        "health",
        f"{MEMBERS}, with nine posts, several of them at hospital and community trusts. It does not say which of them leads.",
    ),
    Body("London Fire Brigade", "fire", "fire", f"{MEMBERS}.", in_register=True, senior_lead="Borough Commander"),
    Body(
        "London Probation Service",
        "probation",
        "probation",
        f"{MEMBERS}, under HM Prisons and Probation Service.",
        senior_lead="Assistant Chief Officer, Waltham Forest",
    ),
    Body(
        "Waltham Forest Youth Justice Service",
        "youth",
        "youth-offending",
        f"{para('part 2')}, gives it a vote through a post of the council.",
        senior_lead="Assistant Director Youth and Family Resilience",
    ),
    Body(
        "HMP Pentonville",
        "prison",
        "prison",
        f"{MEMBERS}, under HM Prisons and Probation Service. In law a prison is a relevant authority (Schedule 2), not a specified one. "
        "Whether it is the prison authority for this borough is not said.",
    ),
    Body(
        LEAD,
        "csp",
        "community-safety-partnership",
        f"{para('part 2')}: the partnership whose board this is. In law the duty is on each authority of Schedule 1; the partnership is "
        "how they work together.",
        senior_lead="Corporate Director of Community Safety and Resilience (chair)",
    ),
    *(
        Body(name, "other", "other", f"{para('part 2')}, lists it among those who attend without a vote: young people.")
        for name in YOUNG_PEOPLE
    ),
    *(
        Body(name, "voluntary", "other", f"{para('part 2')}, lists it among those who attend without a vote: the voluntary sector.")
        for name in VOLUNTARY
    ),
]
LEAD_REFERENCE = f"{para('part 2')}: its arrangements. That the bodies agreed on it as the lead, and when, is not said."

TERMS = """\
Statutory partners vote, each through somebody with the authority to speak for it. Young people's groups, education, the voluntary sector \
and elected members attend without a vote.
The board may take in other bodies and people once it has asked its partners, and may invite others to a meeting on their subject.
All arrangements are formally looked at each year, together with the setting of priorities and the plan ahead."""

QUORUM = "One quarter of the total membership, plus the Chair. Otherwise the meeting does not go ahead."

BOARD_NOTE = """\
The appendix lists 38 places with a vote and 16 without, besides the chair. It calls the quorum a quarter of the total membership, so all \
54 are counted; of those who vote alone it would be ten.

Of which body the chair, the heads of schools and college and the two cabinet members speak is not said. The police places are those of \
the North East Basic Command Unit; those of probation and of the prison stand under HM Prisons and Probation Service. One place of the \
police is for two ranks and counts once. A prison has a vote, though in law it is a relevant, not a specified, authority.

The year from 1 April to 31 March is the one that the appendix gives for the sub-groups; for the board it gives none. When the \
arrangements were last looked at, to whom the board reports and when it met is not said."""

SUB_GROUPS = ("Violence Reduction Partnership (VRP)", "Violence Against Women and Girls (VAWG) sub-group")
SUB_GROUP_NOTE = """\
Named only where the year of the sub-groups is given, as “VRP/VAWG sub groups”: it may be two groups or one. Who sits on it is not said."""

DEFINITION = "… violence and exploitation affecting young people under the age of 25 …"
DEFINITION_NOTES = """\
The definition itself stands in the strategy, which is not held here. These are the only words of it that the appendix quotes; the rest of \
what it says are notes on how to read the whole:

- A: domestic abuse is what section 1 of the Domestic Abuse Act 2021 says, between people aged 16 or over who are personally connected, \
whether physical, sexual, emotional, economic or controlling, once or over time, and also where somebody else is made the means of it, a \
child for instance. Economic is what keeps somebody from money, property, goods or services. The guidance to that Act, chapter 3, names \
more: stalking, abuse by means of technology, abuse tied to faith or honour, forced marriage and female genital mutilation among them.
- B: the words above take in those under 25 who are victims, those who are suspected or have offended, and those who are both.
- C: a knife, a gun that needs a certificate or a corrosive, used or threatened, may be part of it and need not be.

Not in the appendix: the other kinds of violence, how each of the four factors of section 13(6) was taken into account, who agreed it and \
when, and whether the focus is on young people's violence in public."""

ASSESSMENT_NOTE = """\
The appendix only mentions it, for one finding (part 3, 15-Minute Neighbourhoods). Kinds, causes, years, sources and dates are not in it."""

STRATEGY_NOTE = """\
The strategy itself is not held here, only what its appendix i says. Its period, its aims, who was consulted, who approved it, and whether \
and when it was published are not in the appendix."""

VERSION_NOTE = """\
What is kept is our summary of appendix i. Neither the appendix nor what it says gives a date: the day is the one chosen for these \
records, on which the first strategy was due."""

SUMMARY = read_sections("waltham_forest_summary.md")

ALIGNED = [
    {
        "name": "Marmot Report (health and inequality)",
        "how": "Violence comes from inequality and adds to it. Six of the report's recommendations are taken up, on young people's health, "
        "places to go and work, on police and partners who look at social causes, on those who see or suffer crime, and on stronger "
        "voluntary groups.",
    },
    {
        "name": "Sports and Leisure Strategy",
        "owner": "London Borough of Waltham Forest",
        "how": "Fear keeps people from sport, and sport keeps young people from harm: four proposals, on activities, joint work with the "
        "voluntary sector, money for longer, and better joint work.",
    },
    {
        "name": "15-Minute Neighbourhoods",
        "owner": "London Borough of Waltham Forest",
        "how": "Six shared aims, from less fear of crime and more trust to young people's forums, answered street by street because "
        "violence is concentrated in few places.",
    },
    {
        "name": "Drug Strategy",
        "owner": "Waltham Forest Combatting Drugs Partnership",
        "how": "Three pillars, prevention, supply and treatment, with seven shared commitments, on estates, gangs, open dealing and those "
        "who do most harm among them.",
        "standing": "About to be published; no date is given",
    },
    {
        "name": "Inclusive Growth and Economy Strategy",
        "how": "Five shared aims, so that skills and work reach young people at risk.",
        "standing": "Being written",
    },
]
