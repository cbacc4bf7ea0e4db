"""What `fabula diff` says of an edited story: as text, as JSON, in both languages; where its findings go."""

import copy
import json
import os
import re
import subprocess
import sys
from pathlib import Path

FABULA = os.environ["FABULA"]
SCRATCH = Path(os.environ["FABULA_SCRATCH"])
SOURCE = Path(os.environ["FABULA_SOURCE_DIR"])
STORY = SOURCE / "data/stories/deepseek-r2.json"

failures = []


def expect(holds, what):
    if not holds:
        failures.append(what)


def diff(code, *arguments):
    done = subprocess.run([FABULA, "diff", *map(str, arguments)], capture_output=True, text=True, encoding="utf-8")
    expect(done.returncode == code, f"{arguments}: exit code {done.returncode}, expected {code}: {done.stderr}")
    return done.stdout, done.stderr


def written(name, story):
    path = SCRATCH / name
    path.write_text(json.dumps(story, ensure_ascii=False), encoding="utf-8")
    return path


def named(things, name):
    return next(thing for thing in things if thing["id"] == name)


def edited(story):
    """A later version, with each kind of change in it and every list in another order."""
    later = copy.deepcopy(story)
    justify = named(later["events"], "miit-justify")
    justify["when"] = "2025-08-14"
    justify["confidence"] = "almost_certain"
    justify["sources"].append({"source": "reuters-r2", "at": "paragraph 4"})
    later["events"] = [event for event in later["events"] if event["id"] != "cloudmatrix"]
    later["links"] = [link for link in later["links"] if "cloudmatrix" not in (link["from"], link["to"])]
    later["events"].append({"id": "r2-shelved", "title": {"en": "R2 is shelved", "de": "R2 kommt nicht"},
                            "when": "2026-05~", "actors": ["deepseek"], "basis": "reported", "confidence": "likely",
                            "sources": [{"source": "reuters-r2"}]})
    later["links"].append({"from": "r2-slips", "to": "r2-shelved", "kind": "causes", "basis": "inferred"})
    slipped = next(link for link in later["links"] if (link["from"], link["to"]) == ("r1-launch", "market-shock"))
    slipped["kind"] = "enables"
    later["sources"].append({"id": "reuters-r2", "publisher": "Reuters", "published": "2026-05-20"})
    later["scenes"] = []
    for key in ("events", "links", "sources", "actors"):
        later[key].reverse()
    return later


def check_text(old, new):
    text, _ = diff(0, old, new)
    lines = text.splitlines()
    expect(lines[0] == "Since then: 1 new event, 1 changed, 1 withdrawn; 1 new link, 1 changed; 1 new source.", lines[0])
    for line in ("New", "  event   R2 is shelved · about May 2026 · reported · likely",
                 "  link    “May passes without R2” → “R2 is shelved” · causes · our reading",
                 "  source  Reuters, 20 May 2026", "Changed",
                 "           date: about August 2025 → 14 August 2025",
                 "           confidence: likely → almost certain",
                 "           sources: + Reuters, 20 May 2026 (at paragraph 4)",
                 "           kind: causes → enables", "Withdrawn",
                 "  event  Huawei unveils CloudMatrix 384 · Apr 2025 · reported · very likely"):
        expect(line in lines, f"no line {line!r} in\n{text}")
    german, _ = diff(0, old, new, "--lang", "de")
    expect(german.startswith("Seither: 1 neues Ereignis, 1 geändert, 1 zurückgezogen; 1 neue Verbindung, 1 geändert; "
                             "1 neue Quelle.\n\nNeu\n  Ereignis    R2 kommt nicht · etwa Mai 2026 · berichtet"), german)
    expect("Datum: etwa August 2025 → 14. August 2025\n" in german, german)
    same, findings = diff(0, old, old)
    expect(same == "Nothing changed: the events, links, sources and actors are the same.\n" and findings == "", same)


def check_json(old, new):
    told = json.loads(diff(0, old, new, "--json")[0])
    expect(list(told) == ["summary", "events", "links", "sources", "actors"], list(told))
    expect(told["summary"].startswith("Since then: 1 new event, "), told["summary"])
    for key in ("events", "links", "sources", "actors"):
        expect(list(told[key]) == ["new", "changed", "withdrawn"], f"{key}: {list(told[key])}")
    events = told["events"]
    expect(events["new"] == ["r2-shelved"] and events["withdrawn"] == ["cloudmatrix"], events)
    expect([event["id"] for event in events["changed"]] == ["miit-justify"], events["changed"])
    fields = events["changed"][0]["fields"]
    expect(fields[:2] == [{"field": "when", "before": "2025-08~", "after": "2025-08-14"},
                          {"field": "confidence", "before": "likely", "after": "almost_certain"}], fields)
    expect(fields[2]["field"] == "sources" and len(fields) == 3, fields)
    expect(fields[2]["after"][-1] == {"source": "reuters-r2", "at": "paragraph 4"}, fields)
    expect(told["links"]["new"] == [{"from": "r2-slips", "to": "r2-shelved", "kind": "causes"}], told["links"])
    expect(told["links"]["changed"] == [{"from": "r1-launch", "to": "market-shock", "kind": "enables",
                                         "fields": [{"field": "kind", "before": "causes", "after": "enables"}]}],
           told["links"])
    expect(told["sources"] == {"new": ["reuters-r2"], "changed": [], "withdrawn": []}, told["sources"])
    expect(told["actors"] == {"new": [], "changed": [], "withdrawn": []}, told["actors"])


def check_findings(story, old):
    bad = SCRATCH / "bad.json"
    bad.write_text('{"fabula": 1,\n "id": 7}', encoding="utf-8")
    for files in ((bad, old), (old, bad), (old, SCRATCH / "nowhere.json")):
        text, findings = diff(1, *files)
        expect(text == "" and ": error F" in findings, f"{files}: {text}{findings}")
    both = diff(1, bad, SCRATCH / "nowhere.json")[1]
    expect("bad.json:" in both and "nowhere.json" in both, f"not the findings of both: {both}")
    diff(2, old)
    other = copy.deepcopy(story)
    other["id"] = "another"
    expect("two stories, `deepseek-r2` and `another`" in diff(0, old, written("other.json", other))[1], "two stories")
    steering = copy.deepcopy(story)
    steering["events"][0]["title"]["en"] = "X \u001b[31mred\u0007 \u202eright"
    text = diff(0, old, written("steering.json", steering))[0]
    expect("red" in text and not re.search("[\u0000-\u0009\u000b-\u001f\u202e]", text), f"steers a terminal: {text!r}")
    expect("en stands in" in diff(0, old, old, "--lang", "fr")[1], "a language that the story lacks")


def check_readme():
    """The story that README.md gives, with its rule dated and surer, differs as README.md says."""
    readme = (SOURCE / "README.md").read_text(encoding="utf-8")
    story = json.loads(re.search(r"^```json\n(.*?)^```$", readme, flags=re.MULTILINE | re.DOTALL).group(1))
    told = re.search(r"^```\n(Since then: .*?)^```$", readme, flags=re.MULTILINE | re.DOTALL).group(1)
    old = written("readme-old.json", story)
    rule = named(story["events"], "rule")
    rule["when"] = "2025-02-14"
    rule["confidence"] = "very_likely"
    text, _ = diff(0, old, written("readme-new.json", story))
    expect(text == told, f"README.md quotes another difference:\n{text}")


def main():
    with open(STORY, encoding="utf-8") as file:
        story = json.load(file)
    old = written("old.json", story)
    new = written("new.json", edited(story))
    check_text(old, new)
    check_json(old, new)
    check_findings(story, old)
    check_readme()
    print("\n".join(failures) if failures else "diff tells what changed")
    return 1 if failures else 0


sys.exit(main())
