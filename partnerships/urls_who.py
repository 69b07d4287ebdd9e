"""Who takes part: the pages of the register of bodies, areas and leads, in one partnership and for the installation."""

from django.urls import URLPattern, path

from partnerships.views import (
    bodies,
    body,
    installation,
    installation_areas,
    installation_records,
    installation_successions,
    leads,
    partnership_areas,
    successions,
    who,
)

body_pages: list[URLPattern] = [path("<int:pk>/", body.body, name="body")]

register_pages: list[URLPattern] = [
    path("organisations/", installation.shared_organisations, name="shared_organisations"),
    path("organisations/add/", installation_records.shared_organisation_add, name="shared_organisation_add"),
    path("organisations/<int:pk>/", installation_records.shared_organisation_change, name="shared_organisation_change"),
    path(
        "organisations/<int:pk>/succession/", installation_successions.shared_organisation_succession, name="shared_organisation_succession"
    ),
    path("areas/", installation_areas.areas, name="areas"),
    path("areas/list/", installation_areas.areas_list, name="areas_list"),
    path("areas/file/", installation_areas.areas_file, name="areas_file"),
    path("areas/all.csv", installation_areas.areas_csv, name="areas_csv"),
    path("areas/add/", installation_records.area_add, name="area_add"),
    path("areas/<int:pk>/", installation_records.area_change, name="area_change"),
    path("areas/<int:pk>/succession/", installation_successions.area_succession, name="area_succession"),
    path("police-areas/", installation.policeareas, name="policeareas"),
    path("police-areas/add/", installation_records.policearea_add, name="policearea_add"),
    path("police-areas/<int:pk>/", installation_records.policearea_change, name="policearea_change"),
    path("successions/", installation_successions.installation_successions, name="installation_successions"),
]

who_pages: list[URLPattern] = [
    path("who/", who.who, name="who"),
    path("who/partnership/", who.partnership_change, name="partnership_change"),
    path("who/areas/add/", partnership_areas.partnershiparea_add, name="partnershiparea_add"),
    path("who/areas/<int:pk>/", partnership_areas.partnershiparea_change, name="partnershiparea_change"),
    path("who/areas/<int:pk>/end/", partnership_areas.partnershiparea_end, name="partnershiparea_end"),
    path("who/lead/add/", leads.leadagreement_add, name="leadagreement_add"),
    path("who/lead/<int:pk>/", leads.leadagreement_change, name="leadagreement_change"),
    path("who/lead/<int:pk>/end/", leads.leadagreement_end, name="leadagreement_end"),
    path("who/bodies/add/", bodies.dutyholder_add, name="dutyholder_add"),
    path("who/bodies/<int:pk>/", bodies.dutyholder_change, name="dutyholder_change"),
    path("who/bodies/<int:pk>/end/", bodies.dutyholder_end, name="dutyholder_end"),
    path("who/organisations/add/", bodies.organisation_add, name="organisation_add"),
    path("who/organisations/<int:pk>/", bodies.organisation_change, name="organisation_change"),
    path("who/successions/add/", successions.succession_add, name="succession_add"),
    path("who/successions/<int:pk>/", successions.succession, name="succession"),
    path("who/successions/<int:pk>/withdraw/", successions.succession_withdraw, name="succession_withdraw"),
]
