"""SVD-PUB: publication and sending, for the catalogue."""

from compliance.finding import Strength
from compliance.requirements.publishing import in_another_form, in_both_languages, on_a_website
from compliance.requirements.requirement import Requirement
from compliance.requirements.sending import to_the_secretary_of_state, to_the_welsh_ministers

FAMILY = "Publication and sending"
REGULATIONS = "Prevention and Reduction of Serious Violence (Strategies etc.) Regulations 2022 (SI 2022/1304)"

REQUIREMENTS = (
    Requirement(
        code="SVD-PUB-01",
        family=FAMILY,
        title="Published on a website",
        plain="Each strategy, and each revision of it, must be placed on the website of at least one specified authority for the area or "
        "of the local policing body.",
        citation=f"{REGULATIONS} regs 3, 4(1)(a) and 5(1)(a)",
        strength=Strength.STATUTORY,
        task="Publish the strategy on a website that counts",
        shortfall="the strategy was not published on a website that counts",
        evidence="For each area: whose website, the address and the day.",
        rule=on_a_website,
        deadline="DL-01, DL-02",
    ),
    Requirement(
        code="SVD-PUB-02",
        family=FAMILY,
        title="Published in another form",
        plain="It must also be made known in whatever other form suits, so that different groups of people are reached.",
        citation=f"{REGULATIONS} regs 4(1)(b) and 5(1)(b)",
        strength=Strength.STATUTORY,
        task="Publish the strategy in another form too",
        shortfall="the strategy was not made known in another form",
        evidence="The form (a leaflet, easy read, a meeting, the press), for whom, and the day.",
        rule=in_another_form,
        deadline="DL-01, DL-02",
    ),
    Requirement(
        code="SVD-PUB-03",
        family=FAMILY,
        title="Sent to the Home Office",
        plain="One of the specified authorities must send the published strategy to the Secretary of State within 7 days. The day of "
        "publication is the first of the seven.",
        citation=f"{REGULATIONS} regs 4(2) and 5(2)",
        strength=Strength.STATUTORY,
        task="Send the strategy to the Home Office",
        shortfall="the strategy was not sent to the Home Office",
        evidence="To whom, by which specified authority, and the day. A sending by a policing body or a violence reduction unit does "
        "not count.",
        rule=to_the_secretary_of_state,
        deadline="DL-03",
    ),
    Requirement(
        code="SVD-PUB-04",
        family=FAMILY,
        title="Wales: in both languages",
        plain="In Wales the strategy must be published in English and in Welsh.",
        citation=f"{REGULATIONS} reg 6",
        strength=Strength.STATUTORY,
        task="Publish the strategy in English and in Welsh",
        shortfall="the strategy was not published in both languages",
        evidence="A publication in each language.",
        rule=in_both_languages,
        deadline="DL-01, DL-02",
    ),
    Requirement(
        code="SVD-PUB-05",
        family=FAMILY,
        title="Wales: sent to the Welsh Ministers",
        plain="In Wales the strategy must be sent to the Welsh Ministers too, within the same 7 days.",
        citation=f"{REGULATIONS} reg 6",
        strength=Strength.STATUTORY,
        task="Send the strategy to the Welsh Ministers",
        shortfall="the strategy was not sent to the Welsh Ministers",
        evidence="To the Welsh Ministers, by which specified authority, and the day.",
        rule=to_the_welsh_ministers,
        deadline="DL-03",
    ),
)
