# Everything a developer types. Each target makes what it needs in .venv, from the hash-locked
# requirements, and is quick when there is nothing to do.
PYTHON ?= python3
BIN := .venv/bin
COMPILE := $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
  --no-emit-find-links --no-header --no-annotate

# The tests start many processes of ours: whatever the shell says, these need not be compiled again each time.
export PYTHONDONTWRITEBYTECODE =

INTO ?= /opt/watkanikdoen
PIP := -m pip --disable-pip-version-check --quiet

.PHONY: demo test check site-check format words chart review bench picture poster lock licences sbom audit release install

demo: .venv/ready
	$(BIN)/watkanikdoen demo

test: .venv/ready
	$(BIN)/pytest -n 4 --dist loadfile --no-loadscope-reorder  # more than cores: many wait for a process or a clock

check: .venv/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m locales.catalogues --check
	$(BIN)/watkanikdoen check
	$(MAKE) --no-print-directory test

format: .venv/ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Sentences changed? This collects them and marks what has to be translated again.
words: .venv/ready
	$(BIN)/python -m locales.catalogues

# Screens or choices changed? This draws the map again.
chart: .venv/ready
	$(BIN)/watkanikdoen chart --out docs/flow.md

# Screens, words or signatures changed? This lists who has looked at what, in docs/content-review.md.
review: .venv/ready
	$(BIN)/python -m release.signoff

# How fast we are next to other bots; some ten minutes. Rewrites docs/performance.md.
bench: .venv/ready .venv-bench/ready
	$(MAKE) install INTO=.venv-ours
	$(BIN)/python -m benchmarks.speed --write docs/performance.md

# Every web page in a real browser, with axe-core; takes minutes.
site-check: .venv/ready
	$(BIN)/python -m tests.web.check

# The pictures in the README and docs/web.md, taken in a real browser.
picture: .venv/ready
	$(BIN)/python -m tests.picture docs/phone.png
	$(BIN)/python -m tests.web.picture docs

# The picture in docs/campaigns.md: the example's poster, as it is printed.
poster: .venv/ready
	$(BIN)/python -m tests.poster docs/poster.png

# What a server needs and nothing more: make install INTO=/opt/watkanikdoen. The same as deploy/Containerfile does.
install:
	$(PYTHON) -m venv $(INTO)
	$(INTO)/bin/python $(PIP) install --require-hashes -r requirements-build.lock
	$(INTO)/bin/python $(PIP) install --require-hashes --no-build-isolation -r requirements-scaled.lock
	$(INTO)/bin/python $(PIP) install --no-deps --no-build-isolation --force-reinstall .

# After a change of dependencies in pyproject.toml.
lock: .venv/ready
	$(COMPILE) pyproject.toml -o requirements.lock
	$(COMPILE) --extra kit pyproject.toml -o requirements-kit.lock
	$(COMPILE) --extra scaled pyproject.toml -o requirements-scaled.lock
	$(COMPILE) --group build -o requirements-build.lock
	$(COMPILE) --extra dev --extra kit --extra review --extra scaled pyproject.toml -o requirements-dev.lock
	$(COMPILE) benchmarks/requirements.in -o benchmarks/requirements.lock

# After a change of the lock files: whose work we build on, in docs/licences.md.
licences: .venv/ready
	$(BIN)/python -m release.licences

# The bill of materials, as CycloneDX.
sbom: .venv/ready
	$(BIN)/python -m release.sbom

# Whether a weakness is known in what is locked; needs the internet, and says so.
audit: .venv/ready
	$(BIN)/python -m release.audit

# A tag, the wheel and its bill of materials; or what keeps it from being a release.
release: .venv/ready
	$(BIN)/python -m release.audit || test $$? -eq 2  # 2: the list of weaknesses cannot be reached
	$(BIN)/python -m release

.venv/ready: requirements-dev.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv-bench/ready: benchmarks/requirements.lock
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/pip install -q --disable-pip-version-check --require-hashes -r benchmarks/requirements.lock
	touch $@
