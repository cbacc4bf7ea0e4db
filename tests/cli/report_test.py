"""Checks pictures from outside: from `fabula render --report` and the story file alone, without any code of ours.

No two cards or texts overlap, no link passes through a box of another event, x of a date is right to half a pixel, and what
is drawn plus the clusters' counts are all the events.
"""
import datetime
import json
import os
import re
import subprocess
import sys

FABULA = os.environ["FABULA"]
SOURCE = os.environ["FABULA_SOURCE_DIR"]
SCRATCH = os.environ["FABULA_SCRATCH"]
failures = []


def fail(where, what):
    failures.append(f"{where}: {what}")


def render(story, name, *options):
    report = os.path.join(SCRATCH, name + ".json")
    picture = os.path.join(SCRATCH, name + ".png")
    subprocess.run([FABULA, "render", story, "-o", picture, "--report", report, *options], check=True)
    with open(report, encoding="utf-8") as file:
        return json.load(file)


def overlap(a, b):
    return min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0]) > 1e-6 and min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1]) > 1e-6


def crosses(p, q, box):
    """Whether the segment p–q passes through the inside of the box (Liang–Barsky, box shrunk by a tenth of a pixel)."""
    x0, y0, x1, y1 = box[0] + 0.1, box[1] + 0.1, box[0] + box[2] - 0.1, box[1] + box[3] - 0.1
    t0, t1 = 0.0, 1.0
    for d, low, high, start in ((q[0] - p[0], x0, x1, p[0]), (q[1] - p[1], y0, y1, p[1])):
        if abs(d) < 1e-12:
            if start <= low or start >= high:
                return False
            continue
        a, b = (low - start) / d, (high - start) / d
        t0, t1 = max(t0, min(a, b)), min(t1, max(a, b))
        if t0 >= t1:
            return False
    return True


def check_overlaps(where, report):
    cards = report["cards"]
    for i, a in enumerate(cards):
        for b in cards[:i]:
            if overlap(a["box"], b["box"]):
                fail(where, f"{a['event']} overlaps {b['event']}")
        for cluster in report["clusters"]:
            if overlap(a["box"], cluster["box"]):
                fail(where, f"{a['event']} overlaps a cluster")
    texts = report["texts"]
    for i, a in enumerate(texts):
        for b in texts[:i]:
            if overlap(a["box"], b["box"]) and not hidden_by_column(a, b, report):
                fail(where, f"text {a['text']!r} overlaps {b['text']!r}")


def hidden_by_column(a, b, report):
    """Lane titles stand in a column of their own that covers the canvas: what reaches under it is not seen."""
    return (a["of"].startswith("lane:")) != (b["of"].startswith("lane:"))


def check_links(where, report):
    for link in report["links"]:
        for card in report["cards"]:
            if card["event"] in (link["from"], link["to"]):
                continue
            points = link["points"]
            if any(crosses(points[i], points[i + 1], card["box"]) for i in range(len(points) - 1)):
                fail(where, f"link {link['from']} -> {link['to']} passes through {card['event']}")


def check_lines(where, report):
    """Each link is told once, or twice where it is cut to two stubs; a head is no line of its own."""
    seen = {}
    for link in report["links"]:
        key = (link["from"], link["to"], link["kind"])
        xs, ys = [p[0] for p in link["points"]], [p[1] for p in link["points"]]
        seen.setdefault(key, []).append((max(xs) - min(xs), max(ys) - min(ys)))
    for key, lines in seen.items():
        # A stub is straight; an open head is as wide as long, the bar of "blocks" 11.7 px.
        heads = [line for line in lines if 5 < min(line) <= max(line) < 11 or abs(max(line) - 11.7) < 0.05]
        if len(lines) > 2 or (len(lines) == 2 and heads):
            fail(where, f"link {key} is told by {lines}")
    for ribbon in report["ribbons"]:
        if ribbon["links"] < 1 or len(ribbon["points"]) < 2:
            fail(where, f"ribbon {ribbon}")


def seconds(iso):
    match = re.fullmatch(r"([+-]?\d{4,})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.(\d{3})Z", iso)
    year, month, day, hour, minute, second, milli = (int(x) for x in match.groups())
    # 400 Gregorian years are 146,097 days: brings any year into the range that datetime knows.
    cycles = (year - 2000) // 400
    days = datetime.date(year - 400 * cycles, month, day).toordinal() + 146097 * cycles
    return days * 86400.0 + hour * 3600 + minute * 60 + second + milli / 1000


def check_dates(where, report, story):
    scale = report["scale"]
    t0, t1 = seconds(scale["t0"]), seconds(scale["t1"])
    events = {event["id"]: event for event in story["events"]}

    def x(iso):
        return scale["x0"] + (seconds(iso) - t0) / (t1 - t0) * (scale["x1"] - scale["x0"])

    checked = 0
    for span in report["spans"]:
        when = events[span["event"]].get("when")
        if when is None or span.get("derived"):
            continue
        date = json.loads(subprocess.run([FABULA, "date", when, "--json"], check=True, capture_output=True).stdout)
        for key, bound in (("x0", "earliest"), ("x1", "latest")):
            if date[bound] is not None and span[key] is not None:
                checked += 1
                if abs(x(date[bound]) - span[key]) > 0.5:
                    fail(where, f"{span['event']}: {key} is {span[key]}, its date stands at {x(date[bound]):.2f}")
    if not checked and report["spans"]:
        fail(where, "no date could be checked")


def check_counts(where, report, story):
    drawn = len(report["cards"]) + sum(cluster["events"] for cluster in report["clusters"])
    if drawn != len(story["events"]):
        fail(where, f"{drawn} events are drawn or counted, the story has {len(story['events'])}")


def check_stability(where, story_path, story):
    """Panning changes no level and no row; zooming in takes no detail away."""
    order = ["cluster", "dot", "label", "card"]

    def levels(*options):
        report = render(story_path, "stability", *options)
        return {card["event"]: (order.index(card["level"]), card["row"]) for card in report["cards"]}

    spans = ["2025-01/2025-06", "2025-02/2025-07"] if "deepseek" in story_path else ["1790/1809", "1800/1819"]
    first, second = levels("--range", spans[0]), levels("--range", spans[1])
    common = set(first) & set(second)
    # The two ranges are not to the second of equal length, so a step of zoom may lie between them.
    for event in common:
        if first[event] != second[event]:
            closer = max(first[event][0], second[event][0])
            if first[event][0] == second[event][0] or closer == 0:
                fail(where, f"{event} changed from {first[event]} to {second[event]} on panning")
    whole = levels()
    for event, (level, row) in first.items():
        if event in whole and whole[event][0] > level:
            fail(where, f"{event} lost detail on zooming in")
        if event in whole and whole[event][0] > 0 and whole[event][1] != row:
            fail(where, f"{event} changed its row on zooming in")


def main():
    for name in ("deepseek-r2", "rosetta-stone"):
        path = os.path.join(SOURCE, "data", "stories", name + ".json")
        with open(path, encoding="utf-8") as file:
            story = json.load(file)
        for size in ("1280x720", "1600x900", "3840x2160"):
            for language in ("en", "de"):
                where = f"{name} {size} {language}"
                report = render(path, f"{name}-{size}-{language}", "--size", size, "--lang", language)
                check_overlaps(where, report)
                check_links(where, report)
                check_lines(where, report)
                check_dates(where, report, story)
                check_counts(where, report, story)
        for size, language in (("1280x720", "de"), ("1600x900", "en"), ("3840x2160", "en")):
            where = f"{name} graph {size} {language}"
            report = render(path, f"{name}-graph", "--view", "graph", "--size", size, "--lang", language)
            check_overlaps(where, report)
            check_links(where, report)
            check_lines(where, report)
            check_counts(where, report, story)
        day = "2025-08-13" if "deepseek" in name else "1822-09"
        report = render(path, f"{name}-as-of", "--as-of", day)
        check_overlaps(f"{name} as of {day}", report)
        drawn = len(report["cards"]) + sum(cluster["events"] for cluster in report["clusters"])
        if not 0 < drawn < len(story["events"]):
            fail(f"{name} as of {day}", f"{drawn} events are drawn")
        ranges = ["2025-01/2025-09", "2025-07/2025-08", "2025-08-10/2025-08-16"]
        for span in ranges if "deepseek" in name else ["1700/1900", "1790/1830", "1822"]:
            where = f"{name} {span}"
            report = render(path, f"{name}-range", "--range", span)
            check_overlaps(where, report)
            check_links(where, report)
            check_dates(where, report, story)
        check_stability(name, path, story)
        report = render(path, f"{name}-wide", "--range", "-1000/2999")
        check_dates(f"{name} wide", report, story)
        check_counts(f"{name} wide", report, story)
        t0, t1 = seconds(report["scale"]["t0"]), seconds(report["scale"]["t1"])
        pixel = (t1 - t0) / (report["scale"]["x1"] - report["scale"]["x0"])
        asked = seconds("-1000-01-01T00:00:00.000Z"), seconds("3000-01-01T00:00:00.000Z")
        if abs(t0 - asked[0]) > pixel or abs(t1 - asked[1]) > pixel:
            fail(f"{name} wide", f"shows {report['scale']}")
    for failure in failures[:40]:
        print("FAILED", failure)
    print(f"{len(failures)} failures")
    return 1 if failures else 0


sys.exit(main())
