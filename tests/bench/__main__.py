"""Times that no test asserts: the update of a large catalog, and the PDFs."""

import argparse

from tests.bench import pdfs, updates


def main() -> None:
    """Run what is asked for, or everything."""
    parser = argparse.ArgumentParser(prog="nox -s bench --", description=__doc__)
    parser.add_argument("what", nargs="*", choices=["update", "pdf", []], help="by default, everything")
    parser.add_argument("--messages", type=int, default=5000)
    parser.add_argument("--edits", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    wanted = arguments.what or ["update", "pdf"]
    if "update" in wanted:
        updates.compare(size=arguments.messages, edits=arguments.edits, rounds=arguments.rounds)
    if "pdf" in wanted:
        pdfs.measure(rounds=arguments.rounds)


if __name__ == "__main__":
    main()
