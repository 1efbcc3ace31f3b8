"""What is wrong with a keyring, in the language of who asks."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from redleaf.web.retelling import retold

_FAULTS = (
    gettext_noop("The keyring of this machine is missing or did not open."),
    gettext_noop("The keyring of this machine keeps nothing."),
    gettext_noop(
        "A keyring needs a part that is not installed. Add it, in the checkout, with: "
        "pip install '.[model]'."
    ),
    gettext_noop("Set {variable} in the environment instead."),
)


def keyring_in_language(error: Exception) -> str:
    """What a KeyringError says, and what to do instead; another error as it is."""
    return retold(str(error), _FAULTS)
