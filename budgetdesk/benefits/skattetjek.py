"""The tax check: is the forskudsopgørelse right, and which deductions may be missing in it.

Law:  Ligningsloven §§ 9 C, 9 J and 13, personskatteloven § 11. Skatteforvaltningen; the citizen changes it in TastSelv.
Spec: docs/benefits/skattetjek.md

The answer is never no: what the forskudsopgørelse holds cannot be seen from here. Every worth is vejledende.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from budgetdesk import formats
from budgetdesk.benefits.answers import without_rate, without_tenant
from budgetdesk.benefits.assessment import Assessment, LookAgain, Mode, Step, Verdict
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.members import couple, lives_on
from budgetdesk.benefits.rates import Rates
from budgetdesk.benefits.skattetjek_deductions import Deduction, deductions, has_extra, provides_alone
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case, Person
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO, to_oere

BENEFIT = "skattetjek"
TITLE = N_("Skattetjek")
LAW = "skat"
SETTLED_IN = (3, 1)
"""From when the årsopgørelse of last year can be seen: March."""
HOW_TO_APPLY = N_("Log på TastSelv på skat.dk med MitID. Ret forskudsopgørelsen. Det virker fra næste løn.")
DOCUMENTS = (N_("de seneste lønsedler"), N_("årsopgørelse for sidste år"), N_("årsopgørelser fra lån og anden gæld"))


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """What to look for in the forskudsopgørelse, and about what each deduction is worth, kr/month. Never no."""
    if case.tenant is None:
        return without_tenant(BENEFIT, _(TITLE), day)
    try:
        return _answer(case, day, Figures(rates, LAW, day))
    except NoRateError as error:
        bare = without_rate(BENEFIT, _(TITLE), day, error)
        return replace(
            bare, checklist=_checklist(case, day), how_to_apply=_(HOW_TO_APPLY), documents_needed=translated(DOCUMENTS)
        )


def _answer(case: Case, day: date, figures: Figures) -> Assessment:
    found = deductions(case, day, figures)
    open_adults = [adult for adult in couple(case) if not _checked(adult, day)]
    missing = _missing(case, open_adults, day)
    total = to_oere(sum((each.worth for each in found), ZERO) / 12)
    unbounded = any("commute" in path for path in missing)
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=Verdict.UNKNOWN,
        summary=_summary(total, bool(open_adults)),
        lowest=ZERO,
        highest=None if unbounded else total if open_adults else ZERO,
        steps=_steps(found, total),
        rates_used=figures.used,
        missing_facts=missing,
        look_again=_look_again(day),
        checklist=_checklist(case, day),
        how_to_apply=_(HOW_TO_APPLY),
        documents_needed=translated(DOCUMENTS),
        cannot_see=_cannot_see(case, day),
        vejledende=True,
    )


def _checked(adult: Person, day: date) -> bool:
    """Whether the forskudsopgørelse of this year has been gone through."""
    on = adult.adult.forskudsopgoerelse_checked
    return on is not None and on.year == day.year and on <= day


def _missing(case: Case, adults: list[Person], day: date) -> tuple[str, ...]:
    """Whether it has been checked settles most; then the way to work of those who have a wage."""
    paths = [f"persons[{adult.id}].adult.forskudsopgoerelse_checked" for adult in adults]
    for adult in adults:
        if "loen" not in lives_on(case, adult, day):
            continue
        if adult.adult.commute_km is None:
            paths.append(f"persons[{adult.id}].adult.commute_km")
        if adult.adult.commute_days is None and adult.adult.commute_km != 0:
            paths.append(f"persons[{adult.id}].adult.commute_days")
    return tuple(paths)


def _steps(found: tuple[Deduction, ...], total: Decimal) -> tuple[Step, ...]:
    lines: list[Step] = []
    for each in found:
        lines.append(Step(_("{text}: fradrag pr. år").format(text=each.text), each.paragraph, to_oere(each.amount)))
        lines.append(
            Step(_("{text}: omtrent værd pr. måned (vejledende)").format(text=each.text), "", to_oere(each.worth / 12))
        )
    if found:
        text = _("I alt omtrent pr. måned, hvis intet af det er med i forskudsopgørelsen (vejledende)")
        lines.append(Step(text, "", total))
    return tuple(lines)


def _summary(total: Decimal, open_adults: bool) -> str:
    if not open_adults:
        return _("Forskudsopgørelsen er set efter i år. Et nyt skattetjek kan være relevant, når noget ændrer sig.")
    if not total:
        return _("Et skattetjek kan være relevant: se, om forskudsopgørelsen passer med indkomsten i år.")
    about = formats.kroner(total, oere=False)
    return _(
        "Et skattetjek kan være relevant: fradrag kan være værd op til omtrent {about} om måneden (vejledende)."
    ).format(about=about)


def _checklist(case: Case, day: date) -> tuple[Step, ...]:
    all_checked = all(_checked(adult, day) for adult in couple(case))
    lost_job = any(row.kind == "loen" and row.end and row.end.year == day.year for row in case.income)
    lines = [
        Step(_("Er forskudsopgørelsen åbnet i TastSelv i år?"), "", met=True if all_checked else None),
        Step(
            _("Passer indkomsten i den med det, I tjener i år? Ved ledighed midt i året er skatten ofte for høj."), ""
        ),
        Step(_("Står renter, kørsel, fagforening, a-kasse, børnebidrag og handicaptillæg i den?"), ""),
    ]
    if lost_job:
        lines[1] = replace(lines[1], because=_("En løn hører op i år."))
    if provides_alone(case, day):
        lines.append(_single_line(has_extra(case, day)))
    return (
        *lines,
        Step(_("Er der sat penge af til restskat, hvis der er kommet efterbetaling eller ydelser uden skat?"), ""),
        Step(_("Er overskydende skat fra sidste år kommet? Den kommer efter årsopgørelsen i marts."), ""),
    )


def _single_line(has: bool) -> Step:
    text = _("Står det ekstra fradrag for enlige forsørgere i den? Det kræver ekstra børnetilskud i kvartalet.")
    because = (
        _("I får børnetilskud.")
        if has
        else _("I får ikke børnetilskud. Søg det: uden det mister I også fradraget for kvartalet.")
    )
    return Step(text, "ligningsloven § 9 J", met=None if has else False, because=because)


def _look_again(day: date) -> tuple[LookAgain, ...]:
    settled = date(day.year, *SETTLED_IN)
    if settled < day:
        settled = settled.replace(year=day.year + 1)
    days = (
        LookAgain(settled, _("Årsopgørelsen: er der overskydende skat eller restskat?")),
        LookAgain(date(day.year + 1, 1, 1), _("Ny forskudsopgørelse og nye satser.")),
    )
    return tuple(sorted(days, key=lambda each: each.on or day))


def _cannot_see(case: Case, day: date) -> tuple[str, ...]:
    notes = (
        _("Hvad der allerede står i forskudsopgørelsen. Meget kommer af sig selv."),
        _("Kommunens egen skatteprocent. Der er regnet med landets gennemsnit."),
    )
    if not provides_alone(case, day):
        return notes
    return (*notes, _("I hvilke kvartaler af året I har fået ekstra børnetilskud. Fradraget følger dem."))
