"""The addresses of objectives, actions and their steps."""

from django.urls import path

from strategies.views import delivery, delivery_actions, delivery_milestones, delivery_objectives

HERE = "p/<slug:slug>/"

urlpatterns = [
    path(f"{HERE}delivery/", delivery.delivery, name="delivery"),
    path(f"{HERE}strategies/<int:strategy_pk>/objectives/add/", delivery_objectives.objective_add, name="objective_add"),
    path(f"{HERE}objectives/<int:pk>/", delivery_objectives.objective, name="objective"),
    path(f"{HERE}objectives/<int:pk>/change/", delivery_objectives.objective_change, name="objective_change"),
    path(f"{HERE}objectives/<int:pk>/withdraw/", delivery_objectives.objective_withdraw, name="objective_withdraw"),
    path(f"{HERE}delivery/actions/add/", delivery_actions.action_add, name="action_add"),
    path(f"{HERE}delivery/actions/<int:pk>/", delivery_actions.action, name="action"),
    path(f"{HERE}delivery/actions/<int:pk>/change/", delivery_actions.action_change, name="action_change"),
    path(f"{HERE}delivery/actions/<int:pk>/withdraw/", delivery_actions.action_withdraw, name="action_withdraw"),
    path(f"{HERE}delivery/actions/<int:action_pk>/steps/add/", delivery_milestones.milestone_add, name="milestone_add"),
    path(f"{HERE}delivery/steps/<int:pk>/change/", delivery_milestones.milestone_change, name="milestone_change"),
    path(f"{HERE}delivery/steps/<int:pk>/reached/", delivery_milestones.milestone_reached, name="milestone_reached"),
    path(f"{HERE}delivery/steps/<int:pk>/withdraw/", delivery_milestones.milestone_withdraw, name="milestone_withdraw"),
]
