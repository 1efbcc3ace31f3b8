"""Drafts with the user's language model beside: asked once for a brief, and told of on stderr."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from redleaf.cli.language_model import settings_in
from redleaf.cli.terminal import printable
from redleaf.errors import RedleafError
from redleaf.languagemodel import Candidates, ModelSettings, candidates_for
from redleaf.languagemodel.beside import draft_beside_model
from redleaf.notes.brief import Brief
from redleaf.writing import Drafting, draft


class ModelBeside:
    """Called as `draft()` is. Whatever the model does, the offline notes are there."""

    def __init__(self, home: Path | None) -> None:
        self._home = home
        self._known: dict[Brief, Candidates] = {}

    def __call__(
        self, brief: Brief, *, n: int = 3, seed: int = 0, with_email: bool = False
    ) -> Drafting:
        try:
            settings = settings_in(self._home)
        except RedleafError as error:
            _tell(f"{error} These are Redleaf's own.")
            return draft(brief, n=n, seed=seed, with_email=with_email)
        beside = draft_beside_model(
            brief, settings, n=n, seed=seed, with_email=with_email, asked=self._asked
        )
        _tell(beside.said)
        return beside.drafting

    def _asked(self, brief: Brief, settings: ModelSettings) -> Candidates:
        """The model's notes; new wording of the same brief asks for no others."""
        if brief not in self._known:
            if sys.stderr.isatty():
                _tell(f"Asking {settings.label}. Ctrl-C goes on without it.")
            try:
                self._known[brief] = candidates_for(brief, settings)
            except KeyboardInterrupt:
                self._known[brief] = Candidates((), "The model was not waited for")
        return self._known[brief]


def _tell(text: str) -> None:
    click.echo(printable(text), err=True)
