"""Plan and Easy Read kept in step: what is paired, what has changed since a person compared it, what contradicts.

`pairs.py` finds the pairs, `pieces.py` their words, `lock.py` holds them against `content/reviewed.yml`,
`differences.py` shows what changed word by word, `facts.py` and `contradictions.py` compare dates, numbers and
addresses, `state.py` puts all of it together and `check.py` makes findings of it.
"""
