"""The addresses of meetings: planned, held, who came, what was decided, who is to do what."""

from django.urls import path

from partnerships.views import agenda, attendance, decisions, meeting_actions, meeting_plan, meetings, minutes

meeting_pages = [
    path("boards/<int:board_pk>/meetings/", meetings.meetings, name="meetings"),
    path("boards/<int:board_pk>/meetings/plan/", meeting_plan.meetings_plan, name="meetings_plan"),
    path("boards/<int:board_pk>/meetings/add/", meetings.meeting_add, name="meeting_add"),
    path("meetings/actions/", meeting_actions.meetingactions, name="meetingactions"),
    path("meetings/actions/<int:pk>/change/", meeting_actions.meetingaction_change, name="meetingaction_change"),
    path("meetings/actions/<int:pk>/done/", meeting_actions.meetingaction_done, name="meetingaction_done"),
    path("meetings/actions/<int:pk>/withdraw/", meeting_actions.meetingaction_withdraw, name="meetingaction_withdraw"),
    path("meetings/items/<int:pk>/change/", agenda.agendaitem_change, name="agendaitem_change"),
    path("meetings/items/<int:pk>/move/<str:direction>/", agenda.agendaitem_move, name="agendaitem_move"),
    path("meetings/items/<int:pk>/withdraw/", agenda.agendaitem_withdraw, name="agendaitem_withdraw"),
    path("meetings/<int:pk>/", meetings.meeting, name="meeting"),
    path("meetings/<int:pk>/change/", meetings.meeting_change, name="meeting_change"),
    path("meetings/<int:pk>/cancel/", meetings.meeting_cancel, name="meeting_cancel"),
    path("meetings/<int:pk>/restore/", meetings.meeting_restore, name="meeting_restore"),
    path("meetings/<int:pk>/withdraw/", meetings.meeting_withdraw, name="meeting_withdraw"),
    path("meetings/<int:pk>/attendance/", attendance.meeting_attendance, name="meeting_attendance"),
    path("meetings/<int:pk>/minutes/", minutes.meeting_minutes, name="meeting_minutes"),
    path("meetings/<int:pk>/minutes/change/", minutes.meeting_minutes_change, name="meeting_minutes_change"),
    path("meetings/<int:meeting_pk>/items/add/", agenda.agendaitem_add, name="agendaitem_add"),
    path("meetings/<int:meeting_pk>/decisions/add/", decisions.decision_add, name="decision_add"),
    path("meetings/<int:meeting_pk>/actions/add/", meeting_actions.meetingaction_add, name="meetingaction_add"),
    path("decisions/<int:pk>/", decisions.decision, name="decision"),
    path("decisions/<int:pk>/change/", decisions.decision_change, name="decision_change"),
    path("decisions/<int:pk>/withdraw/", decisions.decision_withdraw, name="decision_withdraw"),
]
