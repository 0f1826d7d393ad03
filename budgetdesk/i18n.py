"""The language of the window: gettext, with Danish as the source language.

    from budgetdesk.i18n import _, ngettext
    _("Tilføj bilag")
    ngettext("{count} bilag mangler", "{count} bilag mangler", count).format(count=count)

Fields are named and filled after translating; never an f-string inside `_()`, or nothing can be found to translate.
Catalogues lie in `resources/locale/LANGUAGE/LC_MESSAGES/budgetdesk.mo`; `make messages` collects the texts.
"""

from __future__ import annotations

import gettext
from pathlib import Path

DOMAIN = "budgetdesk"
SOURCE_LANGUAGE = "da"


class _Chosen:
    """Which catalogue is in use. The one thing here that changes, when the user changes the language."""

    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use(language: str, folder: Path) -> bool:
    """Speak a language from now on. False, and Danish, where `folder` has no catalogue for it."""
    if language == SOURCE_LANGUAGE:
        _Chosen.catalogue = gettext.NullTranslations()
        return True
    try:
        _Chosen.catalogue = gettext.translation(DOMAIN, folder, languages=[language])
    except OSError:
        _Chosen.catalogue = gettext.NullTranslations()
        return False
    return True


def _(text: str) -> str:
    """`text` in the language of the window; `text` itself where it has no translation."""
    return _Chosen.catalogue.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The form that fits `count`, in the language of the window."""
    return _Chosen.catalogue.ngettext(one, many, count)
