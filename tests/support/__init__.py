"""Everything that tests and benchmarks start: processes, databases, stores, browsers, a person with a phone."""

TOKEN = "8123456789:AAkanarieTokenF53_-geheim"  # noqa: S105 - known to the simulator alone
