"""Addresses of the accounts, under the names that allauth asks for."""

from allauth.account import views as account
from allauth.usersessions import views as sessions
from django.urls import include, path, re_path

from redleaf.web.accounts.members import leaving, views
from redleaf.web.accounts.views import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("join/", views.join, name="account_signup"),
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("closed/", account.account_inactive, name="account_inactive"),
    path("confirm/", account.email_verification_sent, name="account_email_verification_sent"),
    re_path(r"^confirm/(?P<key>[-:\w]+)/$", account.confirm_email, name="account_confirm_email"),
    path("forgotten/", account.password_reset, name="account_reset_password"),
    path("forgotten/sent/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^forgotten/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.new_password,
        name="account_reset_password_from_key",
    ),
    path(
        "forgotten/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("again/", account.reauthenticate, name="account_reauthenticate"),
    path("settings/account/", views.account, name="account"),
    path("settings/account/e-mail/", account.email, name="account_email"),
    path("settings/account/password/", views.change_password, name="account_change_password"),
    path("settings/account/sessions/", sessions.list_usersessions, name="usersessions_list"),
    path("settings/account/leave/", leaving.leave, name="leave"),
    path("settings/account/second-step/", include("allauth.mfa.urls")),
]
