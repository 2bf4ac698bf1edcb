# stepupd: `make run` shows it at work, `make test` proves it. Everything else is for its makers.

SWIFT ?= swift
CHECKED := --explicit-target-dependency-import-check error
DEMO ?=

.PHONY: help run test check lint build format record docs bench cohort interop browser fuzz packages test-packages

help: ## Say what can be made.
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: packages ## Build, and run a simulated procedure on a pseudo-terminal: board here, page in the browser.
	@"$$(SWIFT=$(SWIFT) Scripts/release stepupd)" demo $(DEMO)

test: test-packages build ## Build and run every test.
	$(SWIFT) test --skip-build

build:
	$(SWIFT) build --build-tests $(CHECKED)

check: lint test ## Formatting, the build with its import check, and every test.

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Fuzz/Package.swift Fuzz/Sources

format: ## Format every Swift file in place.
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Fuzz/Package.swift Fuzz/Sources

record: test-packages build ## Re-record every golden expectation; read the difference before you commit it.
	STEPUPD_RECORD=1 $(SWIFT) test --skip-build --filter 'Golden|RecordingTests'
	git status --short Tests

docs: packages ## Write docs/analyzers/ from the dialect files.
	$(SWIFT) build --product stepupd
	"$$($(SWIFT) build --show-bin-path)/stepupd" dialects --pages docs/analyzers

bench: packages ## Measure against floors and peers in the same run; prints a table and never fails.
	Scripts/bench

cohort: packages ## Play the synthetic cohort of twelve, and print the abstract's table from the verdicts.
	Scripts/cohort

interop: packages ## Talk with programs that nobody here wrote (PyPI), in both directions.
	Scripts/interop

browser: packages ## Walk through the page in Debian's Chromium: keys, scans, touch, two screens, axe.
	Scripts/browser

fuzz: packages ## Fuzz every decoder with AddressSanitizer; FUZZ_SECONDS a decoder.
	Scripts/fuzz

packages:
	@Scripts/packages libserialport-dev libsqlite3-dev libzint-dev pkg-config

test-packages: packages
	@Scripts/packages umockdev strace gcc libc6-dev python3
