#!/usr/bin/env python3
"""Drives the HTML deck of the shipped story in a headless browser: keys, hash, steps, theme, print, and that no request
leaves the page. Speaks the browser's debugging protocol over a pipe."""

import fcntl
import json
import os
import shutil
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = os.environ["FABULA"], os.environ["FABULA_SOURCE_DIR"]
SCRATCH = os.environ.get("FABULA_SCRATCH", tempfile.gettempdir())


class Browser:
    """One page of a headless Chromium."""

    def __init__(self, url):
        browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        if browser is None:
            sys.exit("no Chromium here: apt-get install chromium")
        to_read, to_write = os.pipe()
        from_read, from_write = os.pipe()
        self.profile = tempfile.mkdtemp()

        # Clear of 3 and 4, which are what the browser reads and writes.
        its_read, its_write = (fcntl.fcntl(number, fcntl.F_DUPFD, 10) for number in (to_read, from_write))

        def pipes():
            os.dup2(its_read, 3)
            os.dup2(its_write, 4)

        self.process = subprocess.Popen(
            [browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe",
             "--window-size=1600,900", f"--user-data-dir={self.profile}", "about:blank"],
            preexec_fn=pipes, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for number in (to_read, from_write, its_read, its_write):
            os.close(number)
        self.to, self.back = os.fdopen(to_write, "wb"), os.fdopen(from_read, "rb")
        self.number, self.events, self.session = 0, [], None
        target = next(t for t in self.call("Target.getTargets")["targetInfos"] if t["type"] == "page")
        self.session = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.call(f"{domain}.enable")
        self.open(url)

    def open(self, url):
        self.call("Page.navigate", url=url)
        self.until("document.readyState === 'complete'")

    def message(self):
        data = bytearray()
        while (byte := self.back.read(1)) != b"\0":
            if not byte:
                sys.exit("the browser has gone")
            data += byte
        return json.loads(data)

    def call(self, method, **parameters):
        self.number += 1
        request = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            request["sessionId"] = self.session
        self.to.write(json.dumps(request).encode() + b"\0")
        self.to.flush()
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def value(self, script):
        result = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        if "exceptionDetails" in result:
            sys.exit(f"{script}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def until(self, script):
        for _ in range(2000):
            if self.value(script):
                return
        sys.exit(f"never true: {script}")

    def key(self, key, text=None):
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, **({"text": text} if text else {}))
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key)

    def close(self):
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)


def expect(found, wanted, what):
    if found != wanted:
        sys.exit(f"{what}: {found!r}, not {wanted!r}")


def main():
    deck = os.path.join(SCRATCH, "deck.html")
    story = os.path.join(SOURCE, "data/stories/deepseek-r2.json")
    subprocess.run([PROGRAM, "brief", story, "-o", deck, "--notes"], check=True)
    browser = Browser("file://" + deck)
    try:
        drive(browser, "file://" + deck)
    finally:
        browser.close()


def drive(browser, url):
    shown = "[...document.querySelectorAll('.scene')].filter(s => getComputedStyle(s).display !== 'none').map(s => s.id)"
    visible = ("[...document.querySelectorAll('.scene.on .theme-dark g.event')]"
               ".filter(g => !g.classList.contains('gone')).map(g => g.dataset.subject)"
               ".filter((s, i, all) => all.indexOf(s) === i).length")
    expect(browser.value(shown), ["r1-moves-the-market"], "the first scene alone is shown")
    expect(browser.value("location.hash"), "#r1-moves-the-market/1", "the hash names scene and step")
    expect(browser.value(visible), 1, "events at the first step")
    browser.key("ArrowRight")
    expect(browser.value("location.hash"), "#r1-moves-the-market/2", "the hash after a key")
    expect(browser.value(visible) > 1, True, "a step reveals")
    for key in ("PageDown", "End", "Home", " ", "PageUp"):
        browser.key(key)
    expect(browser.value("location.hash"), "#r1-moves-the-market/1", "there and back again")
    browser.key("3", "3")
    browser.key("Enter")
    expect(browser.value(shown), ["why-training-failed"], "a number and Enter jump")
    before = browser.value("document.documentElement.classList.contains('light')")
    browser.key("d", "d")
    expect(browser.value("document.documentElement.classList.contains('light')"), not before, "D turns the theme")
    browser.key("n", "n")
    expect(browser.value("getComputedStyle(document.querySelector('.scene.on .notes')).display"), "block", "N shows notes")
    browser.open("about:blank")
    browser.open(url + "#h20-returns")
    expect(browser.value(shown), ["h20-returns"], "a hash opens its scene")
    expect(browser.value("document.querySelectorAll('.scene.on .gone').length"), 0, "a hash without a step shows all")
    browser.value("document.querySelector('.scene.on .evidence a').click()")
    browser.until(f"({shown})[0] === '_sources'")
    browser.key("Home")
    browser.key("s", "s")
    expect(browser.value("document.querySelector('.scene.on details').open"), True, "S opens the list")
    browser.key("s", "s")
    outline = browser.value("[...document.querySelectorAll('h1, h2')].map(h => h.textContent).length")
    expect(outline, 10, "headings")
    expect(browser.value("[...document.querySelectorAll('svg')].every(s => s.getAttribute('aria-label').length > 40)"),
           True, "every picture has a text for those who can't see it")
    box = browser.value("(() => { const b = document.querySelector('.scene.on').getBoundingClientRect();"
                        " return [b.width <= innerWidth + 1, b.height <= innerHeight + 1]; })()")
    expect(box, [True, True], "the slide fits the window")
    requests = [e["params"]["request"]["url"] for e in browser.events if e.get("method") == "Network.requestWillBeSent"]
    expect([r for r in requests if not r.startswith(("file://", "data:", "about:"))], [], "requests that leave the page")
    complaints = [e["params"]["entry"]["text"] for e in browser.events if e.get("method") == "Log.entryAdded"]
    expect([c for c in complaints if "Refused" in c or "rror" in c], [], "complaints of the browser")


if __name__ == "__main__":
    main()
