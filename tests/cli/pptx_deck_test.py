#!/usr/bin/env python3
"""Opens PowerPoint decks in a headless LibreOffice and turns them to PDF: the right number of slides, on each its title,
narration and notes, no words over others; of the shipped story in both languages and themes, and of a story that is all
long and hostile texts."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

PROGRAM, SOURCE = os.environ["FABULA"], os.environ["FABULA_SOURCE_DIR"]
SCRATCH = os.environ.get("FABULA_SCRATCH", tempfile.gettempdir())
STORY = os.path.join(SOURCE, "data/stories/deepseek-r2.json")
NAMES = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main",
         "p": "http://schemas.openxmlformats.org/presentationml/2006/main"}
BAND = 664 / 900  # where narration and evidence begin


def expect(truth, what):
    if not truth:
        sys.exit(what)


def run(*call):
    return subprocess.run(call, capture_output=True, text=True, check=False)


def squeezed(text):
    """Without white space, which lines of a page put in."""
    return re.sub(r"\s+", "", text)


def brief(story, deck, *arguments):
    made = run(PROGRAM, "brief", story, "-o", deck, *arguments)
    expect(made.returncode == 0 and made.stderr == "", f"brief: {made.stderr}")


def converted(deck):
    """The deck as a PDF: its slides, then their notes."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        sys.exit("no LibreOffice here: apt-get install --no-install-recommends libreoffice-impress")
    options = 'pdf:impress_pdf_Export:{"ExportNotesPages":{"type":"boolean","value":"true"}}'
    made = run(office, f"-env:UserInstallation=file://{SCRATCH}/profile", "--headless", "--convert-to", options,
               "--outdir", SCRATCH, deck)
    pdf = os.path.splitext(deck)[0] + ".pdf"
    expect(made.returncode == 0 and os.path.exists(pdf), f"LibreOffice: {made.stdout}{made.stderr}")
    return pdf


def texts(package, part, kind, index=None):
    """The text of the placeholders of a kind."""
    root = ElementTree.fromstring(package.read(part))
    found = []
    for shape in root.iterfind(".//p:sp", NAMES):
        place = shape.find("p:nvSpPr/p:nvPr/p:ph", NAMES)
        if place is not None and place.get("type") == kind and (index is None or place.get("idx") == index):
            found += [node.text or "" for node in shape.iterfind(".//a:t", NAMES)]
    return found


def check_words(pdf, slides):
    """In the band under the picture no word lies over another or leaves the page."""
    pages = run("pdftotext", "-bbox", "-l", str(slides), pdf, "-").stdout.split("<page ")[1:]
    for number, page in enumerate(pages, 1):
        height = float(re.search(r'height="([\d.]+)"', page).group(1))
        boxes = [tuple(map(float, box)) for box in
                 re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', page)]
        boxes = [box for box in boxes if box[1] > BAND * height]
        expect(all(box[3] < height for box in boxes), f"{pdf}: words below page {number}")
        boxes = [(left + 1, top + 3, right - 1, bottom - 3) for left, top, right, bottom in boxes]
        for i, one in enumerate(boxes):
            for two in boxes[:i]:
                expect(one[0] >= two[2] or two[0] >= one[2] or one[1] >= two[3] or two[1] >= one[3],
                       f"{pdf}: words over others on page {number}: {one} {two}")


def check(deck):
    """Returns the titles of its slides."""
    pdf = converted(deck)
    package = zipfile.ZipFile(deck)
    expect(package.testzip() is None, f"{deck}: damaged")
    slides = sum(1 for name in package.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name))
    pages = [squeezed(page) for page in run("pdftotext", pdf, "-").stdout.split("\f")[:-1]]
    expect(len(pages) == 2 * slides, f"{deck}: {len(pages)} pages of {slides} slides and as many pages of notes")
    titles = []
    for i in range(slides):
        slide, notes = f"ppt/slides/slide{i + 1}.xml", f"ppt/notesSlides/notesSlide{i + 1}.xml"
        titles.append(" ".join(texts(package, slide, "title")))
        expect(squeezed(titles[-1]) in pages[i], f"{deck}: no title {titles[-1]!r} on page {i + 1}: {pages[i]}")
        for text in texts(package, slide, "body"):
            expect(squeezed(text) in pages[i], f"{deck}: not on page {i + 1}: {text!r}")
        if notes in package.namelist():
            for text in texts(package, notes, "body"):
                expect(squeezed(text) in pages[slides + i], f"{deck}: not in the notes on page {i + 1}: {text!r}")
    check_words(pdf, slides)
    return titles


def check_shipped(language, theme):
    with open(STORY, encoding="utf-8") as file:
        scenes = json.load(file)["scenes"]
    deck = os.path.join(SCRATCH, f"deck-{language}-{theme}.pptx")
    brief(STORY, deck, "--lang", language, "--theme", theme)
    titles = check(deck)
    for scene in scenes:
        expect(scene["title"][language] in titles, f"{deck}: no slide has the title {scene['title'][language]!r}")
    package = zipfile.ZipFile(deck)
    for scene in scenes:
        told = [text for name in package.namelist() if name.startswith("ppt/slides/slide")
                for text in texts(package, name, "body", "1")]
        expect(scene["narration"][language] in told, f"{deck}: the narration of {scene['id']}")
    expect("https://" in run("pdfinfo", "-url", os.path.splitext(deck)[0] + ".pdf").stdout, "links to sources")


def check_hostile():
    hostile = "<script>alert('1')</script> & ]]> \u0001\u202e\u200f 漢字 " + "x" * 800 + " word" * 400
    story = {"fabula": 1, "id": "h", "title": hostile,
             "sources": [{"id": "s", "publisher": hostile, "title": hostile, "url": "https://example.org/<a>|b"}],
             "events": [{"id": "a", "title": hostile, "when": "2025-01-05", "sources": ["s"]},
                        {"id": "b", "title": "B", "when": "2025-02-05"}],
             "links": [{"from": "a", "to": "b", "kind": "causes"}],
             "scenes": [{"id": "sc", "title": hostile, "narration": hostile}]}
    path = os.path.join(SCRATCH, "hostile.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(story, file)
    deck = os.path.join(SCRATCH, "hostile.pptx")
    made = run(PROGRAM, "brief", path, "-o", deck)
    expect(made.returncode == 0, f"brief: {made.stderr}")
    check(deck)


def check_same_bytes_anywhere():
    """Whatever the time zone, in which ZIP files tell times."""
    decks = []
    for zone in ("UTC", "Asia/Tokyo"):
        decks.append(os.path.join(SCRATCH, f"zone-{len(decks)}.pptx"))
        subprocess.run([PROGRAM, "brief", STORY, "-o", decks[-1], "--scenes", "the-push"], check=True,
                       env={**os.environ, "TZ": zone})
    with open(decks[0], "rb") as one, open(decks[1], "rb") as two:
        expect(one.read() == two.read(), "other bytes in another time zone")


check_shipped("en", "light")
check_shipped("de", "dark")
check_hostile()
check_same_bytes_anywhere()
