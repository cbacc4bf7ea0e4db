"""The answers that README.md quotes are what the program says: each `fabula ask …` in a block of code is followed by its
sentence as a quotation."""
import json
import os
import re
import shlex
import subprocess
import sys

root = os.environ["FABULA_SOURCE_DIR"]
with open(os.path.join(root, "README.md"), encoding="utf-8") as file:
    readme = file.read()

quotes = re.findall(r"^`fabula ask ([^`]+)`\n\n((?:> .*\n)+)", readme, flags=re.MULTILINE)
failures = 0
for call, quote in quotes:
    told = subprocess.run([os.environ["FABULA"], "ask", *shlex.split(call), "--json"], cwd=root, capture_output=True,
                          check=True, encoding="utf-8").stdout
    sentence = json.loads(told)["sentence"]
    quoted = " ".join(line[2:].strip() for line in quote.splitlines())
    if sentence != quoted:
        failures += 1
        print(f"FAILED README.md quotes another answer to {call}:\n  says   {sentence}\n  quotes {quoted}")
if len(quotes) < 6:
    failures += 1
    print(f"FAILED only {len(quotes)} quoted answers were found in README.md")
sys.exit(1 if failures else 0)
