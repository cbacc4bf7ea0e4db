#!/usr/bin/env python3
"""Reads the PDF deck of the shipped story back with other programs: pages, titles, fonts, links, bookmarks, both
languages; and what `fabula brief` says when something is wrong."""

import os
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = os.environ["FABULA"], os.environ["FABULA_SOURCE_DIR"]
SCRATCH = os.environ.get("FABULA_SCRATCH", tempfile.gettempdir())
STORY = os.path.join(SOURCE, "data/stories/deepseek-r2.json")
TITLES = {"en": ["R1 moves the market, and R2 is due in May", "Why there is no R2 remains open", "Sources"],
          "de": ["R1 bewegt den Markt, und R2 soll im Mai kommen", "Warum es kein R2 gibt, bleibt offen", "Quellen"]}


def run(*call):
    return subprocess.run(call, capture_output=True, text=True, check=False)


def expect(truth, what):
    if not truth:
        sys.exit(what)


def brief(*arguments):
    return run(PROGRAM, "brief", *arguments)


def check_pdf(language):
    deck = os.path.join(SCRATCH, f"deck-{language}.pdf")
    made = brief(STORY, "-o", deck, "--lang", language, "--notes")
    expect(made.returncode == 0 and made.stderr == "", f"brief: {made.stderr}")
    info = run("pdfinfo", deck).stdout
    pages = int(next(line for line in info.splitlines() if line.startswith("Pages:")).split()[1])
    expect(pages >= 9 + 9 + 1, f"{pages} pages: slides, notes and sources")
    expect("960 x 540 pts" in info, "16:9 pages")
    text = run("pdftotext", "-layout", deck, "-").stdout
    for title in TITLES[language]:
        expect(title in text, f"no {title!r} in the text of the PDF")
    expect("Financial Times, 14 Aug" in text or "Financial Times, 14. Aug" in text, "sources can be read")
    fonts = run("pdffonts", deck).stdout.splitlines()[2:]
    expect(fonts and all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts), "fonts: embedded subsets, Unicode")
    expect("https://" in run("pdfinfo", "-url", deck).stdout, "links to sources")


def check_errors():
    none = os.path.join(SCRATCH, "none.pdf")
    wrong = brief(STORY, "-o", os.path.join(SCRATCH, "deck.doc"))
    expect(wrong.returncode == 2 and ".pdf" in wrong.stderr, f"another ending: {wrong.stderr}")
    unknown = brief(STORY, "-o", none, "--scenes", "the-pusch")
    expect(unknown.returncode == 2 and "the-push" in unknown.stderr, f"an unknown scene: {unknown.stderr}")
    empty = os.path.join(SCRATCH, "empty.json")
    with open(empty, "w", encoding="utf-8") as file:
        file.write('{"fabula":1,"id":"e","title":"E","events":[{"id":"a","title":"A","when":"2025"}]}')
    scenes = brief(empty, "-o", none)
    expect(scenes.returncode == 1 and "no scenes" in scenes.stderr, f"no scenes: {scenes.stderr}")
    full = brief(STORY, "-o", "/dev/full/deck.pdf")
    expect(full.returncode == 1 and full.stderr.startswith("error: "), f"no folder: {full.stderr}")
    expect(not os.path.exists(none), "a deck in spite of an error")


def check_choice():
    deck = os.path.join(SCRATCH, "two.pdf")
    expect(brief(STORY, "-o", deck, "--scenes", "not-known,the-push").returncode == 0, "two scenes")
    text = run("pdftotext", deck, "-").stdout
    expect(text.index("Why there is no R2") < text.index("After R1, officials"), "in the order asked for")
    expect("R1 moves the market" not in text, "no other scene")


for tag in TITLES:
    check_pdf(tag)
check_errors()
check_choice()
