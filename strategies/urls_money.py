"""The addresses of funding, returns, measures and their figures, risks and training."""

from django.urls import path

from strategies.views import money, money_lines, money_streams

HERE = "p/<slug:slug>/"

urlpatterns = [
    path(f"{HERE}money/", money.money, name="money"),
    path(f"{HERE}money/lines.csv", money.money_csv, name="money_csv"),
    path(f"{HERE}money/add/", money_streams.fundingstream_add, name="fundingstream_add"),
    path(f"{HERE}money/<int:pk>/", money_streams.fundingstream, name="fundingstream"),
    path(f"{HERE}money/<int:pk>/change/", money_streams.fundingstream_change, name="fundingstream_change"),
    path(f"{HERE}money/<int:pk>/end/", money_streams.fundingstream_end, name="fundingstream_end"),
    path(f"{HERE}money/<int:stream_pk>/amounts/add/", money_lines.fundingline_add, name="fundingline_add"),
    path(f"{HERE}money/amounts/<int:pk>/change/", money_lines.fundingline_change, name="fundingline_change"),
    path(f"{HERE}money/amounts/<int:pk>/withdraw/", money_lines.fundingline_withdraw, name="fundingline_withdraw"),
    path(f"{HERE}money/<int:stream_pk>/returns/add/", money_lines.grantreturn_add, name="grantreturn_add"),
    path(f"{HERE}money/returns/<int:pk>/change/", money_lines.grantreturn_change, name="grantreturn_change"),
    path(f"{HERE}money/returns/<int:pk>/withdraw/", money_lines.grantreturn_withdraw, name="grantreturn_withdraw"),
]
