# Two commands are enough: `make start` opens the desk, `make test` proves that it works.
# Every target makes .venv by itself, and again when the requirements changed. ARGS="..." is passed on.

PYTHON_FILES = src tests tools benchmarks
BIN = .venv/bin
MADE_FROM = pyproject.toml tools/setup requirements/build.txt

.PHONY: help setup start demo test check format bench train docs messages screenshots requirements rule

help:
	@echo "make start          open the desk in the browser (ARGS=--no-browser: only print its address)"
	@echo "make demo           open it with an invented story and a messy export to try"
	@echo "make test           set up what the tests need and run them (ARGS=\"-k draft\": some of them)"
	@echo "make check          formatting, lints and types, exactly what CI runs"
	@echo "make format         format the code, and mend what can be mended without a person"
	@echo "make bench          measure how right, how fast and how large it is (ARGS=\"start check\": some of it)"
	@echo "make train          learn the weights of the scorers again (docs/training.md says what it needs)"
	@echo "make docs           compile phrases and networks, write the generated pages again: rules, help, networks"
	@echo "make messages       collect the words of the desk, and compile their translations"
	@echo "make screenshots    picture every page, wide and narrow, day and night (ARGS=--docs: those of the docs)"
	@echo "make rule NAME=boring/my-rule    begin a new rule"
	@echo "make requirements   compile requirements/*.txt again (ARGS=--upgrade: to the newest)"
	@echo "make setup          only make .venv, with everything for development"

setup: .venv/.dev

.venv/.web: $(MADE_FROM) requirements/web.txt
	@tools/setup web

.venv/.dev: $(MADE_FROM) requirements/dev.txt
	@tools/setup dev

start: .venv/.web
	@$(BIN)/redleaf desk $(ARGS)

demo: .venv/.web
	@$(BIN)/python -m tools.demo $(ARGS)

test: .venv/.dev
	@tools/system-parts
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile $(ARGS)

check: .venv/.dev
	@$(BIN)/ruff format --check $(PYTHON_FILES)
	@$(BIN)/ruff check $(PYTHON_FILES)
	@$(BIN)/mypy $(PYTHON_FILES)

format: .venv/.dev
	@$(BIN)/ruff format $(PYTHON_FILES)
	@$(BIN)/ruff check --fix $(PYTHON_FILES)

bench: .venv/.dev
	@$(BIN)/python -m benchmarks.run $(ARGS)

train: .venv/.dev
	@$(BIN)/python -m tools.train $(ARGS)

docs: .venv/.dev
	@$(BIN)/python -m tools.compile_networks
	@$(BIN)/python -m tools.compile_patterns
	@$(BIN)/python -m tools.pages $(ARGS)

messages: .venv/.dev
	@$(BIN)/python -m tools.messages

screenshots: .venv/.dev
	@tools/system-parts
	@$(BIN)/python -m tools.screenshots $(ARGS)

requirements: .venv/.dev
	@tools/requirements

rule: .venv/.dev
	@$(BIN)/python -m tools.new_rule $(NAME)
