"""What each kind of børnetilskud gives the household: certain money, what more it could be, and what is not known.

Law: Børnetilskudsloven §§ 2-4, 10 a and 10 c.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk import formats
from budgetdesk.benefits.assessment import Step
from budgetdesk.benefits.boernetilskud_formula import beyond_the_first, paid_until
from budgetdesk.benefits.boernetilskud_reading import Reading, Single, Special
from budgetdesk.benefits.children import called
from budgetdesk.benefits.figures import Figures
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case
from budgetdesk.i18n import _, ngettext
from budgetdesk.money import ZERO

QUARTERS = 4


@dataclass(frozen=True)
class Kinds:
    """What the household gives, kr/year: what is certain, what more it could be, and what cannot be reckoned."""

    steps: tuple[Step, ...]
    certain: Decimal
    more: Decimal
    missing: tuple[str, ...]
    notes: tuple[str, ...]
    unknown_kind: bool
    """True where a kind may be relevant of which we have no figure: the highest amount is then not known."""


def kinds_of(case: Case, day: date, reading: Reading, figures: Figures) -> Kinds:
    """Every kind in turn. Raises NoRateError where the ordinary amounts are not known."""
    parts = (
        _provider(case, reading, figures),
        _ageless(reading, figures),
        _special(reading, figures),
        _twins(day, reading, figures),
        _study(reading, figures),
    )
    return _together(parts)


def _together(parts: Sequence[Kinds]) -> Kinds:
    return Kinds(
        steps=tuple(step for part in parts for step in part.steps),
        certain=sum((part.certain for part in parts), ZERO),
        more=sum((part.more for part in parts), ZERO),
        missing=tuple(dict.fromkeys(path for part in parts for path in part.missing)),
        notes=tuple(dict.fromkeys(note for part in parts for note in part.notes)),
        unknown_kind=any(part.unknown_kind for part in parts),
    )


def _found(
    *steps: Step,
    certain: Decimal = ZERO,
    more: Decimal = ZERO,
    missing: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
    unknown_kind: bool = False,
) -> Kinds:
    return Kinds(steps, certain, more, missing, notes, unknown_kind)


def _provider(case: Case, reading: Reading, figures: Figures) -> Kinds:
    """Ordinary for each child and one extra, for who provides alone (§§ 2-3)."""
    count = len(reading.children)
    if reading.single is Single.NO or not count:
        return _found()
    ordinary, extra = figures.take("ordinaert"), figures.take("ekstra")
    total = ordinary * count + extra
    steps = (
        Step(
            ngettext(
                "Ordinært børnetilskud for {count} barn, pr. kvartal",
                "Ordinært børnetilskud for {count} børn, pr. kvartal",
                count,
            ).format(count=count),
            "§ 2",
            ordinary * count / QUARTERS,
        ),
        Step(_("Ekstra børnetilskud til en enlig, pr. kvartal"), "§ 3", extra / QUARTERS),
    )
    if reading.single is Single.YES:
        return _found(*steps, certain=total)
    tenant = case.tenant
    return _found(*steps, more=total, missing=(f"persons[{tenant.id if tenant else ''}].marital",))


def _ageless(reading: Reading, figures: Figures) -> Kinds:
    """Children without a birth date may be under 18 or not."""
    count = len(reading.ageless)
    if not count:
        return _found()
    extra = ZERO if reading.children or reading.single is Single.NO else figures.take("ekstra")
    each = figures.take("ordinaert") + figures.take("saerligt") * QUARTERS
    if count + len(reading.children) > 1:  # they may be twins
        each += figures.take("flerboern") * QUARTERS
    return _found(more=each * count + extra, missing=tuple(f"persons[{child.id}].born" for child in reading.ageless))


def _special(reading: Reading, figures: Figures) -> Kinds:
    """Særligt børnetilskud for each child (§ 4). What pensioners get falls with their income, so it is a range."""
    parts = [
        _special_of(called(child.person), child.special, child.missing, reading, figures) for child in reading.children
    ]
    return _together(parts)


def _special_of(name: str, special: Special, missing: str, reading: Reading, figures: Figures) -> Kinds:
    if special is Special.NONE:
        return _found()
    rate = "saerligt_en_pensionist" if special is Special.ONE_PENSIONER else "saerligt"
    try:
        quarter = figures.take(rate)
    except NoRateError as error:
        return _found(
            missing=(missing,) if missing else (),
            notes=(_("Særligt børnetilskud. {error}").format(error=error),),
            unknown_kind=True,
        )
    if special is Special.FULL:
        step = Step(_("Særligt børnetilskud for {name}, pr. kvartal").format(name=name), "§ 4, stk. 3", quarter)
        return _found(step, certain=quarter * QUARTERS)
    # Two pensioners living together have the ordinary amount as well (§ 2, stk. 1, nr. 4).
    may_be_both = special in (Special.BOTH_PENSIONERS, Special.UNSAID) and reading.single is Single.NO
    ordinary = figures.take("ordinaert") if may_be_both else ZERO
    if special is Special.UNSAID:
        return _found(more=quarter * QUARTERS + ordinary, missing=(missing,))
    per_cent = formats.number(figures.take("pensionist_nedsaettelse"))
    note = _(
        "Pensionisters indkomst: tilskuddet falder med {per_cent} % af den, der er over grænsen for pensionstillæg."
    ).format(per_cent=per_cent)
    step = Step(
        _("Højst særligt børnetilskud for {name}, pr. kvartal (pensionister)").format(name=name),
        "§ 4, stk. 3 og 7",
        quarter + ordinary / QUARTERS,
    )
    return _found(step, more=quarter * QUARTERS + ordinary, notes=(note,))


def _twins(day: date, reading: Reading, figures: Figures) -> Kinds:
    """Flerbørnstilskud: for children born on the same day, each beyond the first, to age 7 (§ 10 a)."""
    if len(set(reading.births)) == len(reading.births):
        return _found()
    until = int(figures.take("flerboern_under"))
    count = beyond_the_first(born for born in reading.births if paid_until(born, until, day))
    if not count:
        return _found()
    try:
        quarter = figures.take("flerboern") * count
    except NoRateError as error:
        return _found(notes=(_("Flerbørnstilskud. {error}").format(error=error),), unknown_kind=True)
    return _found(
        Step(_("Flerbørnstilskud for tvillinger eller flere, pr. kvartal"), "§ 10 a", quarter),
        certain=quarter * QUARTERS,
    )


def _study(reading: Reading, figures: Figures) -> Kinds:
    """For parents who study (§ 10 c). It falls with income, so it is a range; for 2026 the amount is not known."""
    paths = tuple(f"persons[{adult.id}].income_base" for adult in reading.unsaid_base)
    count = len(reading.children) + len(reading.ageless)
    if not count or not (reading.students or paths):
        return _found()
    if not reading.students:
        note = _("Om en af jer er under uddannelse eller på folkepension. Det kan give mere.")
        return _found(missing=paths, notes=(note,), unknown_kind=True)
    try:
        amount = figures.take("uddannelse") * count
    except NoRateError as error:
        return _found(
            notes=(_("Børnetilskud til forældre under uddannelse kan være relevant. {error}").format(error=error),),
            unknown_kind=True,
        )
    step = Step(_("Højst til forældre under uddannelse, pr. år"), "§ 10 c", amount)
    return _found(step, more=amount, notes=(_("Indkomsten hos forældre under uddannelse: tilskuddet falder med den."),))
