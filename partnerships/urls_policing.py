"""The addresses of what the local policing body did, beside what it asked."""

from django.urls import path

from partnerships.views import policing_contacts as contacts

policing_pages = [
    path("policing-body/", contacts.policingbody, name="policingbody"),
    path("policing-body/add/", contacts.policingbodycontact_add, name="policingbodycontact_add"),
    path("policing-body/<int:pk>/", contacts.policingbodycontact, name="policingbodycontact"),
    path("policing-body/<int:pk>/change/", contacts.policingbodycontact_change, name="policingbodycontact_change"),
    path("policing-body/<int:pk>/answer/", contacts.policingbodycontact_answer, name="policingbodycontact_answer"),
    path("policing-body/<int:pk>/withdraw/", contacts.policingbodycontact_withdraw, name="policingbodycontact_withdraw"),
]
