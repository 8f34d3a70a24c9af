# Every command a developer needs. Each target first installs its tools in .venv from the hash-locked
# requirements; with nothing to install that takes no time.
PYTHON ?= python3
BIN := .venv/bin
COMPILE := $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
  --no-emit-find-links --no-header --no-annotate

# The tests start many Python processes: even if the shell forbids .pyc files, compile only once.
export PYTHONDONTWRITEBYTECODE =

PRODUCT := flows locales listening campaigns bot web simulator
INTO ?= .venv-ours

.PHONY: demo test test-slow check site-check format words chart review generated bench picture poster lock licences sbom audit release install

# Needs only what an operator's copy needs.
demo: .venv-demo/ready
	.venv-demo/bin/python -m bot demo

# More than cores: many tests wait for a process or a clock.
PYTEST := $(BIN)/pytest -n 4 --dist loadfile --no-loadscope-reorder

# All but the slow ones: the guide, its words, the chat against the simulator, the pages as files.
test: .venv/ready
	$(PYTEST) -m "not slow"

# Most of these start something: browsers, proxies, the bot as a process, a release from its wheel.
test-slow: .venv/ready
	$(PYTEST) -m slow

check: .venv/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry --no-ansi .
	$(BIN)/deptry --no-ansi --optional-dependencies-dev-groups dev --ignore DEP002 $(PRODUCT)  # without tools of developers
	$(BIN)/python -m locales.catalogues --check
	$(BIN)/watkanikdoen check
	$(MAKE) --no-print-directory test test-slow

format: .venv/ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# After a change of sentences: collect them, and mark the translations to redo.
words: .venv/ready
	$(BIN)/python -m locales.catalogues

# After a change of screens or choices: redraw the map.
chart: .venv/ready
	$(BIN)/watkanikdoen chart --out docs/flow.md

# After a change of screens, text or signatures: list in docs/content-review.md who reviewed what.
review: .venv/ready
	$(BIN)/python -m release.signoff

# After a change of a number, hours or anything else that visitors read: write every file that is made of it. What is
# learnt rests on the words of all screens, and the conversations on what is learnt.
generated: words chart review
	$(BIN)/python -m listening.learn
	$(BIN)/python -m tests.transcripts

# Compare our speed with other bots; about ten minutes. Rewrites docs/performance.md.
bench: .venv/ready .venv-bench/ready
	$(MAKE) install
	$(BIN)/python -m benchmarks.speed --write docs/performance.md

# Check every web page in a real browser, with axe-core; takes minutes.
site-check: .venv/ready
	$(BIN)/python -m tests.web.check

# Take the pictures in the README and docs/web.md, in a real browser.
picture: .venv/ready
	$(BIN)/python -m tests.picture docs/phone.png
	$(BIN)/python -m tests.web.picture docs

# Render the picture in docs/campaigns.md: the example's poster as printed.
poster: .venv/ready
	$(BIN)/python -m tests.poster docs/poster.png

# Install only what a copy needs: make install INTO=folder
install:
	PYTHON=$(PYTHON) deploy/venv $(INTO)

# After a change of dependencies in pyproject.toml: compile the lock files.
lock: .venv/ready
	$(COMPILE) pyproject.toml -o requirements.lock
	$(COMPILE) --extra kit pyproject.toml -o requirements-kit.lock
	$(COMPILE) --extra scaled pyproject.toml -o requirements-scaled.lock
	$(COMPILE) --group build -o requirements-build.lock
	$(COMPILE) --extra dev --extra kit --extra review --extra scaled pyproject.toml -o requirements-dev.lock
	$(COMPILE) benchmarks/requirements.in -o benchmarks/requirements.lock
	for platform in linux macos windows; do $(BIN)/uv pip install -q --dry-run --target .venv/none --require-hashes \
	  --only-binary :all: --python-platform $$platform --python-version 3.11 -r requirements-kit.lock; done  # all have wheels

# After a change of the lock files: list third-party licences in docs/licences.md.
licences: .venv/ready
	$(BIN)/python -m release.licences

# Write the bill of materials, as CycloneDX.
sbom: .venv/ready
	$(BIN)/python -m release.sbom

# Look for known vulnerabilities in the locked packages; needs the internet.
audit: .venv/ready
	$(BIN)/python -m release.audit

# Make a release (tag, wheel, bill of materials), or say why not.
release: .venv/ready
	$(BIN)/python -m release.audit || test $$? -eq 2  # 2: the database of vulnerabilities cannot be reached
	$(BIN)/python -m release

.venv/ready: requirements-dev.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv-demo/ready: requirements.lock
	PYTHON=$(PYTHON) deploy/venv .venv-demo requirements.lock
	touch $@

.venv-bench/ready: benchmarks/requirements.lock
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/pip install -q --disable-pip-version-check --require-hashes -r benchmarks/requirements.lock
	touch $@
