"""Lån til beboerindskud: the municipality's loan for the deposit of an almen home, when the household moves.

Below the income limit the municipality must lend (pligtlån), the whole deposit or nothing; above it a voluntary loan or
a guarantee is at its discretion, so a high income is never a no.

Law:  Boligstøtteloven §§ 54-56. The municipality where the new home lies decides.
Spec: docs/benefits/beboerindskud.md
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.answers import without_rate, without_tenant
from budgetdesk.benefits.assessment import Assessment, LookAgain, Mode, Step, Verdict
from budgetdesk.benefits.beboerindskud_checklist import CANNOT_SEE, DOCUMENTS, HOW_TO_APPLY, checklist
from budgetdesk.benefits.beboerindskud_loan import LAW, MONTHS, income_limit, instalment
from budgetdesk.benefits.boligstoette_income import BOUNDLESS, counted
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.members import incomes_on, members
from budgetdesk.benefits.rates import Rates
from budgetdesk.dates import ONE_DAY
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case
from budgetdesk.household.rhythm import TIMES_A_YEAR, Rhythm
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO, to_oere

BENEFIT = "beboerindskud"
TITLE = N_("Lån til beboerindskud")
MOVING = "circumstances.moving"
INDSKUD = "circumstances.new_indskud"


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """Whether a loan for the deposit could be relevant, and what it costs later (kr/month in the steps). Never raises.

    A loan is no income: the answer has no amount per month.
    """
    if case.tenant is None:
        return without_tenant(BENEFIT, _(TITLE), day)
    if not _moves(case):
        return _staying(case, day)
    try:
        return _for_moving(case, day, Figures(rates, LAW, day))
    except NoRateError as error:
        return without_rate(BENEFIT, _(TITLE), day, error)


def _moves(case: Case) -> bool:
    now = case.circumstances
    return bool(now.moving) or (now.moving is None and bool(now.new_indskud))


def _staying(case: Case, day: date) -> Assessment:
    if case.circumstances.moving is None:
        return Assessment(
            benefit=BENEFIT,
            title=_(TITLE),
            on=day,
            verdict=Verdict.UNKNOWN,
            summary=_("Lån til beboerindskud kan være relevant, hvis I skal flytte til en almen bolig."),
            missing_facts=(MOVING,),
        )
    summary = _("Lån til beboerindskud gives kun til en ny bolig. I har sagt, at I ikke skal flytte.")
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=Verdict.NO,
        summary=summary,
        amount_per_month=ZERO,
        steps=(Step(_("I skal ikke flytte"), "§ 54"),),
        look_again=(LookAgain(None, _("Hvis I får tilbudt en anden almen bolig.")),),
    )


@dataclass(frozen=True)
class YearlyIncome:
    """The household's income as far as it is known, kr/year, and the facts that would settle it."""

    least: Decimal
    most: Decimal
    missing: tuple[str, ...] = ()


def yearly_income(case: Case, day: date, figures: Figures) -> YearlyIncome:
    """12 times the monthly personlig indkomst of the adults, and ældrecheck, which counts here (Ældre Sagen)."""
    who = members(case, day, child_under=int(figures.compare("barn_under")))
    rows = [row for row in incomes_on(case, day) if row.person in who.ids]
    found = [each for row in rows if (each := counted(row, figures)) is not None]
    extra = sum((_a_year(row.amount, row.rhythm) for row in rows if row.kind == "aeldrecheck"), ZERO)
    if not found:
        return YearlyIncome(extra, BOUNDLESS * MONTHS, ("income",))
    least, most = (sum(ends, ZERO) * MONTHS + extra for ends in zip(*((f.least, f.most) for f in found), strict=True))
    return YearlyIncome(least, most, tuple(dict.fromkeys(each.missing for each in found if each.missing)))


def _a_year(amount: Decimal | None, rhythm: Rhythm) -> Decimal:
    return (amount or ZERO) * max(1, TIMES_A_YEAR[rhythm])


def _for_moving(case: Case, day: date, figures: Figures) -> Assessment:
    who = members(case, day, child_under=int(figures.compare("barn_under")))
    income = yearly_income(case, day, figures)
    limit = income_limit(len(who.children) + len(who.ageless), figures)
    surely = income_limit(len(who.children), figures)
    steps = (*_income_steps(income, limit), *_loan_steps(case, figures))
    asked = tuple(f"persons[{each.id}].born" for each in who.ageless) if surely < limit else ()
    if income.most <= surely:
        return _answer(case, day, figures, Verdict.YES, _(MUST), steps, _unsaid(case), income)
    missing = (*income.missing, *asked, *_unsaid(case))
    if income.least > limit:
        answer = _answer(case, day, figures, Verdict.UNKNOWN, _(MAY), steps, _unsaid(case), income)
        hope = LookAgain(None, _("Hvis indkomsten falder under grænsen, før I flytter ind."))
        return replace(answer, look_again=(*answer.look_again, hope))
    return _answer(case, day, figures, Verdict.UNKNOWN, _(ASK), steps, missing, income)


MUST = N_("Lån til beboerindskud kan være relevant: indkomsten er under grænsen. Søg, når I har lejekontrakten.")
MAY = N_(
    "Lån til beboerindskud er ikke en pligt her: indkomsten er over grænsen. Et frivilligt "
    "lån eller kommunens garanti kan være relevant."
)
ASK = N_("Lån til beboerindskud kan være relevant. Der mangler oplysninger om indkomsten.")


def _unsaid(case: Case) -> tuple[str, ...]:
    now = case.circumstances
    return tuple(
        path for path, value in ((INDSKUD, now.new_indskud), ("circumstances.new_rent", now.new_rent)) if value is None
    )


def _income_steps(income: YearlyIncome, limit: Decimal) -> tuple[Step, ...]:
    own = [Step(_("Jeres indkomst pr. år, mindst"), "§ 56", to_oere(income.least))]
    if not income.missing:
        own = [Step(_("Jeres indkomst pr. år ved indflytning"), "§ 56", to_oere(income.least))]
    return (*own, Step(_("Indkomstgrænse pr. år for en lejlighed"), "§ 56", limit))


def _loan_steps(case: Case, figures: Figures) -> tuple[Step, ...]:
    indskud = case.circumstances.new_indskud
    if not indskud:
        return ()
    free, years = int(figures.take("frie_aar")), int(figures.take("afdrag_aar"))
    later = instalment(indskud, figures.take("rente"), years)
    return (
        Step(_("Beboerindskud, hele beløbet eller intet (engangsbeløb)"), "§ 54", indskud),
        Step(_("De første {free} år: ingen renter og afdrag").format(free=free), "Boligstøtteloven kap. 10", ZERO),
        Step(_("Derefter i {years} år, cirka pr. måned").format(years=years), "Boligstøtteloven kap. 10", later),
    )


def _answer(
    case: Case,
    day: date,
    figures: Figures,
    verdict: Verdict,
    summary: str,
    steps: tuple[Step, ...],
    missing: tuple[str, ...],
    income: YearlyIncome,
) -> Assessment:
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=verdict,
        summary=summary,
        steps=steps,
        rates_used=figures.used,
        missing_facts=missing,
        look_again=(LookAgain(min(rate.end for rate in figures.used) + ONE_DAY, _("Nye grænser.")),),
        checklist=checklist(case, day, income.least, figures),
        how_to_apply=_(HOW_TO_APPLY),
        documents_needed=translated(DOCUMENTS),
        cannot_see=translated(CANNOT_SEE),
        vejledende=figures.vejledende,
    )
