"""What a person said still matches: `content/reviewed.yml` to the model."""

from __future__ import annotations

import datetime
from pathlib import Path

from everyway.model import Review
from everyway.reading.files import LARGEST_FILE, read_text
from everyway.reading.found import Found
from everyway.reading.schema import check_settings
from everyway.reading.yaml_files import read_yaml

FILE = "reviewed.yml"

_AGAIN = 'Take this entry out, then run: everyway reviewed {} --by "your name"'


def read_reviews(content: Path, found: Found) -> tuple[Review, ...]:
    """Every entry in the order of the file; one that is not as it was written becomes a finding and is left out."""
    path = content / FILE
    if not path.is_file() and not path.is_symlink():
        return ()
    file = read_text(path, content.parent, found, LARGEST_FILE)
    settings = read_yaml(file.text, file.name, found) if file else None
    if settings is None or not check_settings(settings, "reviewed", found):
        return ()
    reviews: dict[tuple[str, str], Review] = {}
    for number, row in enumerate(settings.value if isinstance(settings.value, list) else []):
        if not isinstance(row, dict):
            continue
        where = settings.where((number,))
        words = {key: " ".join(value.split()) for key, value in row.items() if isinstance(value, str)}
        again = _AGAIN.format(words["easy_read"])
        if not isinstance(date := row["date"], datetime.date):
            found.add("PUB006", f"“{date}” is not a date.", settings.where((number, "date")), again)
            continue
        text = tuple(" ".join(line.split()) for line in str(row["plan_text"]).splitlines() if line.strip())
        easy, plan = words["easy_read"], words["plan"]
        hashes = words["easy_read_hash"], words["plan_hash"]
        review = Review(easy, plan, words["by"], date, *hashes, text, where)
        if twin := reviews.get(review.key):
            message = f"{review.easy} and {review.plan} stand here a second time; line {twin.source.line} has them too."
            found.add("STP001", message, where, "Keep the entry with the later date, and take the other one out.")
            continue
        reviews[review.key] = review
    return tuple(reviews.values())
