"""The addresses of funding, returns, measures and their figures, risks and training."""

from django.urls import path

from strategies.views import measure_readings, measures, money, money_lines, money_streams, risks, training

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
    path(f"{HERE}measures/", measures.measures, name="measures"),
    path(f"{HERE}measures/add/", measures.measure_add, name="measure_add"),
    path(f"{HERE}measures/national/", measures.measures_add_national, name="measures_add_national"),
    path(f"{HERE}measures/<int:pk>/", measures.measure, name="measure"),
    path(f"{HERE}measures/<int:pk>/change/", measures.measure_change, name="measure_change"),
    path(f"{HERE}measures/<int:pk>/end/", measures.measure_end, name="measure_end"),
    path(f"{HERE}measures/<int:measure_pk>/figures/add/", measure_readings.reading_add, name="reading_add"),
    path(f"{HERE}measures/figures/<int:pk>/change/", measure_readings.reading_change, name="reading_change"),
    path(f"{HERE}measures/figures/<int:pk>/withdraw/", measure_readings.reading_withdraw, name="reading_withdraw"),
    path(f"{HERE}risks/", risks.risks, name="risks"),
    path(f"{HERE}risks/add/", risks.risk_add, name="risk_add"),
    path(f"{HERE}risks/<int:pk>/", risks.risk, name="risk"),
    path(f"{HERE}risks/<int:pk>/change/", risks.risk_change, name="risk_change"),
    path(f"{HERE}risks/<int:pk>/review/", risks.risk_review, name="risk_review"),
    path(f"{HERE}risks/<int:pk>/end/", risks.risk_end, name="risk_end"),
    path(f"{HERE}training/", training.training, name="training"),
    path(f"{HERE}training/add/", training.trainingrecord_add, name="trainingrecord_add"),
    path(f"{HERE}training/<int:pk>/change/", training.trainingrecord_change, name="trainingrecord_change"),
    path(f"{HERE}training/<int:pk>/withdraw/", training.trainingrecord_withdraw, name="trainingrecord_withdraw"),
]
