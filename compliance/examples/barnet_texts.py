"""Barnet's texts: our own words for what the paper says, but for the London definition, which is itself the fact."""

from compliance.examples.prose import read_sections

PAPER = "Cabinet paper of 16 January 2024"


def para(numbers: str) -> str:
    """`Cabinet paper of 16 January 2024, paragraph 1.3.6`; its unnumbered beginning is called Summary."""
    return f"{PAPER}, {numbers}" if numbers == "Summary" else f"{PAPER}, paragraph {numbers}"


ABOUT = """\
Entered from one public paper: Barnet Council's Cabinet, 16 January 2024, “Serious Violence Strategy 2024-27”, without its appendices. \
Nothing else was used. What the paper does not say is left empty.

The records count as complete from 31 January 2023, the day the duty began, to 16 January 2024, the day of the paper, so the \
pages open as at that day. What happened afterwards is not held here.

Where the paper and the law differ, these records follow the law and say so beside the fact: who bears the duty (on the body), the \
seven days and the yearly review (on the strategy)."""

# Name as the paper has it, kind of body, capacity, whether it belongs in the shared register, and where it is named.
LEAD = "Safer Communities Partnership"
BODIES = [
    ("Barnet Council", "council", "local-authority", False, f"{para('Summary')}, lists it among the members."),
    ("Metropolitan Police", "police", "police", True, f"{para('Summary')}, lists it among the members."),
    ("London Fire Brigade", "fire", "fire", True, f"{para('Summary')}, lists it among the members."),
    ("Probation Services", "probation", "probation", False, f"{para('Summary')}, lists them among the members."),
    ("Youth Justice", "youth", "youth-offending", False, f"{para('Summary')}, lists it among the members."),
    (
        "Public Health",
        "other",
        "other",
        False,
        f"{para('Summary')}, lists it among the authorities. Public health is not an entry of its own in Schedule 1; the health "
        "body there is the integrated care board, which the paper does not name. So it stands here as another partner.",
    ),
    (
        "Mayor's Office for Policing and Crime (MOPAC)",
        "policing-body",
        "policing-body",
        True,
        f"{para('1.3.2')}, calls it the police and crime commissioner for London; 1.1.5 says it may monitor the partnership.",
    ),
    (
        "MOPAC Violence Reduction Unit",
        "vru",
        "violence-reduction-unit",
        True,
        f"{para('4.2.1')} (action plan): the plan is to go to it by 28 February 2024; 4.6.1: performance is reported to it.",
    ),
    (
        LEAD,
        "csp",
        "community-safety-partnership",
        False,
        f"{para('1.1.3')}, calls it a duty holder. In law the duty is on each authority of Schedule 1, and a community safety partnership "
        "is not one of them (section 11 of the Act); it is how they work together.",
    ),
]

DEFINITION = """\
Any violence and exploitation affecting young people under the age of 25, domestic abuse, and sexual violence. Within the context of \
these types of violence, it encompasses homicide, grievous bodily harm, actual bodily harm, rape, assault by penetration, sexual \
assault, personal robbery, threats to kill and violence against property caused during the commission of one of these offences.

Domestic abuse is as defined in the Domestic Abuse Act 2021"""

DEFINITION_NOTES = """\
The paper quotes it as set by MOPAC for London's authorities (1.1.5). Paragraph 1.3.1 adds what the strategy is concerned with: homicide, \
knife and gun crime, and crime in which serious violence or its threat is inherent, such as gangs and county lines.

Not in the paper: how each of the four factors of section 13(6) was taken into account, who agreed the wording for Barnet and when, and \
whether the focus is on young people's violence in public."""

STRATEGY_NOTE = """\
Period: the title and paragraph 1.3.5 say 2024 to 2027; recommendation (a) says 2023-27. The title's is used here.

Paragraph 1.3.6 says that it has to be published by 31 January 2024 and placed on the council's website, then sent to \
seriousviolenceduty@homeoffice.gov.uk within 7 days of publication. These were plans on the day of the paper, so no publication \
and no sending is recorded. The seven days begin with the day of publication itself (SI 2022/1304 regulation 4(2)): the last day \
is six days after it, not seven.

Paragraph 1.3.7 says that the Act requires a review at least once a year. The Act says "under review" (section 8(7)(b)); \
the yearly review comes from guidance."""

VERSION_NOTE = """\
The strategy itself was appendix B of the paper and is not held here. What is kept is our summary of what the paper says about it, dated \
by the Cabinet meeting it was put to.

Approval: Cabinet was asked to note and agree it (recommendation a). What it decided is not in the paper, so no approval is recorded."""

SUMMARY = read_sections("barnet_summary.md")
