"""The command line: parses, calls the library, prints, exits. The only room that imports typer or rich; knows no rules of its own."""

from factcards.cli.app import main

__all__ = ["main"]
