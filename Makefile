# make run   opens the desk                     make test   sets up and passes every test
# make demo  the main job without a screen      make check  the same tests, faster on several cores
# make fix   formats and repairs what it can    make docs   writes the generated pages anew
# make messages     collects the texts to translate, and compiles the catalogues there are
# make languages    every tenant's page in every language held against its reviewed text (the suite takes one of each)
# make bench        measures how fast the window opens and the calculations are, on this machine
# make arrears-bench  a landlord's list of half a million rows, looked at, taken in, called from and deleted: ROWS=10000 for fewer
# make statement-bench  a statement of 100,000 rows from its bytes to the store, and how long the window stands still meanwhile
# make cases-bench  lists, search, statistics and call list with 10,000 cases: FOLDER=... keeps the store, CASES=1000 makes fewer
# make receipts-bench  measures how well receipts are read from pictures: 200 synthetic ones, REAL=folder for others
# make fuzz         looks for inputs that break a parser, MINUTES=60 for an hour (10 if not said)
# make crash        kills the window fifty times in the middle of typing, and looks what is lost
# make journey      a month of a statement and 25 receipts to a sorted budget, by keys; PICTURES=folder keeps each stage
# make month        a month in an adviser's life by keys: 40 cases, a landlord's list, 12 meetings, 3 plans, an eviction, statistics;
#                   PICTURES=folder keeps each stage. The whole takes longer than a test may, so the suite lives a short one (8 cases)
# make measure-sorting DATA=FOLDER   how often the rules for sorting agree with labels by others
# make laws       tries every law of nature that a test states on 2,000 examples or, where one is slow, on fifty times the few
#                 of the suite; TESTS=tests/planning for those of one folder
# make attacks     changes a thousand bytes of a sealed file one by one, and seals a hundred: all must be told right
# make papers-campaign  every paper of three households against all that is promised of it;
#                   PICTURES=folder draws them all on contact sheets instead
# make hostile     10,000 texts made to be obeyed, and 10 kB of three kinds in every typed field, read back from every paper:
#                  an hour; TEXTS=1000 for fewer, SHAPE=markup for one kind
# make benefits-campaign  tries the laws of all benefits on 10,000 households nobody would think of
# make workbook-campaign  has LibreOffice work out the Excel file of 200 households, as written and with changes: 0 differences
# make english      opens every page and the dialogs of its buttons in an English window and tells what nobody looked up
# make plan-campaign  holds the plan finder against brute force on 2,000 random households: 0 differences
# make try-install  installs the program into a clean environment, as Windows and macOS users do

PYTHON ?= python3
MINUTES ?= 10
export MINUTES
VENV_PYTHON := .venv/bin/python
SETUP := $(PYTHON) tools/bootstrap.py

.PHONY: english languages attacks papers-campaign hostile laws month measure-sorting run test demo check fix docs messages bench statement-bench cases-bench receipts-bench crash benefits-campaign plan-campaign workbook-campaign try-install fuzz kills

run:
	@$(SETUP)
	@$(VENV_PYTHON) tools/open_desk.py

demo:
	@$(SETUP)
	@$(VENV_PYTHON) -m budgetdesk demo --out demo-out

test:
	@$(SETUP) --dev
	@$(VENV_PYTHON) tools/check.py

check: test

fix:
	@$(SETUP) --dev
	$(VENV_PYTHON) -m ruff check --fix .
	$(VENV_PYTHON) -m ruff format .

docs:
	@$(SETUP)
	@$(VENV_PYTHON) tools/satser.py
	@$(VENV_PYTHON) -m budgetdesk demo --out demo-out
	@mkdir -p docs/pictures
	@cp demo-out/vindue/1280x800_100/*budget.png docs/pictures/budget.png

messages:
	@$(SETUP)
	@$(VENV_PYTHON) tools/messages.py
	@$(VENV_PYTHON) tools/tenant_messages.py

languages:
	@$(SETUP) --dev
	@BUDGETDESK_ALL_LANGUAGES=1 $(VENV_PYTHON) -m pytest -q tests/documents/test_two_languages.py

bench:
	@$(SETUP)
	@$(VENV_PYTHON) tools/bench.py

statement-bench:
	@$(SETUP)
	@$(VENV_PYTHON) tools/statement_bench.py
	@QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) tools/window_bench.py

arrears-bench:
	@$(SETUP)
	@$(VENV_PYTHON) tools/arrears_bench.py $(ROWS)

cases-bench:
	@$(SETUP)
	@$(VENV_PYTHON) tools/cases_bench.py $(or $(FOLDER),cases-bench) $(CASES)

receipts-bench:
	@$(SETUP) --dev
	@$(VENV_PYTHON) tools/receipts_bench.py $(if $(REAL),--real "$(REAL)") $(if $(COUNT),--count $(COUNT))

fuzz:
	@$(SETUP) --dev
	@nice -n 10 $(VENV_PYTHON) tools/fuzz.py

crash:
	@$(SETUP) --dev
	@BUDGETDESK_KILLS=50 QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) -m pytest -q -s tests/journey/test_window_crash.py

journey:
	@$(SETUP) --dev
	@$(if $(PICTURES),mkdir -p "$(PICTURES)")
	@BUDGETDESK_JOURNEY=all BUDGETDESK_JOURNEY_PICTURES="$(abspath $(PICTURES))" QT_QPA_PLATFORM=offscreen \
		$(VENV_PYTHON) -m pytest -q -s tests/journey/test_five_minutes.py

month:
	@$(SETUP) --dev
	@$(VENV_PYTHON) tools/month.py $(if $(PICTURES),--pictures "$(PICTURES)")

benefits-campaign:
	@$(SETUP) --dev
	@BUDGETDESK_HOUSEHOLDS=10000 $(VENV_PYTHON) -m pytest -q --timeout=0 tests/benefits/test_every_rule.py

kills:
	@$(SETUP) --dev
	@BUDGETDESK_KILLS=200 nice -n 10 $(VENV_PYTHON) -m pytest -q --timeout=0 tests/storage/test_backups.py tests/storage/test_crash.py

attacks:
	@$(SETUP) --dev
	@BUDGETDESK_FLIPS=1000 BUDGETDESK_GOOD_SEALS=100 $(VENV_PYTHON) -m pytest -q --timeout=0 \
		tests/documents/test_seal_attacks.py tests/documents/test_seal.py

laws:
	@$(SETUP) --dev
	@HYPOTHESIS_PROFILE=search BUDGETDESK_LAWS=50 nice -n 10 $(VENV_PYTHON) -m pytest -q --timeout=0 $(or $(TESTS),--ignore=tests/ui --ignore=tests/journey)

papers-campaign:
	@$(SETUP) --dev
	@nice -n 10 $(VENV_PYTHON) tools/papers_campaign.py $(if $(PICTURES),--pictures "$(PICTURES)")

hostile:
	@$(SETUP) --dev
	@BUDGETDESK_LONG_TEXTS=$(or $(SHAPE),all) BUDGETDESK_TEXTS=$(or $(TEXTS),10000) HYPOTHESIS_PROFILE=search nice -n 10 \
		$(VENV_PYTHON) -m pytest -q --timeout=0 tests/documents/test_typed_text.py tests/documents/test_long_texts.py

workbook-campaign:
	@$(SETUP) --dev
	@nice -n 10 $(VENV_PYTHON) tools/workbook_campaign.py

english:
	@$(SETUP) --dev
	@BUDGETDESK_ENGLISH=1 nice -n 10 $(VENV_PYTHON) -m pytest -q --timeout=0 tests/ui/test_english_window.py

plan-campaign:
	@$(SETUP) --dev
	@BUDGETDESK_PLANS=2000 nice -n 10 $(VENV_PYTHON) -m pytest -q --timeout=0 tests/planning/test_brute_force.py

try-install:
	@$(SETUP)
	@$(VENV_PYTHON) tools/try_install.py

measure-sorting:
	@$(SETUP)
	@$(VENV_PYTHON) tools/measure_sorting.py $(DATA)
