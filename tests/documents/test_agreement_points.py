"""The fourteen points of a complete agreement, and a forlig only where nothing stands in its way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import document_household as sample
import pytest
from document_household import D
from pdf_reading import one_line, page_texts

from budgetdesk.dates import Month
from budgetdesk.documents.papers.agreement_pdf import agreement_pdf
from budgetdesk.errors import DocumentError
from budgetdesk.household.agreement import Agreement, Clause, Instalment, LandlordAccepted
from budgetdesk.household.case import ArrearsRow, Conversation
from budgetdesk.household.words import AgreementForm, ArrearsKind, OphaevelseStatus
from budgetdesk.planning.plan import PlanVerdict, Standing
from budgetdesk.planning.policy import Approval
from budgetdesk.readers.policy import load_policy

POLICY = replace(load_policy(), version="v7")
FORLIG = replace(POLICY, forlig=True)
CLAUSE = "Forliget kan tjene som grundlag for tvangsfuldbyrdelse, jf. retsplejelovens § 478, stk. 1, nr. 4"
YES = LandlordAccepted(by="Bente Dam", on=date(2026, 11, 19), how="på mail")
ARREARS = replace(sample.record().case.arrears, landlord_accepted=YES)
SETTLEMENT = Agreement(form=AgreementForm.FRIVILLIGT_FORLIG)


def text(policy: object = POLICY, standing: Standing = Standing.ACCEPTED, **changes: object) -> str:
    changes.setdefault("arrears", ARREARS)
    answers = sample.answers(plan=sample.plan(standing), policy=policy)
    return one_line(agreement_pdf(sample.record(**changes).case, answers, on=sample.TODAY))


def refused(policy: object = FORLIG, **changes: object) -> str:
    changes.setdefault("agreement", SETTLEMENT)
    with pytest.raises(DocumentError) as error:
        text(policy, **changes)
    return str(error.value)


def test_a_plain_agreement_has_every_point() -> None:
    said = text(
        agreement=Agreement(
            instalments=sample.plan().instalments,
            account="reg. 1234 konto 5678901234",
            approved_by="Lis Krog",
            approved_on=date(2026, 11, 18),
            policy_version="v7",
        )
    )

    for point in (
        "Nadia Skovgaard",  # 1 the parties
        "november 2026 Husleje 7.600 kr.",  # 2 the debt, and the day of it
        "Beløbet er gjort op den 20. november 2026.",
        "Du siger med din underskrift, at du skylder 7.935 kr.",  # 3
        "1. tirsdag den 1. december 2026 1.587 kr. 6.348 kr.",  # 4
        "Betal til: reg. 1234 konto 5678901234.",
        "+71<000123456789012+",
        "Sæt raterne op i banken på forhånd",
        "Huslejen på 7.600 kr. skal også betales til tiden",  # 5
        "Der er ingen rente og ingen gebyrer.",  # 6
        "Der er sendt et påkrav.",  # 7
        "Er en rate mere end 7 dage for sen, skriver udlejer til dig. Så har du 7 dage til at betale",  # 8
        "Den er ikke et frivilligt forlig.",  # 9
        "Du må gerne betale før tid.",  # 10
        "før dagen kommer, hvis du ikke kan betale, eller hvis noget ændrer sig.",  # 11
        "Vi ser på aftalen sammen: 21. december 2026, 22. februar 2027",  # 12
        "ti år i stedet for tre",  # 13
        "Du skal ikke skrive under i dag.",
        "Du får en kopi.",  # 14
        "Dato og underskrift",
        "Godkendt af Lis Krog den 18. november 2026: 5 måneder, inden for grænsen på 12 måneder (udlejer).",
    ):
        assert point in said


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (OphaevelseStatus.WITHDRAWN, "Udlejer trækker ophævelsen den 12. november 2026 tilbage."),
        (OphaevelseStatus.SUSPENDED, "Ophævelsen den 12. november 2026 er sat i bero."),
        (OphaevelseStatus.MAINTAINED, "Udlejer fastholder ophævelsen den 12. november 2026."),
        (None, "Lejemålet er ophævet den 12. november 2026. Aftalen ændrer ikke det."),
    ],
)
def test_what_becomes_of_the_ophaevelse_is_said(status: OphaevelseStatus | None, words: str) -> None:
    agreement = Agreement(instalments=sample.plan().instalments, ophaevelse=status)
    said = text(agreement=agreement, arrears=replace(ARREARS, ophaevelse_arrived=date(2026, 11, 12)))

    assert words in said
    rights = "gælder lovens regler om påkrav stadig"
    assert (rights in said) is (status is OphaevelseStatus.WITHDRAWN)


def test_the_days_of_a_breach_come_from_the_policy_the_agreement_was_made_under() -> None:
    assert "mere end 14 dage for sen, kan udlejer kræve" in text(replace(POLICY, late_days=14, notice_days=0))
    assert "Så har du 1 dag til at betale" in text(replace(POLICY, notice_days=1))


def test_interest_is_said_in_the_organisations_words_where_there_is_any() -> None:
    said = text(replace(POLICY, interest="Der er 2 % rente om året, højst 200 kr"))

    assert "Der er 2 % rente om året, højst 200 kr." in said
    assert "ingen rente" not in said


def test_words_changed_by_the_organisation_or_for_this_agreement_stand_there_and_commands_in_them_do_not_work() -> None:
    own = (Clause(id="early", text="Betal **gerne** før <b>tid</b>."), Clause(id="limitation", text="Ingen fare."))
    said = text(replace(POLICY, wordings=own))
    assert "Betal gerne før <b>tid</b>." in said
    assert "ti år i stedet for tre" in said  # a warning cannot be changed

    changed = text(
        replace(POLICY, wordings=own),
        agreement=Agreement(
            instalments=sample.plan().instalments, clauses=(Clause(id="early", text="Ring, før du betaler."),)
        ),
    )
    assert "Ring, før du betaler." in changed
    assert "Ordene om betale før tid er ændret i denne aftale." in changed


def test_a_forlig_has_the_statutes_words_and_the_warning_that_it_does_not_save_the_home() -> None:
    said = text(FORLIG, agreement=SETTLEMENT)

    assert "Frivilligt forlig om afdrag" in said
    assert CLAUSE in said
    assert "Forliget redder ikke boligen." in said
    assert "Forliget handler kun om gæld, der skulle have været betalt før i dag." in said
    assert "eksekution" not in said
    assert "· Udlejer" in said.split("Underskrifter")[1]
    assert "· Udlejer" not in text(FORLIG).split("Underskrifter")[1]


def test_without_the_organisations_word_there_is_no_forlig() -> None:
    assert "slået fra i jeres politik" in refused(POLICY)


def test_while_the_landlord_may_still_say_no_to_the_instalments_it_is_no_forlig() -> None:
    assert "Udlejer har ikke sagt ja" in refused(arrears=replace(ARREARS, landlord_accepted=None))
    ahead = replace(ARREARS, landlord_accepted=replace(YES, on=date(2026, 11, 21)))
    assert "Udlejer har ikke sagt ja" in refused(arrears=ahead)


def test_debt_that_is_not_due_or_has_no_month_cannot_stand_in_a_forlig() -> None:
    ahead = ArrearsRow(id="r9", month=Month(2026, 12), kind=ArrearsKind.RENT, amount=D(7600))
    unknown = replace(ahead, month=None)

    assert "ikke forfalden endnu" in refused(arrears=replace(ARREARS, rows=(*ARREARS.rows, ahead)))
    assert "mangler en måned" in refused(arrears=replace(ARREARS, rows=(*ARREARS.rows, unknown)))


def test_who_has_a_guardian_or_cannot_sign_makes_no_forlig() -> None:
    info = replace(sample.record().case.info, guardian="Grethe Holm")

    assert "værgen" in refused(info=info)
    assert "værgen" in refused(conversation=Conversation(can_sign=False))


def test_a_forlig_about_more_than_is_owed_is_refused() -> None:
    more = replace(SETTLEMENT, instalments=(Instalment(due=date(2026, 12, 1), amount=D(8000)),))

    assert "mere end gælden" in refused(agreement=more)


def test_above_the_limit_it_says_that_nobody_may_approve() -> None:
    from budgetdesk.wording.agreement import approval

    due = tuple(Instalment(due=Month(2026, 12).plus(n).day(1), amount=D(1)) for n in range(14))
    plan = Agreement(instalments=due)
    three = replace(POLICY, approvals=(Approval(3, "rådgiveren"), Approval(6, "lederen")))

    assert approval(POLICY, plan) == "Planen er på 14 måneder. Loftet er 12, så ingen kan godkende den."
    assert (
        approval(three, replace(plan, instalments=due[:5])) == "Planen er på 5 måneder. Den skal godkendes af lederen."
    )
    assert "siger ikke, hvem" in approval(three, replace(plan, instalments=due[:8]))
    assert approval(POLICY, None) == ""
    late = replace(plan, approved_by="Lis")
    assert approval(POLICY, late) == "Godkendt af Lis: 14 måneder, over loftet på 12 måneder."


def test_twenty_four_instalments_and_many_rows_of_debt_break_between_rows_with_their_headings() -> None:
    plan = replace(
        sample.plan(verdict=PlanVerdict.HOLDS),
        instalments=tuple(Instalment(due=Month(2026, 12).plus(n).day(1), amount=D("330.63")) for n in range(24)),
    )
    rows = tuple(
        ArrearsRow(id=f"r{n}", month=Month(2025, n % 12 + 1), kind=ArrearsKind.RENT, amount=D(100)) for n in range(20)
    )
    pdf = agreement_pdf(
        sample.record(arrears=replace(ARREARS, rows=rows)).case,
        sample.answers(plan=plan, policy=POLICY),
        on=sample.TODAY,
    )
    pages = page_texts(pdf)

    assert all("Så mangler der" in page for page in pages if "330,63 kr." in page)
    assert len(pages) <= 4
    signing = next(page for page in pages if "Dato og underskrift" in page)
    assert "Læs dette, før du skriver under" in signing
    assert "betaler 7.935,12 kr. over 24 gange" in " ".join(signing.split())
