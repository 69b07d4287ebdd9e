"""The addresses of the action plan as a workbook, out and in, and the regional plan."""

from django.urls import path

from strategies.views import workbooks

HERE = "p/<slug:slug>/"

urlpatterns = [
    path(f"{HERE}workbooks/", workbooks.workbooks, name="workbooks"),
    path(f"{HERE}workbooks/<str:kind>/xlsx/", workbooks.workbook_xlsx, name="workbook_xlsx"),
    path(f"{HERE}workbooks/<str:kind>/csv/", workbooks.workbook_table, name="workbook_table"),
    path(f"{HERE}workbooks/bring/", workbooks.workbookimport_add, name="workbookimport_add"),
    path(f"{HERE}workbooks/brought/<int:pk>/", workbooks.workbookimport, name="workbookimport"),
    path(f"{HERE}workbooks/brought/<int:pk>/aside/", workbooks.workbookimport_aside, name="workbookimport_aside"),
]
