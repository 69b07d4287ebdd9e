"""The first floor: signing in, the installation, and who the partnership is."""

from django.urls import include, path

from partnerships.views import (
    bodies,
    definition,
    files,
    history,
    home,
    installation,
    installation_people,
    installation_records,
    installation_tasks,
    password_links,
    people,
    sign_in,
    who,
)

account_pages = [
    path("", home.home, name="home"),
    path("accessibility/", home.accessibility, name="accessibility"),
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-out/", sign_in.sign_out, name="sign_out"),
    path("account/", home.account, name="account"),
    path("account/name/", home.account_name, name="account_name"),
    path("account/password/", sign_in.password_change, name="password_change"),
    path("password/", password_links.password_reset, name="password_reset"),
    path("password/sent/", password_links.password_reset_sent, name="password_reset_sent"),
    path("password/done/", password_links.password_set_done, name="password_set_done"),
    path("password/<uidb64>/<token>/", password_links.password_set, name="password_set"),
]

installation_pages = [
    path("", installation.installation, name="installation"),
    path("partnerships/add/", installation_records.partnership_add, name="partnership_add"),
    path("people/", installation.installation_people, name="installation_people"),
    path("people/add/", installation_people.installation_person_add, name="installation_person_add"),
    path("people/<int:pk>/link/", installation_people.installation_person_invite, name="installation_person_invite"),
    path("people/<int:pk>/end/", installation_people.installation_grant_end, name="installation_grant_end"),
    path("organisations/", installation.shared_organisations, name="shared_organisations"),
    path("organisations/add/", installation_records.shared_organisation_add, name="shared_organisation_add"),
    path("organisations/<int:pk>/", installation_records.shared_organisation_change, name="shared_organisation_change"),
    path("areas/", installation.areas, name="areas"),
    path("areas/add/", installation_records.area_add, name="area_add"),
    path("areas/<int:pk>/", installation_records.area_change, name="area_change"),
    path("police-areas/", installation.policeareas, name="policeareas"),
    path("police-areas/add/", installation_records.policearea_add, name="policearea_add"),
    path("police-areas/<int:pk>/", installation_records.policearea_change, name="policearea_change"),
    path("tasks/", installation_tasks.installation_tasks, name="installation_tasks"),
    path("tasks/<int:pk>/again/", installation_tasks.installation_task_again, name="installation_task_again"),
    path("history/", installation.installation_history, name="installation_history"),
]

partnership_pages = [
    path("who/", who.who, name="who"),
    path("who/partnership/", who.partnership_change, name="partnership_change"),
    path("who/areas/add/", who.partnershiparea_add, name="partnershiparea_add"),
    path("who/areas/<int:pk>/", who.partnershiparea_change, name="partnershiparea_change"),
    path("who/areas/<int:pk>/end/", who.partnershiparea_end, name="partnershiparea_end"),
    path("who/lead/add/", who.leadagreement_add, name="leadagreement_add"),
    path("who/lead/<int:pk>/", who.leadagreement_change, name="leadagreement_change"),
    path("who/lead/<int:pk>/end/", who.leadagreement_end, name="leadagreement_end"),
    path("who/bodies/add/", bodies.dutyholder_add, name="dutyholder_add"),
    path("who/bodies/<int:pk>/", bodies.dutyholder_change, name="dutyholder_change"),
    path("who/bodies/<int:pk>/end/", bodies.dutyholder_end, name="dutyholder_end"),
    path("who/organisations/add/", bodies.organisation_add, name="organisation_add"),
    path("who/organisations/<int:pk>/", bodies.organisation_change, name="organisation_change"),
    path("definition/", definition.definitions, name="definitions"),
    path("definition/add/", definition.localdefinition_add, name="localdefinition_add"),
    path("definition/<int:pk>/", definition.localdefinition, name="localdefinition"),
    path("definition/<int:pk>/change/", definition.localdefinition_change, name="localdefinition_change"),
    path("definition/<int:pk>/withdraw/", definition.localdefinition_withdraw, name="localdefinition_withdraw"),
    path("people/", people.people, name="people"),
    path("people/add/", people.person_add, name="person_add"),
    path("people/<int:pk>/link/", people.person_invite, name="person_invite"),
    path("people/<int:pk>/end/", people.grant_end, name="grant_end"),
    path("history/", history.history, name="history"),
    path("history/<slug:kind>/<int:pk>/", history.record_history, name="record_history"),
    path("files/<int:pk>/", files.file, name="file"),
]

urlpatterns = [
    *account_pages,
    path("installation/", include(installation_pages)),
    path("p/<slug:slug>/", include(partnership_pages)),
]
