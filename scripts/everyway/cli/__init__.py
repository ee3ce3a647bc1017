"""The commands. The only room that prints, asks or exits; everything heavy is imported where it is used."""

from everyway.cli.commands import main as main
