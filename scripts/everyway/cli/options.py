"""The options that several commands share."""

import click

cache_option = click.option(
    "--cache",
    metavar="PLACE",
    default="",
    help="Where to keep what was made: a folder or a URL such as s3://bucket/name.",
)
