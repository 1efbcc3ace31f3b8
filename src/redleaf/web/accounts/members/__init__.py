"""Accounts of a team's server, by django-allauth: join, log in, second step, sessions, leave.

Only a team's server loads this; the desk on one's own machine knows no accounts.
"""
