"""Boligstøtte: help with the rent, as boligsikring (boligstøtteloven § 22) or boligydelse (§ 21).

Law:  Boligstøtteloven (lov om individuel boligstøtte). Udbetaling Danmark decides.
Spec: docs/benefits/boligstoette.md
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.answers import without_rate, without_tenant
from budgetdesk.benefits.assessment import Assessment, LookAgain, Mode, Step, Verdict
from budgetdesk.benefits.boligstoette_chances import chances, pension_paths, with_young_rule
from budgetdesk.benefits.boligstoette_correction import correction_steps
from budgetdesk.benefits.boligstoette_facts import COLLECTIVE, LAW, OWN_SHARE, Facts, Scheme
from budgetdesk.benefits.boligstoette_formula import Award, calculate, highest_income
from budgetdesk.benefits.boligstoette_loft import NOTE as LOFT_NOTE
from budgetdesk.benefits.boligstoette_loft import loft
from budgetdesk.benefits.boligstoette_notes import DOCUMENTS, HOW_TO_APPLY, assumed, cannot_see, look_again
from budgetdesk.benefits.boligstoette_reading import Reading, read
from budgetdesk.benefits.boligstoette_sharing import collective_share, sharing_of
from budgetdesk.benefits.boligstoette_start import in_time, start_steps, waiting
from budgetdesk.benefits.boligstoette_steps import as_now, for_each, income_beside_limit, steps
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.members import incomes_on
from budgetdesk.benefits.rates import Rates
from budgetdesk.benefits.unknown import Spread, spread
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case, Income
from budgetdesk.household.words import Role
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO

BENEFIT = "boligstoette"
TITLE = N_("Boligstøtte")
OWNED = ("ejer", "ejerbolig", "andel", "andelsbolig")
YOUNG = N_("Måske i alt pr. måned, hvis reglen for unge par gælder (ikke bekræftet)")
GETS_IT_NOW = LookAgain(None, N_("Hvis I får boligstøtte i dag: så gælder mindstebeløbet måske ikke."))


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """What boligstøtte the household could get on `day`, kr/month. Never raises for a missing fact or figure."""
    if case.tenant is None:
        return without_tenant(BENEFIT, _(TITLE), day)
    try:
        _require_income_limit(day, rates)
        return _Work.begin(case, day, rates, mode).answer()
    except NoRateError as error:
        return without_rate(BENEFIT, _(TITLE), day, error)


def _require_income_limit(day: date, rates: Rates) -> None:
    """Raise NoRateError for the year's best-known figure, so that the sentence names it and not a lesser one."""
    series = [rates[LAW].series[f"{scheme}_indkomstgraense"] for scheme in Scheme]
    if not any(rate.start <= day <= rate.end for each in series for rate in each.rates):
        series[0].on(day)


@dataclass(frozen=True)
class _Work:
    """One assessment on its way: what was read, the range of the answer, and the figures used so far."""

    case: Case
    day: date
    rates: Rates
    figures: Figures
    reading: Reading
    range: Spread[Facts]

    @classmethod
    def begin(cls, case: Case, day: date, rates: Rates, mode: Mode) -> _Work:
        figures = Figures(rates, LAW, day)
        reading = read(case, day, figures, mode)
        trial = Figures(rates, LAW, day)
        found = spread(reading.facts, reading.gaps, lambda facts: calculate(facts, trial).per_month)
        if found.missing:
            figures.add(trial)
        return cls(case, day, rates, figures, reading, found)

    def answer(self) -> Assessment:
        """The answer: what the home rules out, what is not known, what is not settled in law, and else the amount."""
        excluded = self._excluded()
        if excluded is not None:
            return excluded
        if self.reading.facts.sharing in COLLECTIVE:
            return self._collective()
        if self.range.missing:
            found = loft(self.case, self.day, self.figures)
            lowest = min(self.range.lowest, found.lowest) if found else self.range.lowest
            return self._unknown(
                _("{title} kan være relevant. Der mangler oplysninger, før beløbet kan regnes ud.").format(
                    title=_(TITLE)
                ),
                lowest,
            )
        return self._known(calculate(self.range.at_lowest, self.figures))

    def _known(self, award: Award) -> Assessment:
        """Every fact is known: the amount, unless the law leaves a doubt about it."""
        young = with_young_rule(award, self.figures.on_the_side())
        if award.per_month == 0:
            return self._nothing(award, young)
        ceiling = loft(self.case, self.day, self.figures.on_the_side())
        if ceiling is not None and ceiling.lowest < award.per_month:
            return self._under_loft(award)
        return self._yes(award, young)

    def _excluded(self) -> Assessment | None:
        """Homes that the law leaves out, or treats by rules that are not computed here (§§ 1-2 a, 6, 24 a)."""
        home = self.case.tenancy
        open_to_doubt = self.range.at_highest.scheme is Scheme.BOLIGYDELSE or self._may_be_pensioner()
        sharing = sharing_of(home.sharing)
        if home.kind in OWNED:
            if open_to_doubt or self.reading.facts.raised:
                summary = _("Boligstøtte til en ejet bolig kan være relevant, men kun som lån. Spørg.")
                return self._unknown(summary, ZERO, first=self._pension_paths())
            return self._ruled_out(_("Boligstøtte gives til lejere. Boligen er oplyst som ejet."), "§ 1")
        if not home.own_kitchen and sharing not in OWN_SHARE:
            if open_to_doubt or sharing is None:
                summary = _("Boligstøtte uden eget køkken kan være relevant i særlige boliger. Spørg.")
                return self._unknown(summary, ZERO, first=self._pension_paths())
            return self._ruled_out(_("Boligstøtte kræver en bolig med eget køkken."), "§ 6")
        if sharing is None:
            return self._unknown(_("Boligstøtte i bofællesskab kan være relevant, men har egne regler. Spørg."), ZERO)
        return None

    def _may_be_pensioner(self) -> bool:
        """Whether somebody has, or may have, a pension that opens what is closed to others."""
        return bool(self._pension_paths()) or self.reading.facts.exempt_pension

    def _pension_paths(self) -> tuple[str, ...]:
        return pension_paths(self.case, self.day, self.reading)

    def _rows(self) -> tuple[Income, ...]:
        return tuple(row for row in incomes_on(self.case, self.day) if row.person in self.reading.members.ids)

    def _beside(self, award: Award, young: Decimal | None) -> tuple[Step, ...]:
        """What stands beside the working: from when, what waiting and a wrong income cost, and what is paid today."""
        lines = [*correction_steps(award, self._rows(), self.figures)]
        if young is not None:
            lines.append(Step(_(YOUNG), "§ 22, stk. 1, 3. pkt.", young))
        roommates = sum(1 for each in self.reading.members.adults if each.role is Role.ROOMMATE)
        lines += for_each(award, roommates)
        lines += start_steps(self.case, self.day, award.per_month, self.figures)
        return (*lines, *as_now(award, self.case.tenancy.boligstoette.amount))

    def _yes(self, award: Award, young: Decimal | None) -> Assessment:
        gets = self.case.tenancy.boligstoette.amount
        summary = _("{title} kan være relevant: søg hos Udbetaling Danmark.").format(title=_(TITLE))
        if gets:
            summary = _("Boligstøtte kan være relevant. I får den i dag: hold beløbet op mod udregningen.")
        lines = steps(award, self.figures, self._beside(award, young))
        answer = self._assessment(
            Verdict.YES, summary, award.facts.scheme, steps=lines, amount_per_month=award.per_month
        )
        return replace(answer, look_again=(*waiting(self.case, self.day, self.figures), *answer.look_again))

    def _nothing(self, award: Award, young: Decimal | None) -> Assessment:
        """Nothing as far as is known: a no only where nothing that is open could change it."""
        trial = self.figures.on_the_side()
        found = chances(self.case, self.day, self.reading, trial)
        if not found.highest:
            return self._no(award)
        if found.missing:
            self.figures.add(trial)
            summary = _("{title} kan være relevant. Der mangler oplysninger, før I kan få et svar.").format(
                title=_(TITLE)
            )
            return replace(self, range=found)._unknown(summary, ZERO)
        if young is not None:
            summary = _(
                "Boligstøtte kan være relevant: en regel for unge par er ikke bekræftet. Spørg Udbetaling Danmark."
            )
            return self._doubt(award, summary, (Step(_(YOUNG), "§ 22, stk. 1, 3. pkt.", young),), young)
        summary = _("Boligstøtte kan være relevant: mindstebeløbet gælder måske ikke her. Spørg Udbetaling Danmark.")
        return self._doubt(award, summary, (), found.highest)

    def _doubt(self, award: Award, summary: str, lines: tuple[Step, ...], highest: Decimal) -> Assessment:
        return self._assessment(
            Verdict.UNKNOWN,
            summary,
            award.facts.scheme,
            steps=steps(award, self.figures, lines),
            lowest=award.per_month,
            highest=highest,
        )

    def _no(self, award: Award) -> Assessment:
        trial = self.figures.on_the_side()
        highest = highest_income(award, trial)
        self.figures.add(trial)
        summary = _(
            "Boligstøtte giver ikke noget i dag: indkomsten er for høj til boligen. Regn igen, hvis den falder."
        )
        hope = LookAgain(None, _("Hvis indkomsten falder under grænsen i udregningen."))
        if highest is None:
            summary = _(
                "Boligstøtte giver ikke noget i dag: boligudgiften er for lav. Regn igen, hvis huslejen stiger."
            )
            hope = LookAgain(None, _("Hvis huslejen stiger, eller husstanden bliver større."))
        answer = self._assessment(
            Verdict.NO,
            summary,
            award.facts.scheme,
            steps=steps(award, self.figures, income_beside_limit(award, highest)),
            amount_per_month=ZERO,
        )
        perhaps_now = award.below_minimum and self.case.tenancy.boligstoette.amount is None
        hopes = (hope, translated(GETS_IT_NOW)) if perhaps_now else (hope,)
        return replace(answer, look_again=(*answer.look_again, *hopes))

    def _under_loft(self, award: Award) -> Assessment:
        ceiling = loft(self.case, self.day, self.figures)
        if ceiling is None:
            raise ValueError("no ceiling for this household")
        summary = _("Boligstøtte kan være relevant, men boligstøtteloftet kan sætte den ned. Spørg Udbetaling Danmark.")
        answer = self._doubt(award, summary, ceiling.steps, award.per_month)
        return replace(answer, lowest=ceiling.lowest, cannot_see=(_(LOFT_NOTE), *answer.cannot_see))

    def _collective(self) -> Assessment:
        """A bofællesskab with a ceiling for each resident: how the formula meets it is not settled."""
        facts = self.range.at_highest
        rent_known = self.case.tenancy.rent_per_month is not None
        share = collective_share(facts, self.figures, rent_known=rent_known)
        return self._assessment(
            Verdict.UNKNOWN,
            _("Boligstøtte i bofællesskab kan være relevant: hver beboer søger for sin egen andel."),
            facts.scheme,
            steps=share.steps,
            lowest=ZERO,
            highest=share.most,
            missing=self.range.missing,
        )

    def _unknown(self, summary: str, lowest: Decimal, *, first: tuple[str, ...] = ()) -> Assessment:
        """The range, and what is missing: `first` what decides whether there is a way at all."""
        ends = {self.range.at_lowest.scheme, self.range.at_highest.scheme}
        return self._assessment(
            Verdict.UNKNOWN,
            summary,
            ends.pop() if len(ends) == 1 else None,
            steps=(
                Step(_("Lavest mulige boligstøtte pr. måned"), "", lowest),
                Step(_("Højest mulige boligstøtte pr. måned"), "", self.range.highest),
            ),
            lowest=lowest,
            highest=self.range.highest,
            missing=tuple(dict.fromkeys((*first, *self.range.missing))),
        )

    def _ruled_out(self, summary: str, paragraph: str) -> Assessment:
        answer = self._assessment(
            Verdict.NO, summary, self.reading.facts.scheme, steps=(Step(summary, paragraph),), amount_per_month=ZERO
        )
        return replace(answer, look_again=(LookAgain(None, _("Hvis I flytter til en anden bolig.")),))

    def _assessment(
        self,
        verdict: Verdict,
        summary: str,
        scheme: Scheme | None,
        *,
        steps: tuple[Step, ...],
        amount_per_month: Decimal | None = None,
        lowest: Decimal | None = None,
        highest: Decimal | None = None,
        missing: tuple[str, ...] = (),
    ) -> Assessment:
        facts = self.range.at_highest
        notes = cannot_see(self.case, self.day, self.reading, facts, self.figures)
        again = look_again(self.case, self.day, self.reading, self.figures)
        deadline = in_time(self.case, self.day, self.figures)
        return Assessment(
            benefit=BENEFIT,
            title=_(TITLE),
            on=self.day,
            verdict=verdict,
            summary=summary,
            variant=scheme.value if scheme else "",
            amount_per_month=amount_per_month,
            lowest=lowest,
            highest=highest,
            steps=steps,
            rates_used=self.figures.used,
            assumed=assumed(self.case, self.day, self.reading, facts.mode),
            missing_facts=missing,
            look_again=(deadline, *again) if deadline else again,
            how_to_apply=_(HOW_TO_APPLY),
            documents_needed=translated(DOCUMENTS),
            cannot_see=notes,
            vejledende=self.figures.vejledende,
        )
