"""The themes of London's Violence and Vulnerability Action Plan, as the boroughs' own objectives name them, in the template's order."""

LONDON = (
    "Governance",
    "Analysis and enforcement",
    "Reducing access to weapons",
    "Safeguarding and educating young people",
    "Working with communities and neighbourhoods",
    "Supporting victims",
    "Positive diversion",
    "Violence against women and girls",
)
