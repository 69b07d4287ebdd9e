"""Tower Hamlets' texts: our own words for what the paper says, but for the agreed definition, which is itself the fact."""

import datetime

from compliance.examples.papers import Body, cited
from compliance.examples.prose import read_sections

PAPER = "Health and Wellbeing Board report dated 20 March 2023"
para = cited(PAPER)

ABOUT = """\
Entered from one public paper: a report to Tower Hamlets' Health and Wellbeing Board, “Serious Violence and Exploitation Strategy”, \
without its two appendices. Nothing else was used. What the paper does not say is left empty.

Its heading is dated 20 March 2023, but it tells of January 2024 and of 20 February 2024, so the year is a slip for 2024. The records \
count as complete from 31 January 2023, the day the duty began, to 20 March 2024, the day that is meant, and the pages open as at that \
day. What happened afterwards is not held here.

The paper says that everything the duty asks has been done (2.1). It also says that the strategy is a first draft, some seven weeks after \
31 January 2024, by which an area's first strategy had to be published (SI 2022/1304 regulation 3(1)). These records follow the dates. It \
names the sending of two papers to the Mayor's Office for Policing and Crime, which is not the sending to the Secretary of State that \
the Regulations ask for."""

DUTY = f"{para('1.2')}, lists it among those who bear the duty"
LEAD = "Tower Hamlets Community Safety Partnership"
BODIES = [
    Body("London Borough of Tower Hamlets", "council", "local-authority", f"{DUTY} (local authorities)."),
    Body("Police", "police", "police", f"{DUTY}. The paper does not name the force."),
    Body("Probation", "probation", "probation", f"{DUTY}."),
    Body("Youth offending team", "youth", "youth-offending", f"{DUTY}."),
    Body("Fire service", "fire", "fire", f"{DUTY}. The paper does not name it."),
    Body(
        "Integrated Care System (NHS)",
        "health",
        "health",
        f"{DUTY} under this name. An integrated care system is the wider partnership of health bodies; in law the duty is on the "
        "integrated care board.",
    ),
    Body(
        "Mayor's Office for Policing and Crime (MOPAC)",
        "policing-body",
        "policing-body",
        f"{para('3.6')}: the needs assessment and the plan on a page went to it in January 2024.",
        in_register=True,
    ),
    Body(
        LEAD,
        "csp",
        "community-safety-partnership",
        f"{para('2.1')}: locally agreed as the partnership for the duty. In law the duty is on each authority of Schedule 1; the "
        "partnership is how they work together.",
    ),
]
LEAD_REFERENCE = f"{para('2.1 and recommendation 2')}: locally agreed. When, and by whom, is not said."

BOARD = "Community Safety Partnership Board"
BOARD_NOTE = """\
It oversaw the work, beside the Lead Member for Safer Communities (3.3), and agreed the definition. Who chairs it, who sits on it, its \
terms, its quorum, how often it meets and to whom it reports is not in the paper."""
WORKING_GROUP = "Working group on the duty, for a time"
WORKING_NOTE = """\
It drove the work and reported its progress to four boards (3.2), the Community Safety Partnership Board among them. Paragraph 3.2 goes on \
that “this board” will form the strategy group: whether the working group or the partnership's board is meant cannot be told."""
STRATEGY_GROUP = "Serious Violence and Exploitation Strategy Group"
STRATEGY_GROUP_NOTE = """\
On the day of the paper it was still to be formed, as a sub-group of the Community Safety Partnership (executive summary) that drives the \
work and reports into it (3.2)."""
OTHER_BOARDS = ("Health and Wellbeing Board", "Safeguarding Adults Board", "Safeguarding Children's Partnership")
OTHER_NOTE = """\
Not a board of this partnership. The work is to be taken to it too (recommendation 2), and progress was reported to it (3.2)."""
DECIDED = "The local definition of serious violence was agreed."
DEFINITION_AGREED_ON = datetime.date(2024, 2, 20)

DEFINITION = """\
Any violence and exploitation affecting young people under the age of 25, domestic abuse, sexual violence and hate crime. Within the \
context of these types of violence, it encompasses homicide, grievous bodily harm, actual bodily harm, rape, assault by penetration, \
sexual assault, personal robbery, threats to kill and violence against property caused during the commission of one of these offences."""

DEFINITION_NOTES = """\
The paper prints “rap”; rape is meant. But for hate crime, which is added, and a sentence on the Domestic Abuse Act 2021, which is \
missing, the words are those that Barnet's paper gives as London's.

Of threats it names those to kill, of violence against property that which goes with one of the offences listed. Not in the paper: \
terrorism, how each of the four factors of section 13(6) was taken into account, whether the focus is on young \
people's violence in public."""

ASSESSMENT_NOTE = """\
Made by Public Health, and sent to the Mayor's Office for Policing and Crime in January 2024 with the plan on a page (3.6). It was a \
background paper and is not held here: what kinds of violence and what causes it found, for which years, from whose figures, when it was \
completed and who approved it is not in the paper. Paragraph 2.1 says that the causes were analysed."""

STRATEGY_NOTE = """\
Its period is not said. It belongs to the Community Safety Partnership, and the Health and Wellbeing Board, the Safeguarding Adults Board \
and the Safeguarding Children's Partnership are to be asked too (reasons for urgency). A working group set up for a time did the \
work; a Serious Violence and Exploitation Strategy Group of the partnership is to follow it (executive summary). Paragraph 3.2 reads as \
if the board itself were to form that group.

Paragraph 4.1 says that the strategy only sees to what the Act asks, though it may touch equality; the part on the Health and \
Wellbeing Strategy says that some communities are harmed more than others. No equality assessment is named, so none is recorded."""

PLAN_NOTE = """\
The plan on a page, made in January 2024 (executive summary) to say in short what the partnership would do. It was appendix 1 of the paper \
and is not held here; what is kept is our summary. People were consulted on it, and it was sent to the Mayor's Office for Policing and \
Crime in January 2024 (3.6). Who sent it is not said."""

VERSION_NOTE = """\
The first draft of the full strategy. It was appendix 2 of the paper and is not held here; what is kept is our summary of what the paper \
says about it, dated by the day of the paper.

The Health and Wellbeing Board was asked to note and comment. What it said, and who will approve the strategy, is not in the paper, so no \
decision is recorded."""

PLAN = read_sections("tower_hamlets_plan.md")
SUMMARY = read_sections("tower_hamlets_summary.md")

PUBLIC = "Residents, children and young people among them, and the voluntary sector were asked about the plan and their own experience."
PROFESSIONALS = "Professionals were asked about the plan on a page."
CONSULTED_NOTE = """\
The paper gives no dates, no numbers and no answers. The plan was made in January 2024 and the consultation lies before the paper, so the \
year is certain. It does not say that schools, prisons or places of youth custody were asked as the Act requires, nor how many there are."""

ALIGNED = [
    {
        "name": "Health and Wellbeing Strategy",
        "owner": "Tower Hamlets Health and Wellbeing Board",
        "how": "The paper holds the strategy against its six principles: help where the need is greatest, equal treatment, people's say, "
        "and the use of what is there among them.",
    },
]

REVIEW = (
    f"{para('1.3 and recommendation 2')}: the partnership manages and monitors the work; a review each year. The paper takes that from the "
    "duty; it comes from guidance. The first date is not said."
)
