"""What a card asks for: a line, and where the note goes."""

from __future__ import annotations

from django import forms

from redleaf.web.desk.forms import NetworkForm
from redleaf.web.stack.writing import Typed

LONGEST_LINE = 2_000


class CardForm(NetworkForm):
    """The memory line of a card; `asked` when a key or a button was pressed, not while typing."""

    line = forms.CharField(required=False, max_length=LONGEST_LINE)
    seed = forms.IntegerField(required=False, min_value=0)
    chosen = forms.IntegerField(required=False, min_value=1)
    asked = forms.BooleanField(required=False)

    def typed(self) -> Typed:
        """What stands in the form, once it is valid."""
        data = self.cleaned_data
        return Typed(data["line"], data["network"], data["seed"] or 0, data["chosen"] or 1)
