"""`budgetdesk COMMAND ...`: what the window can do, in a terminal.

Exit status: 0 done and, for verify and check, good; 1 the input is wrong or not good; 2 the call itself is wrong.
`--json` prints one JSON object per input, one per line, in the order of the inputs.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from contextlib import nullcontext, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType

from budgetdesk import __version__, data_files, i18n, settings
from budgetdesk.cli.output import NOT_GOOD, Output
from budgetdesk.cli.placeholders import Parser
from budgetdesk.cli.workbook_arguments import add_workbook
from budgetdesk.dates import parse_date
from budgetdesk.errors import BudgetDeskError, SettingsError, UserCancelled
from budgetdesk.i18n import SOURCE_LANGUAGE, _, speaking

LANGUAGES = ("ar", "en", "fa", "pl", "so", "tr", "uk", "ur")
"""Of the tenants' pages; as `documents.tenant.tenant_words` has them, which would take long to import."""
Run = Callable[[argparse.Namespace, Output], int]
Adder = Callable[[str, str], argparse.ArgumentParser]


def main(arguments: Sequence[str]) -> int:
    """Run one command. Returns the exit status."""
    today = datetime.now(UTC).astimezone().date()
    _speak()
    args = read_arguments(arguments, today)
    output = Output(as_json=args.json)
    try:
        with speaking(SOURCE_LANGUAGE) if args.json else nullcontext():  # for programs, whatever the window speaks
            status: int = args.run(args, output)
    except UserCancelled:
        return NOT_GOOD
    except BudgetDeskError as error:
        output.problem(str(error))
        return NOT_GOOD
    except BrokenPipeError:  # the reader of our output has had enough, as `head` has
        return NOT_GOOD
    return status


def _speak() -> None:
    """The language the window is set to; settings that cannot be read are told by who needs them."""
    with suppress(SettingsError):
        i18n.use(settings.load(settings.profile_folder()).language, data_files.path("locale"))


def read_arguments(arguments: Sequence[str], today: date) -> argparse.Namespace:
    """The call as it was meant: `--json` may stand anywhere, options and files in any order.

    Exits with status 2, the usage and a sentence when the call is wrong.
    """
    top, commands = _parsers(today)
    place = next((n for n, argument in enumerate(arguments) if not argument.startswith("-")), len(arguments))
    flags, name, rest = arguments[:place], arguments[place : place + 1], arguments[place + 1 :]
    if not name or name[0] not in commands or set(flags) - {"--json"}:
        return top.parse_args(arguments)
    # Not by `top` itself: it would take the files for done with at the first option between them.
    return commands[name[0]].parse_intermixed_args([*flags, *rest])


def _parsers(today: date) -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    top = Parser(prog="budgetdesk", description=_("Uden kommando åbnes vinduet."))
    top.add_argument("--version", action="version", version=__version__)
    commands = top.add_subparsers(dest="command", required=True, metavar=_("KOMMANDO"))

    def add(name: str, text: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=text, description=text)
        made.add_argument("--json", action="store_true", help=_("ét JSON-objekt pr. linje"))
        made.set_defaults(today=today)
        return made

    add_demo(add)
    _add_case(add, today)
    _add_computing(add, today)
    _add_days_and_files(add, today)
    _add_documents(add, today)
    add_workbook(add, today, _day(today), _of)
    return top, dict(commands.choices)


def _of(family: str, name: str) -> Run:
    """The command `name`; the module it stands in is imported when it is run, so that no command waits for the
    libraries of the others."""

    def run(args: argparse.Namespace, output: Output) -> int:
        command: Run = getattr(_module(family), name)
        return command(args, output)

    return run


def _module(family: str) -> ModuleType:
    """The modules are written out, so that tools that bundle the program find them."""
    if family == "benefit_commands":
        from budgetdesk.cli import benefit_commands  # noqa: PLC0415 - must start fast

        return benefit_commands
    if family == "compute_commands":
        from budgetdesk.cli import compute_commands  # noqa: PLC0415 - readers of statements and receipts

        return compute_commands
    if family == "consent_commands":
        from budgetdesk.cli import consent_commands  # noqa: PLC0415 - must start fast

        return consent_commands
    if family == "debt_commands":
        from budgetdesk.cli import debt_commands  # noqa: PLC0415 - must start fast

        return debt_commands
    if family == "document_commands":
        from budgetdesk.cli import document_commands  # noqa: PLC0415 - the libraries that make and seal PDFs

        return document_commands
    if family == "follow_commands":
        from budgetdesk.cli import follow_commands  # noqa: PLC0415 - must start fast

        return follow_commands
    if family == "task_commands":
        from budgetdesk.cli import task_commands  # noqa: PLC0415 - must start fast

        return task_commands
    if family == "translation_commands":
        from budgetdesk.cli import translation_commands  # noqa: PLC0415 - must start fast

        return translation_commands
    if family == "loan_commands":
        from budgetdesk.cli import loan_commands  # noqa: PLC0415 - must start fast

        return loan_commands
    return _module_of_store(family)


def _module_of_store(family: str) -> ModuleType:
    """Those that open the store."""
    if family == "arrears_commands":
        from budgetdesk.cli import arrears_commands  # noqa: PLC0415 - the store and the readers of lists

        return arrears_commands
    if family == "plan_list_commands":
        from budgetdesk.cli import plan_list_commands  # noqa: PLC0415 - the store and its libraries

        return plan_list_commands
    if family == "policy_commands":
        from budgetdesk.cli import policy_commands  # noqa: PLC0415 - the store and its libraries

        return policy_commands
    if family == "report_commands":
        from budgetdesk.cli import report_commands  # noqa: PLC0415 - the store and the libraries that make PDFs

        return report_commands
    if family == "rate_commands":
        from budgetdesk.cli import rate_commands  # noqa: PLC0415 - the store and its libraries

        return rate_commands
    if family == "statistics_commands":
        from budgetdesk.cli import statistics_commands  # noqa: PLC0415 - the store and its libraries

        return statistics_commands
    if family == "workbook_commands":
        from budgetdesk.cli import workbook_commands  # noqa: PLC0415 - the libraries that read and write Excel

        return workbook_commands
    if family == "store_commands":
        from budgetdesk.cli import store_commands  # noqa: PLC0415 - the store and the libraries that make PDFs

        return store_commands
    from budgetdesk.cli import case_commands  # noqa: PLC0415 - the store and its libraries

    return case_commands


def add_demo(add: Adder) -> None:
    """`demo` stands above the command line (it draws the window); here it only has its place in the help."""
    demo = add("demo", _("hele samtalen på en opfundet husholdning, uden skærm"))
    demo.add_argument("--out", type=Path, required=True, help=_("mappe til PDF'er og billeder"))
    demo.set_defaults(run=None)


def _add_statistics(add: Adder, today: date) -> None:
    statistics = add("statistics", _("tal uden navne: hvem, hvorfor, hvad blev gjort, og hvordan gik det"))
    statistics.add_argument("--from", dest="start", type=_day(today), metavar="DATO", help=_("fra og med"))
    statistics.add_argument("--to", dest="end", type=_day(today), metavar="DATO", help=_("til og med"))
    statistics.add_argument("--organisation", default="", metavar="NAVN", help=_("kun én organisation"))
    statistics.add_argument("--area", default="", metavar="NAVN", help=_("kun ét område"))
    year = _("tal til andre: et helt kalenderår, der er slut, og alle sager under ét")
    statistics.add_argument("--for-others", dest="year", type=int, metavar=_("ÅR"), help=year)
    statistics.add_argument("--out", type=Path, metavar="FIL", help=_("skriv dem som .pdf, .xlsx eller .csv"))
    statistics.set_defaults(run=_of("statistics_commands", "statistics_command"))
    effect = add("effect", _("virker indsatsen? udsættelser pr. 1.000 lejemål, forskel i forskelle, pris og gevinst"))
    columns = _("område; år; udsættelser; lejemål; indsats (ja/nej); sidste år før indsatsen")
    effect.add_argument("file", type=Path, metavar="FIL.csv", help=columns)
    effect.add_argument("--cost", default="", metavar="KR", help=_("indsatsen koster, om året pr. 1.000 lejemål"))
    losses = _("udlejers tab ved én udsættelse; flere bud med semikolon imellem")
    effect.add_argument("--losses", default="", metavar="KR", help=losses)
    effect.add_argument("--out", type=Path, metavar="FIL", help=_("skriv det som .pdf, .xlsx eller .csv"))
    effect.add_argument("--on", type=_day(today), default=today, metavar="DATO", help=_("dagen på papiret"))
    effect.set_defaults(run=_of("statistics_commands", "effect_command"))


def _add_case(add: Adder, today: date) -> None:
    case = add("case", _("sager ind i og ud af det krypterede lager"))
    case.add_argument("do", choices=("import", "export", "list", "end", "reopen", "again", "new-tenant"))
    case.add_argument("what", nargs="*", metavar="FIL|SAGSNUMMER|ORD")
    _of_course(case, today)
    case.add_argument("--out", type=Path, help=_("mappe til de filer, der skrives ud"))
    case.set_defaults(run=_of("case_commands", "case"))
    rates = add("rates", _("satser, som I selv har indtastet: vis, skriv til fil, hent fra fil"))
    rates.add_argument("do", choices=("list", "export", "import"))
    rates.add_argument("files", nargs="*", metavar="FIL.toml")
    rates.add_argument("--out", type=Path, metavar="FIL", help=_("filen, der skrives"))
    rates.add_argument("--by", default="", metavar="NAVN", help=_("hvem der henter filen"))
    rates.set_defaults(run=_of("rate_commands", "rates_command"))
    plans = add("plans", _("alle aftaler: hvor mange er holdt, og hvem skal ringes op"))
    plans.add_argument("--calls", action="store_true", help=_("ringelisten i stedet for tallene"))
    plans.add_argument("--from", dest="start", type=_day(today), metavar="DATO", help=_("lavet fra og med"))
    plans.add_argument("--to", dest="end", type=_day(today), metavar="DATO", help=_("lavet til og med"))
    plans.add_argument("--on", type=_day(today), default=today, metavar="DATO", help=_("dagen der ses fra"))
    plans.set_defaults(run=_of("plan_list_commands", "plans"))
    _add_arrears(add, today)
    _add_statistics(add, today)
    policy = add("policy", _("organisationens politik: vis, skriv til fil, hent fra fil, gå tilbage"))
    policy.add_argument("do", choices=("list", "export", "import", "use"))
    policy.add_argument("what", nargs="?", metavar="FIL.toml|VERSION")
    policy.add_argument("--out", type=Path, metavar="FIL", help=_("filen, der skrives"))
    policy.add_argument("--by", default="", metavar="NAVN", help=_("hvem der ændrer politikken"))
    policy.set_defaults(run=_of("policy_commands", "policy"))
    report = add("report", _("rapport uden navne: blev ens husstande behandlet ens?"))
    report.add_argument("what", choices=("premises",))
    report.add_argument("--out", type=Path, metavar="FIL", help=_("rapporten som .pdf eller .csv"))
    report.add_argument("--on", type=_day(today), default=today, metavar="DATO", help=_("dagen der regnes for"))
    report.set_defaults(run=_of("report_commands", "report"))
    papers = add("papers", _("sagens papirer: se dem og deres segl, og tag scannede papirer ind"))
    papers.add_argument("case", metavar="SAGSNUMMER")
    papers.add_argument("--take", dest="files", type=Path, nargs="+", metavar="FIL", help=_("scannede sider"))
    papers.set_defaults(run=_of("case_commands", "papers"))
    check = add("check", _("gennemgå lageret: krypteret, helt og uden fejl"))
    check.set_defaults(run=_of("case_commands", "check"))
    _add_store(add)


def _add_arrears(add: Adder, today: date) -> None:
    arrears = add("arrears", _("udlejers restancelister: se, hent, hvem ringes op først, slet"))
    arrears.add_argument("do", choices=("look", "take", "list", "calls", "delete"))
    arrears.add_argument("what", nargs="?", metavar="FIL|NUMMER")
    arrears.add_argument("--from", dest="sender", default="", metavar="UDLEJER", help=_("hvem listen er fra"))
    arrears.add_argument("--basis", default="", metavar="GRUNDLAG", help=_("hvad I må bruge den efter"))
    arrears.add_argument("--until", type=_day(today), metavar="DATO", help=_("slettes senest"))
    arrears.add_argument("--by", default="", metavar="NAVN", help=_("hvem der henter den"))
    arrears.set_defaults(run=_of("arrears_commands", "arrears"))
    cards = add("result-cards", _("resultatkort uden navne: én række for hvert forløb, .xlsx eller .csv"))
    cards.add_argument("--out", type=Path, required=True, metavar="FIL")
    cards.set_defaults(run=_of("arrears_commands", "result_cards"))


def _add_store(add: Adder) -> None:
    backup = add("backup", _("skriv en sikkerhedskopi, og se den efter"))
    backup.add_argument("--out", type=Path, metavar="MAPPE", help=_("mappen; ellers den, der er valgt i programmet"))
    backup.add_argument("--if-due", action="store_true", help=_("kun hvis der skal laves en nu"))
    backup.set_defaults(run=_of("store_commands", "backup"))
    restore = add("restore", _("vis en sikkerhedskopi; med --yes: hent den i stedet for sagerne, som de er nu"))
    restore.add_argument("file", type=Path, metavar="FIL")
    restore.add_argument("--yes", action="store_true", help=_("hent den; det, der var, bliver gemt"))
    restore.add_argument("--recovery", default="", metavar=_("NØDNØGLE"), help=_("i stedet for adgangskoden"))
    restore.set_defaults(run=_of("store_commands", "restore"))
    retention = add("retention", _("sager, der skal slettes nu eller snart, og hvorfor"))
    retention.set_defaults(run=_of("store_commands", "retention"))
    erase = add("erase", _("vis, hvad der forsvinder; med --confirm: slet sagen for altid"))
    erase.add_argument("case", metavar="SAGSNUMMER")
    erase.add_argument("--confirm", default="", metavar="SAGSNUMMER", help=_("nummeret én gang til"))
    erase.add_argument("--why", default="", metavar="GRUND")
    erase.set_defaults(run=_of("store_commands", "erase"))
    person = add("export-person", _("alt om personen i en sag, til personen selv: PDF og filer i en zip"))
    person.add_argument("case", metavar="SAGSNUMMER")
    person.add_argument("--out", type=Path, required=True, metavar="FIL.zip")
    person.add_argument("--own-notes", action="store_true", help=_("også rådgiverens egne notater"))
    person.set_defaults(run=_of("store_commands", "export_person"))


def _add_computing(add: Adder, today: date) -> None:
    budget = add("budget", _("måneden: ind, ud, rådighedsbeløb og luft"))
    _cases_on_a_day(budget, today)
    budget.set_defaults(run=_of("compute_commands", "budget"))
    benefits = add("benefits", _("ydelser, der kan være relevante, med mellemregninger"))
    _cases_on_a_day(benefits, today)
    benefits.add_argument(
        "--only", action="append", metavar="YDELSE", help=_("kun én ydelse, fx boligstoette; flere med komma imellem")
    )
    benefits.add_argument("--mode", choices=("official", "full"), default="official")
    benefits.set_defaults(run=_of("benefit_commands", "benefits"))
    plan = add("plan", _("afdragsordning, og om den holder dag for dag"))
    _cases_on_a_day(plan, today)
    plan.add_argument("--policy", type=Path, help=_("organisationens egen politik (TOML)"))
    plan.set_defaults(run=_of("compute_commands", "plan"))
    debts = add("debts", _("al gæld: rækkefølge, forældelse, og hvad der kan være forkert"))
    _cases_on_a_day(debts, today)
    debts.set_defaults(run=_of("debt_commands", "debts"))
    follow = add("follow", _("hvordan aftalen går: hvad der er betalt, og hvad der er værd at spørge om"))
    _cases_on_a_day(follow, today)
    follow.set_defaults(run=_of("follow_commands", "follow"))
    consents = add("consents", _("hvem må få hvad at vide, og hvem taler for lejeren"))
    _cases_on_a_day(consents, today)
    consents.set_defaults(run=_of("consent_commands", "consents"))
    tasks = add("tasks", _("hvem gør hvad hvornår, hvad sagen foreslår, og hvem der skal prøves igen"))
    _cases_on_a_day(tasks, today)
    tasks.add_argument("--ics", type=Path, metavar="FIL.ics", help=_("gem dagene som fil til kalenderen"))
    tasks.add_argument(
        "--told", choices=("number", "task", "name"), default="number", help=_("hvor meget kalenderen må vise")
    )
    tasks.set_defaults(run=_of("task_commands", "tasks_command"))
    loans = add("loans", _("sammenlign lånetilbud: ÅOP, omkostninger og lovens loft"))
    loans.add_argument("files", nargs="+", metavar="FIL.json")
    loans.add_argument("--on", type=_day(today), default=today, metavar="DATO", help=_("dagen, loftet gælder"))
    loans.set_defaults(run=_of("loan_commands", "loans"))


def _add_days_and_files(add: Adder, today: date) -> None:
    deadlines = add("deadlines", _("fristerne fra huslejens forfald til udsættelsen"))
    deadlines.add_argument("--rent-due", type=_day(today), required=True, metavar="DATO")
    told = ("--paakrav-arrived", "--ophaevelse-arrived", "--municipality-notified", "--court-meeting", "--eviction")
    for letter in told:
        deadlines.add_argument(letter, type=_day(today), metavar="DATO")
    deadlines.add_argument("--kind", default="almen")
    deadlines.set_defaults(run=_of("compute_commands", "deadlines"))
    rescue = add("rescue", _("redningstidslinjen: hver hjælp holdt op mod fristen"))
    _cases_on_a_day(rescue, today)
    rescue.set_defaults(run=_of("compute_commands", "rescue"))
    read = add("read", _("læs et kontoudtog eller en kvittering"))
    read.add_argument("files", nargs="+", metavar="FIL")
    read.add_argument("--account", default="", metavar="NAVN")
    read.set_defaults(run=_of("compute_commands", "read"))
    schema = add("schema", _("JSON-skemaet for et svar eller for sagsfilen"))
    schema.add_argument("name", nargs="?", metavar="NAVN")
    schema.set_defaults(run=_of("compute_commands", "schema"))


def _add_documents(add: Adder, today: date) -> None:
    pdf = add("pdf", _("ét dokument som PDF, til underskrift med kuglepen"))
    pdf.add_argument("case", metavar="SAG.json", nargs="?", default="", help=_("kan udelades for hæftet kursus"))
    pdf.add_argument("--document", required=True, metavar="NAVN", help=_("fx budget eller aftale"))
    pdf.add_argument("--debt", default="", metavar="ID", help=_("hvem et brev handler om, fx d1"))
    pdf.add_argument("--out", type=Path, required=True, metavar="FIL")
    pdf.add_argument(
        "--language", choices=("da", *LANGUAGES), default="da", help=_("lejerens sider også på et andet sprog")
    )
    pdf.add_argument("--large", action="store_true", help=_("lejerens sider med stor skrift"))
    pdf.add_argument("--format", choices=("pdf", "html", "text"), default="pdf", help=_("lejerens sider også så"))
    pdf.add_argument("--on", type=_day(today), default=today, metavar="DATO")
    pdf.set_defaults(run=_of("document_commands", "pdf"))
    seal = add("seal", _("sæt organisationens segl på en PDF"))
    seal.add_argument("file", metavar="FIL.pdf")
    seal.add_argument("--out", type=Path, required=True, metavar="FIL")
    seal.set_defaults(run=_of("document_commands", "seal"))
    verify = add("verify", _("kontrollér en forseglet PDF"))
    verify.add_argument("files", nargs="+", metavar="FIL.pdf")
    verify.set_defaults(run=_of("document_commands", "verify"))
    told = add("translations", _("oversættelser af lejerens sider: hvad der er læst, ud til en tolk og hjem igen"))
    told.add_argument("language", choices=LANGUAGES, metavar=_("SPROG"))
    told.add_argument("--export", type=Path, metavar="FIL.po")
    told.add_argument("--import", type=Path, dest="take_in", metavar="FIL.po")
    told.add_argument("--by", default="", metavar=_("NAVN"), help=_("hvem der har læst filen"))
    told.set_defaults(run=_of("translation_commands", "show"))


def _cases_on_a_day(command: argparse.ArgumentParser, today: date) -> None:
    command.add_argument("cases", nargs="+", metavar="SAG.json")
    command.add_argument("--on", type=_day(today), default=today, metavar="DATO", help=_("dagen der regnes for"))


def _of_course(case: argparse.ArgumentParser, today: date) -> None:
    """What `case list` and `case end` can be told."""
    for name, choices in (("status", ("open", "closed", "all")), ("order", ("urgent", "changed", "name", "number"))):
        case.add_argument(f"--{name}", choices=choices, help=_("hvilke sager, og i hvilken rækkefølge"))
    for name in ("type", "organisation", "area", "adviser"):
        case.add_argument(f"--{name}", default="", metavar="ORD", help=_("kun sager med dette ord"))
    case.add_argument("--without-consent", action="store_true", help=_("kun sager uden samtykke"))
    case.add_argument("--on", type=_day(today), metavar="DATO", help=_("dagen, forløbet sluttede"))
    case.add_argument("--outcome", choices=("withdrawn", "plan", "moved", "evicted"), help=_("hvordan det gik"))
    kinds = ("bailiff", "moved_after_ophaevelse")
    case.add_argument("--eviction", choices=kinds, help=_("hvordan lejeren kom ud"))
    case.add_argument("--left-on", type=_day(today), metavar="DATO", help=_("dagen, lejeren flyttede ud"))
    case.add_argument("--figures", action="store_true", help=_("tag også tallene med i en ny sag"))


def _day(today: date) -> Callable[[str], date]:
    def day(text: str) -> date:
        try:
            return parse_date(text, today=today)
        except BudgetDeskError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return day
