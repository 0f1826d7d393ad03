"""The other cases of a tenant, and one CPR number under two names."""

from __future__ import annotations

from datetime import UTC, date, datetime

from budgetdesk.actions.same_tenant import others, shared_number
from budgetdesk.casework.case_summary import CaseSummary, InList
from budgetdesk.household.case import Case, CaseInfo, Person
from budgetdesk.household.words import Role

BORN = date(1989, 4, 12)


def listed(number: str, day: int = 1, **about: object) -> CaseSummary:
    when = datetime(2026, 1, day, tzinfo=UTC)
    return CaseSummary(id=number, opened_at=when, saved_at=None, about=InList(**about))  # type: ignore[arg-type]


def case(name: str = "Nadia Skovgaard", born: date | None = BORN, cpr: str = "", earlier: str = "") -> Case:
    tenant = Person(id="p1", role=Role.TENANT, name=name, born=born, cpr=cpr)
    return Case(info=CaseInfo(number="5", earlier_case=earlier), persons=(tenant,))


def found(*cases: CaseSummary, of: Case) -> list[str]:
    return [one.id for one in others(cases, "5", of)]


def test_the_same_number_is_the_same_tenant_and_the_newest_comes_first() -> None:
    cases = listed("1", 1, tenant_cpr="1204899995"), listed("2", 3, tenant_cpr="1204899995"), listed("3")

    assert found(*cases, listed("5", tenant_cpr="1204899995"), of=case(cpr="120489-9995")) == ["2", "1"]


def test_name_and_birthday_together_are_the_same_tenant_and_a_name_alone_is_not() -> None:
    same, namesake = listed("1", tenant="NADIA SKOVGAARD", born=BORN), listed("2", tenant="Nadia Skovgaard")

    assert found(same, namesake, of=case()) == ["1"]
    assert found(namesake, of=case(born=None)) == []


def test_nobody_without_a_name_or_number_is_anybody_else() -> None:
    assert found(listed("1", born=BORN), of=case(name="")) == []


def test_cases_that_follow_each_other_are_found_both_ways_also_where_the_chain_is_a_ring() -> None:
    chain = listed("1"), listed("3", earlier_case="1"), listed("7", earlier_case="5"), listed("8", earlier_case="7")

    assert sorted(found(*chain, of=case(name="", earlier="3"))) == ["1", "3", "7", "8"]
    assert found(listed("6", earlier_case="5"), of=case(name="", earlier="6")) == ["6"]


def test_one_number_under_two_names_is_told_with_the_case() -> None:
    other = listed("2", tenant="Omar Hassan", tenant_cpr="1204899995")

    assert shared_number([other], "5", case(cpr="1204899995")).startswith("Sag 5 og sag 2 har det samme")
    assert shared_number([other], "2", case(cpr="1204899995")) == ""
    assert shared_number([other], "5", case()) == ""
    assert shared_number([other], "5", Case()) == ""
    assert shared_number([listed("2", tenant_cpr="1204899995")], "5", case(cpr="1204899995")) == ""
    assert (
        shared_number([listed("2", tenant="nadia skovgaard", tenant_cpr="1204899995")], "5", case(cpr="1204899995"))
        == ""
    )
