"""What stands in the menus of the window, in order. What each line does is a method of the window, or what the session
has put in its place; it is looked up when the line is chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui.menus import LINE, MenuItem, Menus

CASE = (
    MenuItem(N_("Alle sager"), "leave_case", ("Ctrl+W",), of_case=True),
    MenuItem(N_("Hent sag fra fil …"), "read_case"),
    MenuItem(N_("Prøv med eksempel"), "open_sample"),
    MenuItem(N_("Næste åbne sag"), "next_case", ("Ctrl+Tab", "Ctrl+PgDown")),
    MenuItem(N_("Forrige åbne sag"), "case_before", ("Ctrl+Shift+Tab", "Ctrl+PgUp")),
    MenuItem(N_("Luk sagen"), "put_case_away", ("Ctrl+Shift+W",), of_case=True),
    MenuItem(N_("Gem sagen som fil …"), "export_case", of_case=True),
    MenuItem(N_("Ringeliste …"), "show_calls"),
    MenuItem(N_("Restancelister …"), "show_arrears"),
    MenuItem(N_("Ens husstande, ens behandling …"), "show_equal"),
    MenuItem(N_("Statistik …"), "show_statistics"),
    MenuItem(N_("For ledere og evaluatorer …"), "show_leaders"),
    MenuItem(N_("Hæfte til et kursus …"), "show_course"),
    MenuItem(N_("Sammenlign lån …"), "compare_loans", of_case=True),
    MenuItem(N_("Find eller kontrollér et papir …"), "check_paper"),
    LINE,
    MenuItem(N_("Lås"), "lock", ("Ctrl+L",)),
    MenuItem(N_("Skift adgangskode …"), "change_passphrase"),
    MenuItem(N_("Afslut"), "close", ("Ctrl+Q",)),
)

EDIT = (
    MenuItem(N_("Fortryd"), "undo", ("Ctrl+Z",), of_case=True),
    MenuItem(N_("Gentag"), "redo", ("Ctrl+Shift+Z", "Ctrl+Y"), of_case=True),
    LINE,
    MenuItem(N_("Alt, hvad programmet kan"), "show_palette", ("Ctrl+K",), listed=False),
    MenuItem(N_("Indstillinger …"), "show_settings", ("Ctrl+,",)),
    MenuItem(N_("Satser …"), "show_rates"),
    MenuItem(N_("Politik …"), "show_policy"),
    MenuItem(N_("Om os og vores ord …"), "show_house"),
    MenuItem(N_("Seglet på papirerne …"), "show_seal"),
)

DATA = (
    MenuItem(N_("Formål og frist …"), "purpose", of_case=True),
    MenuItem(N_("Hvem har åbnet sagen …"), "looks", of_case=True),
    MenuItem(N_("Udlevér alt om personen …"), "hand_out", of_case=True),
    MenuItem(N_("Notér en rettelse …"), "correction", of_case=True),
    MenuItem(N_("Slet sagen for altid …"), "erase", of_case=True),
    LINE,
    MenuItem(N_("Skal slettes …"), "due"),
    MenuItem(N_("Sikkerhedskopi …"), "back_up"),
    MenuItem(N_("Hent en sikkerhedskopi …"), "restore"),
    MenuItem(N_("Nødnøgle …"), "recovery"),
    LINE,
    MenuItem(N_("Oversættelser …"), "translations"),
)
"""Keeping and deleting, a person's rights, backups: names of the session's `data_commands`."""

VIEW = (
    MenuItem(N_("Lejerens skærm"), "toggle_tenant", ("F9",), of_case=True),
    LINE,
    MenuItem(N_("Næste del af vinduet"), "next_part", ("F6",), of_case=True, listed=False),
    MenuItem(N_("Forrige del af vinduet"), "part_before", ("Shift+F6",), of_case=True, listed=False),
)
"""Below the pages and the colours."""


def add_of_case(
    menus: Menus,
    *,
    show_page: Callable[[str], object],
    do_on_page: Callable[[str, str], object],
    show_paper: Callable[[str], object],
    open_letter: Callable[[str], object],
) -> None:
    """Pages, what they can do, and papers: with the first case, because what they are made of is slow to import."""
    from budgetdesk.ui.pages import PAGES  # noqa: PLC0415 - slow: not before the window is seen

    menus.add_pages([(page.key, page.step) for page in PAGES], show_page)
    for page in (page for page in PAGES if page.commands):
        menu = menus.add_page_menu(page.step)
        for each in page.commands:
            keys = [each.keys] if each.keys else []
            menus.add(menu, each.text, partial(do_on_page, page.key, each.act), *keys, of_case=True)
    _add_papers(menus, show_paper, open_letter)


def _add_papers(menus: Menus, show_paper: Callable[[str], object], open_letter: Callable[[str], object]) -> None:
    from budgetdesk.documents.papers.catalogue import DOCUMENTS, WITHOUT_CASE  # noqa: PLC0415 - as above
    from budgetdesk.documents.papers.letter_catalogue import LETTERS  # noqa: PLC0415

    for document in (one for name, one in translated(DOCUMENTS).items() if name not in WITHOUT_CASE):
        menus.add(menus.papers, f"{document.title} …", partial(show_paper, document.name), of_case=True)
    of_payment = menus.add_below(menus.papers, _("Breve om betaling"))
    for number, (name, letter) in enumerate(translated(LETTERS).items()):
        title = _("Brev: {title} …").format(title=letter.title)
        menus.add(of_payment, title, partial(open_letter, name), *(["Ctrl+B"] if number == 0 else []), of_case=True)
