"""Warwickshire's texts: our own words for what the paper says."""

from compliance.examples.papers import Body, cited
from compliance.examples.prose import read_sections

PAPER = "Health and Wellbeing Board report of 7 September 2022"
para = cited(PAPER)

ABOUT = """\
Entered from one public paper: a report to Warwickshire's Health and Wellbeing Board, 7 September 2022, “Serious Violence Prevention \
Strategy”, without its appendix. Nothing else was used. What the paper does not say is left empty.

It was written before the duty began on 31 January 2023, so the pages, which open as at its day, call no statutory duty due or overdue. \
The records count as complete from 1 June 2022, the month in which the strategy was adopted and the earliest the paper tells of.

No area is recorded. In law the areas of a county with two tiers are its districts, not the county, and the paper does not list them. \
Bodies take part for an area, so none stands in the register either. The paper names police, local councils, fire and rescue, local health \
bodies and integrated care boards, and probation under its earlier national name as bearing the duty (1.1), and the youth offending \
service among those who must be consulted (1.2). In law youth offending teams bear the duty themselves (Schedule 1); paragraph 1.15 has \
the right list of those to be consulted."""

BOARD = "Safer Warwickshire Partnership Board"
LEAD = Body(BOARD, "csp", "community-safety-partnership", f"{para('1.15 and 1.17')}: it adopted the strategy and sees to its delivery.")
LEAD_REFERENCE = (
    f"{para('1.17, 1.18 and 2.4')}: its organised crime group leads on priorities and delivery, the county council's team on evidence. "
    "When the bodies agreed is not said."
)

BOARD_NOTE = """\
It adopted the strategy in June 2022 (4.1) and uses its members' influence to have it delivered (1.17). Who chairs it, who sits on it, its \
terms, its quorum and how often it meets is not in the paper."""
ABOVE = "Health and Wellbeing Board"
ABOVE_NOTE = """\
Not a board of this partnership. The strategy was put before it for endorsement on 7 September 2022; what it said is not in the paper. The \
reporting line is read from that: the paper does not speak of one beyond an update on the costs of homicide reviews, which is to go to the \
partnership's own board (2.10)."""
LEAD_GROUP = "Safer Warwickshire Partnership Serious Organised Crime Strategic Group"
LEAD_GROUP_TERMS = "The lead group: it agrees the priorities and the delivery plan."
LEAD_GROUP_NOTE = """\
Named so in paragraph 1.18; paragraph 5.1 calls it the Warwickshire Serious and Organised Crime Strategic Group. That it reports to the \
partnership's board is read from its name."""

FINDINGS = """\
Offences with knives and guns are clearly fewer than elsewhere (4.2).
Violence comes in from outside, from the West Midlands, Coventry, Thames Valley and Leicestershire, often with the drug trade (1.8).
County lines touch more and more communities, most where risks to health, schooling and safety are high or rising (4.2).
The small areas most at risk are known, and match the priorities of the community safety partnerships (4.3).
The same things lie behind many cases: domestic abuse in the family; violence among friends and in the neighbourhood; drink and drugs, \
one's own or the family's; bereavement or long illness in the family; having been a victim of crime or of bullying (4.4)."""

ASSESSMENT_NOTE = """\
It is part of the strategy, which was appendix 1 of the paper and is not held here. Its years, its sources, the day it was completed and \
who approved it are not in the paper. Kinds and causes are recorded for areas, and no area is recorded here; so they stand among the \
findings, in our words."""

STRATEGY_NOTE = """\
For the whole county; its period is not said. The paper does not name a section of the Act. A strategy for several districts is made under \
section 9, and may be each district's own under section 8 (section 8(9)), so both are recorded.

The paper says that every educational, prison and youth custody authority was consulted as needed (1.15). It gives no dates, names or \
numbers, so no consultation is recorded."""

VERSION_NOTE = """\
The strategy itself was appendix 1 of the paper and is not held here. What is kept is our summary of what the paper says about it, dated \
by the month in which it was adopted. The Health and Wellbeing Board was asked to endorse it; what it decided is not in the paper."""

SUMMARY = read_sections("warwickshire_summary.md")
REPORT = read_sections("warwickshire_paper.md")

ALIGNED = [
    {
        "name": "Health and wellbeing: priorities of the board",
        "owner": "Warwickshire Health and Wellbeing Board",
        "how": "Prevention serves all three of its priorities, the best start in life for children and young people among them (1.10).",
    },
]
