"""Board packs and the ways of papers, inside /p/<slug>/."""

from django.urls import path

from partnerships.views import packs, paper_routes, route_steps

paper_pages = [
    path("meetings/<int:meeting_pk>/pack/", packs.boardpack_make, name="boardpack_make"),
    path("packs/making/<int:pk>/", packs.boardpack_making, name="boardpack_making"),
    path("packs/making/<int:pk>/again/", packs.boardpack_making_again, name="boardpack_making_again"),
    path("packs/<int:pk>/", packs.boardpack, name="boardpack"),
    path("packs/<int:pk>/pdf/", packs.boardpack_pdf, name="boardpack_pdf"),
    path("papers/", paper_routes.paperroutes, name="paperroutes"),
    path("papers/add/", paper_routes.paperroute_add, name="paperroute_add"),
    path("papers/<int:pk>/", paper_routes.paperroute, name="paperroute"),
    path("papers/<int:pk>/change/", paper_routes.paperroute_change, name="paperroute_change"),
    path("papers/<int:pk>/withdraw/", paper_routes.paperroute_withdraw, name="paperroute_withdraw"),
    path("papers/<int:pk>/agendas/", paper_routes.paperroute_place, name="paperroute_place"),
    path("papers/<int:route_pk>/boards/add/", route_steps.routestep_add, name="routestep_add"),
    path("papers/boards/<int:pk>/", route_steps.routestep_change, name="routestep_change"),
    path("papers/boards/<int:pk>/withdraw/", route_steps.routestep_withdraw, name="routestep_withdraw"),
    path("papers/boards/<int:pk>/<slug:direction>/", route_steps.routestep_move, name="routestep_move"),
]
