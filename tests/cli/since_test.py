"""`--since OLD`: the scene that lists what changed, in decks and pictures, and what is said of an older version with
errors."""

import copy
import json
import os
import subprocess
from pathlib import Path

FABULA = os.environ["FABULA"]
SCRATCH = Path(os.environ["FABULA_SCRATCH"])
STORY = Path(os.environ["FABULA_SOURCE_DIR"]) / "data/stories/deepseek-r2.json"

failures = []


def expect(holds, what):
    if not holds:
        failures.append(what)


def run(code, *arguments):
    done = subprocess.run([FABULA, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8")
    expect(done.returncode == code, f"{arguments}: exit code {done.returncode}, expected {code}: {done.stderr}")
    return done.stderr


def written(name, story):
    path = SCRATCH / name
    path.write_text(json.dumps(story, ensure_ascii=False), encoding="utf-8")
    return path


story = json.loads(STORY.read_text(encoding="utf-8"))
older = copy.deepcopy(story)
older["scenes"] = []
older["events"] = [event for event in older["events"] if event["id"] != "h20-resumes"]
older["links"] = [link for link in older["links"] if "h20-resumes" not in (link["from"], link["to"])]
older["events"].append({"id": "rumour", "title": {"en": "A rumour of a launch"}, "when": "2025-03",
                        "actors": ["deepseek"], "importance": 4})
old = written("old.json", older)

deck = SCRATCH / "since.md"
run(0, "brief", STORY, "--since", old, "-o", deck)
text = deck.read_text(encoding="utf-8")
expect("Since last time" in text.split("\n## ")[1], "the deck begins with what changed")
expect("New: H20 sales to resume" in text and "Withdrawn: A rumour of a launch" in text, "it is listed")
expect("- **A rumour of a launch**" not in text, "what was withdrawn is told as an event of the story")

run(0, "render", STORY, "--since", old, "--scene", "since-last-time", "--lang", "de", "-o", SCRATCH / "since.svg",
    "--report", SCRATCH / "since.json")
cards = {card["event"] for card in json.loads((SCRATCH / "since.json").read_text())["cards"]}
expect({"h20-resumes", "rumour"} <= cards, f"new and withdrawn events are in the picture: {cards}")
svg_same = SCRATCH / "same.svg"
run(0, "render", STORY, "--since", STORY, "-o", svg_same)
run(0, "render", STORY, "-o", SCRATCH / "alone.svg")
expect(svg_same.read_bytes() == (SCRATCH / "alone.svg").read_bytes(), "compared with itself nothing is marked")

broken = written("broken.json", {"fabula": 1, "id": "x"})
said = run(1, "brief", STORY, "--since", broken, "-o", SCRATCH / "no.md")
expect("broken.json" in said and not (SCRATCH / "no.md").exists(), "an older version with errors makes no deck")

for failure in failures:
    print("FAILED:", failure)
raise SystemExit(1 if failures else 0)
