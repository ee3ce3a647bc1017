"""`python -m everyway.cli`: the same as `everyway`."""

from everyway.cli.commands import main

main()
