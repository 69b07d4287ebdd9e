"""The addresses of consultations: who was asked, what they answered, and how many there are in an area."""

from django.urls import path

from strategies.views import consultation_answers, consultations, consultees, numbers_in_areas

HERE = "p/<slug:slug>/"
NUMBERS = f"{HERE}consultation/numbers/"

urlpatterns = [
    path(f"{HERE}versions/<int:version_pk>/consult/", consultations.consultation_add, name="consultation_add"),
    path(f"{HERE}consultation/<int:pk>/", consultations.consultation, name="consultation"),
    path(f"{HERE}consultation/<int:pk>/change/", consultations.consultation_change, name="consultation_change"),
    path(f"{HERE}consultation/<int:pk>/withdraw/", consultations.consultation_withdraw, name="consultation_withdraw"),
    path(f"{HERE}consultation/<int:consultation_pk>/asked/add/", consultees.consultee_add, name="consultee_add"),
    path(f"{HERE}consultation/asked/<int:pk>/change/", consultees.consultee_change, name="consultee_change"),
    path(f"{HERE}consultation/asked/<int:pk>/withdraw/", consultees.consultee_withdraw, name="consultee_withdraw"),
    path(
        f"{HERE}consultation/<int:consultation_pk>/answers/add/", consultation_answers.consultationanswer_add, name="consultationanswer_add"
    ),
    path(
        f"{HERE}consultation/answers/<int:pk>/change/",
        consultation_answers.consultationanswer_change,
        name="consultationanswer_change",
    ),
    path(
        f"{HERE}consultation/answers/<int:pk>/withdraw/",
        consultation_answers.consultationanswer_withdraw,
        name="consultationanswer_withdraw",
    ),
    path(f"{NUMBERS}add/", numbers_in_areas.numberinarea_add, name="numberinarea_add"),
    path(f"{NUMBERS}<int:pk>/change/", numbers_in_areas.numberinarea_change, name="numberinarea_change"),
    path(f"{NUMBERS}<int:pk>/withdraw/", numbers_in_areas.numberinarea_withdraw, name="numberinarea_withdraw"),
]
