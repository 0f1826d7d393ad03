"""A tenant's page in two languages, in the window: chosen beside the paper, and printed only when it has been read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from budgetdesk.actions import two_languages
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.workspace import Workspace
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.tenant.tenant_words import LANGUAGES
from budgetdesk.i18n import N_, SOURCE_LANGUAGE, _, translated
from budgetdesk.ui import background
from budgetdesk.ui.widgets.choices import MenuMark
from budgetdesk.ui.widgets.words import button

ALSO = N_("Også på …")


@dataclass(frozen=True)
class Made:
    """A page in two languages, ready to be shown."""

    title: str
    language: str
    pdf: bytes
    why_not: str
    """Why it is to look at only; "" where it may be printed."""


def also_in(
    owner: QWidget, desk: Desk, document: str, store: Workspace | None, show: Callable[[Made], object]
) -> list[QWidget]:
    """The button that offers the page in other languages, the tenant's first; none for a paper that has only one."""
    if not two_languages.offered(document):
        return []
    names = translated(LANGUAGES)

    def fill(menu: QMenu) -> None:
        own = desk.record.case.info.language
        for code in sorted(names, key=lambda code: (code != own, names[code])):
            menu.addAction(names[code], partial(make, owner, desk, document, store, code, show))

    made = MenuMark(_(ALSO), fill)
    made.setAccessibleName(_("Vis siden på dansk og et sprog til"))
    return [made]


def make(
    owner: QWidget,
    desk: Desk,
    document: str,
    store: Workspace | None,
    language: str,
    show: Callable[[Made], object],
) -> None:
    """Make the page side by side, in a thread, and remember the tenant's language."""
    _remember(desk, language)
    record, overview, library = desk.record, desk.overview, desk.library
    title = _("{title} på dansk og {language}").format(
        title=catalogue.document(document).title, language=translated(LANGUAGES)[language].lower()
    )

    def work() -> Made:
        why = two_languages.why_not(store, document, language)
        pdf = two_languages.to_look_at(store, document, language, record, overview, library)
        return Made(title, language, pdf, why)

    background.run(owner, work, show)


def to_translations(owner: QWidget, store: Workspace | None, document: str, language: str) -> list[QWidget]:
    """The button that leads to where the texts are read."""
    if store is None:
        return []

    def go() -> None:
        from budgetdesk.ui.translations.dialog import TranslationsDialog  # noqa: PLC0415 - seldom wanted

        TranslationsDialog(owner.window(), store, language=language, page=document).open()

    return [button(_("Til oversættelserne …"), go)]


def _remember(desk: Desk, language: str) -> None:
    """The tenant's language, where the case has none but Danish yet."""
    info = desk.record.case.info
    if info.language == SOURCE_LANGUAGE:
        case = replace(desk.record.case, info=replace(info, language=language))
        desk.change(_("Sprog"), replace(desk.record, case=case))
