"""Every message is told in German, and the German catalogue tells nothing else.

The patterns are the literals in the calls of core::message in src/; assets/i18n/messages.de.json must have exactly these,
each with the same gaps.
"""

import json
import os
import re
import sys
from pathlib import Path

# Of the functions of that name that are no member of anything: message( with what stands behind it.
CALL = re.compile(r"(?<![\w.>])(?:core::)?message\(\s*((?:\"(?:[^\"\\]|\\.)*\"\s*)*)")
LITERAL = re.compile(r"\"((?:[^\"\\]|\\.)*)\"")
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "'": "'", "\\": "\\"}
GAP = re.compile(r"\{\{|\}\}|\{(\d?)\}|([{}])")


def patterns_in(text):
    """The patterns in one source file, and how many calls there are without a literal."""
    found, bare = [], 0
    for call in CALL.finditer(text):
        parts = LITERAL.findall(call.group(1))
        if parts:
            found.append(re.sub(r"\\(.)", lambda escape: ESCAPES[escape.group(1)], "".join(parts)))
        else:
            bare += 1
    return found, bare


def gaps_of(pattern):
    """The numbers of its gaps, sorted; None if a brace stands alone or gaps with and without numbers are mixed."""
    marks = [match for match in GAP.finditer(pattern) if match.group(0) not in ("{{", "}}")]
    if any(match.group(2) for match in marks):
        return None
    numbers = [match.group(1) for match in marks]
    if all(number == "" for number in numbers):
        return list(range(len(numbers)))
    return sorted(int(number) for number in numbers) if all(numbers) else None


def faults(patterns, german):
    for pattern in sorted(patterns - german.keys()):
        yield f"not in messages.de.json: {pattern}"
    for pattern in sorted(german.keys() - patterns):
        yield f"in messages.de.json, but no message: {pattern}"
    for pattern in sorted(patterns & german.keys()):
        words = german[pattern]
        if not words.strip():
            yield f"empty in messages.de.json: {pattern}"
        elif gaps_of(words) is None or set(gaps_of(words)) != set(gaps_of(pattern)):
            yield f"other gaps than the English: {pattern}\n    {words}"


def check_the_check():
    """What must be found, and what must not, before silence means anything."""
    source = 'message("one {} "\n   "two {{", x); return core::message("\\"a\\" \\\\"); errors.message("no"); message(key)'
    assert patterns_in(source) == (["one {} two {{", '"a" \\'], 1), patterns_in(source)
    assert gaps_of("{1} a {0} {{") == [0, 1] and gaps_of("{} {}") == [0, 1]
    assert gaps_of("{") is None and gaps_of("{} {1}") is None
    german = {"a {}": "A {0}", "b {} {}": "{1} {1}", "c": "C", "d": " ", "e {} {}": "{1} E {0}"}
    found = list(faults({"a {}", "b {} {}", "d", "e {} {}", "f"}, german))
    assert [fault.split(":")[0] for fault in found] == [
        "not in messages.de.json",
        "in messages.de.json, but no message",
        "other gaps than the English",
        "empty in messages.de.json",
    ], found


def main():
    check_the_check()
    root = Path(os.environ["FABULA_SOURCE_DIR"])
    patterns = set()
    found = []
    for path in sorted((root / "src").rglob("*.[ch]pp")):
        if path.name in ("message.hpp", "message.cpp"):
            continue
        literals, bare = patterns_in(path.read_text(encoding="utf-8"))
        patterns.update(literals)
        if bare:
            found.append(f"{path.relative_to(root)}: {bare} messages whose pattern is no literal")
    pairs = json.loads((root / "assets/i18n/messages.de.json").read_text(encoding="utf-8"), object_pairs_hook=list)
    if len(pairs) != len(dict(pairs)):
        found.append("messages.de.json has a pattern twice")
    found += faults(patterns, dict(pairs))
    print("\n".join(found) if found else f"{len(patterns)} messages, all in German")
    return 1 if found or not patterns else 0


sys.exit(main())
