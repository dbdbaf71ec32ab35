# `make demo` and `make test` do everything on Debian 12 with Swift and nothing else.
PREFIX ?= /usr/local
SWIFT = Package.swift Sources Tests examples Benchmarks/Sources Fuzzing/Sources

.PHONY: help deps build demo docs test steady lint format bench fuzz fuzz-nightly pictures install clean

help:
	@echo "make demo     install what is missing, build, print the example commune, verify it"
	@echo "make test     install what is missing, build, run every test"
	@echo "make steady   run every test RUNS (10) times, beside busy loops and on other days too"
	@echo "make lint     check the walls, the words and the format of the sources"
	@echo "make format   put the sources into that format"
	@echo "make docs     build the library's documentation into build/docs"
	@echo "make bench    measure speed and memory, count instructions by stage"
	@echo "make fuzz     read hostile files of all kinds for SECONDS (120)"
	@echo "make fuzz-nightly   the same, each kind for a minute"
	@echo "make build    install what is missing, build for release"
	@echo "make install  put the tool, its templates and its list of fonts into PREFIX ($(PREFIX))"

deps:
	@scripts/deps

build: deps
	swift build -c release --product mocban

demo: build
	@scripts/demo

test: deps
	@scripts/test

steady: deps
	@scripts/steady $(RUNS)

lint:
	@scripts/walls
	@scripts/words
	swift format lint --strict --recursive $(SWIFT)

format:
	swift format --in-place --recursive $(SWIFT)

docs: deps
	mkdir -p build/docs
	MOCBAN_DOCS=1 swift package --allow-writing-to-directory build/docs generate-documentation --target Mocban \
		--output-path build/docs --warnings-as-errors

bench: build
	@Benchmarks/run
	@Benchmarks/peers
	@Benchmarks/rosters
	@Benchmarks/registers
	@Benchmarks/proof
	@Benchmarks/stages

RUNS ?= 10
SECONDS ?= 120
fuzz: deps
	@Fuzzing/run $(SECONDS)

KINDS = rosters font $(notdir $(wildcard Fuzzing/corpus/*))
fuzz-nightly: deps
	@Fuzzing/run $$((60 * $(words $(KINDS)))) $(KINDS)

pictures: build
	@scripts/demo --pictures

install:
	@.build/release/mocban --version | grep -vq tests || { echo "Run make build first."; exit 1; }
	install -Dm755 .build/release/mocban $(DESTDIR)$(PREFIX)/bin/mocban
	mkdir -p $(DESTDIR)$(PREFIX)/share/mocban
	cp -r templates fonts $(DESTDIR)$(PREFIX)/share/mocban/

clean:
	rm -rf .build .build-tests .build-fuzzing build
