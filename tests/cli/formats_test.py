"""What goes to other programs and comes from them: `fabula export`, `fabula import`, judged without our own readers."""

import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

FABULA = os.environ["FABULA"]
SCRATCH = Path(os.environ["FABULA_SCRATCH"])
SOURCE = Path(os.environ["FABULA_SOURCE_DIR"])
STORY = SOURCE / "data/stories/deepseek-r2.json"
NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"

failures = []


def expect(holds, what):
    if not holds:
        failures.append(what)


def call(code, *arguments):
    done = subprocess.run([FABULA, *map(str, arguments)], capture_output=True, text=True)
    expect(done.returncode == code, f"{arguments}: exit code {done.returncode}, expected {code}: {done.stderr}")
    return done.stderr


def check_graphml(story):
    """The structure that NetworkX and Gephi ask for: keys declared before the graph, ends that exist, typed values."""
    call(0, "export", STORY, "-o", "story.graphml")
    root = ET.parse("story.graphml").getroot()
    tags = [child.tag.removeprefix(NAMESPACE) for child in root]
    expect(tags == ["key"] * (len(tags) - 1) + ["graph"], f"keys and then a graph, not {tags}")
    keys = {key.get("id"): key for key in root.iter(NAMESPACE + "key")}
    graph = root.find(NAMESPACE + "graph")
    expect(graph.get("edgedefault") == "directed", "no edgedefault")

    def data(item, thing):
        values = {}
        for entry in item.findall(NAMESPACE + "data"):
            key = keys[entry.get("key")]
            expect(key.get("for") == thing, f"{key.attrib} on a {thing}")
            kind = key.get("attr.type")
            expect(kind != "int" or re.fullmatch(r"-?\d+", entry.text), f"no int: {entry.text}")
            expect(kind != "boolean" or entry.text in ("true", "false"), f"no boolean: {entry.text}")
            values[key.get("attr.name")] = entry.text
        return values

    nodes = {node.get("id"): data(node, "node") for node in graph.findall(NAMESPACE + "node")}
    expect(list(nodes) == [event["id"] for event in story["events"]], "the nodes are not the events")
    for event in story["events"]:
        node = nodes[event["id"]]
        expect(node["label"] == event["title"]["en"] and node["title_de"] == event["title"]["de"], event["id"])
        expect(node.get("when") == event.get("when"), f"{event['id']}: when")
        moments = [node[name] for name in ("start", "end") if name in node]
        expect(bool(moments) == ("when" in event), f"{event['id']}: start and end")
        expect(all(re.match(r"\d{4}-\d\d-\d\dT", moment) for moment in moments), f"{event['id']}: {moments}")
    edges = graph.findall(NAMESPACE + "edge")
    expect(
        [(e.get("source"), e.get("target"), data(e, "edge")["kind"]) for e in edges]
        == [(link["from"], link["to"], link["kind"]) for link in story["links"]],
        "the edges are not the links",
    )
    expect(json.loads(data(graph, "graph")["actors"]) != [], "no actors")


def check_dot(story):
    call(0, "export", STORY, "-o", "story.dot")
    if shutil.which("dot") is None:
        print("no Graphviz here: its opinion on the DOT was not asked")
        return
    for options in (["-Tplain"], ["-Tcanon"]):
        done = subprocess.run(["dot", *options, "story.dot"], capture_output=True, text=True)
        expect(done.returncode == 0 and "rror" not in done.stderr, f"dot {options}: {done.stderr}")
        Path("dot" + options[0]).write_text(done.stdout, encoding="utf-8")
    lines = Path("dot-Tplain").read_text(encoding="utf-8").splitlines()
    expect(sum(line.startswith("node ") for line in lines) == len(story["events"]), "dot draws other nodes")
    expect(sum(line.startswith("edge ") for line in lines) == len(story["links"]), "dot draws other edges")
    # What Graphviz writes of it is the same story still.
    shutil.copy("dot-Tcanon", "canon.gv")
    call(0, "import", "canon.gv", "-o", "canon.json")
    call(0, "import", "story.dot", "-o", "again.json")
    canon, again = (json.loads(Path(name).read_text(encoding="utf-8")) for name in ("canon.json", "again.json"))
    by_id = {event["id"]: event for event in canon["events"]}
    expect(by_id == {event["id"]: event for event in again["events"]}, "Graphviz's own copy tells other events")
    expect(len(canon["links"]) == len(story["links"]), "Graphviz's own copy has other links")


def check_import():
    Path("loop.gv").write_text('digraph { a [date="2025-01"]; a -> b -> a; }\n', encoding="utf-8")
    said = call(0, "import", "loop.gv", "-o", "loop.json")
    expect(re.search(r"^loop\.gv:1:\d+: warning F501: ", said, re.M), f"no loop reported: {said}")
    expect(re.search(r"^loop\.gv:1:\d+: warning F708: ", said, re.M), f"no assumption reported: {said}")
    expect("error F501" in subprocess.run([FABULA, "check", "loop.json"], capture_output=True, text=True).stdout, "F501")
    north = SOURCE / "tests/io/north/g.10.0.graphml"
    call(0, "import", north, "-o", "north.json")
    checked = subprocess.run([FABULA, "check", "north.json"], capture_output=True, text=True)
    expect(checked.stdout.rstrip().endswith("warnings in 1 file") and checked.returncode == 0, checked.stdout)


def check_wrong_calls():
    Path("bad.dot").write_text("digraph {\n  a -> ;\n}\n", encoding="utf-8")
    expect(call(1, "import", "bad.dot", "-o", "no.json").startswith("bad.dot:2:8: error F703: "), "no place")
    expect("F001" in call(1, "import", "nowhere.dot", "-o", "no.json"), "no F001")
    expect(".graphml, .dot or .gv" in call(2, "import", "story.gexf", "-o", "no.json"), "the endings are not named")
    expect(".graphml, .dot or .gv" in call(2, "export", STORY, "-o", "no.svg"), "the endings are not named")
    call(2, "import", "story.dot", "-o", "story.dot")
    call(2, "import", "story.dot")
    call(1, "import", "story.dot", "-o", "nowhere/no.json")
    call(1, "export", "bad.dot", "-o", "no.dot")
    for name in ("no.json", "no.dot", "no.svg"):
        expect(not Path(name).exists(), f"a failed call left {name}")
    expect(Path("story.dot").read_text(encoding="utf-8").startswith("digraph"), "the imported file was overwritten")


def main():
    os.chdir(SCRATCH)
    story = json.loads(STORY.read_text(encoding="utf-8"))
    check_graphml(story)
    check_dot(story)
    check_import()
    check_wrong_calls()
    print("\n".join(failures) if failures else "other programs are served")
    return 1 if failures else 0


sys.exit(main())
