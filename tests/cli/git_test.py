"""`fabula import DIR --format git`, against repositories that git itself makes here."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

FABULA = os.environ["FABULA"]
SCRATCH = Path(os.environ["FABULA_SCRATCH"]) / "git"

# Nobody's settings but those of a user who has odd ones, which must change nothing.
SETTINGS = """[user]
  name = Nobody
  email = nobody@example.org
[log]
  showSignature = true
  decorate = short
  date = relative
  excludeDecoration = refs/tags/*
[color]
  ui = always
[i18n]
  logOutputEncoding = ISO-8859-1
[mailmap]
  file = {mailmap}
[safe]
  directory = *
"""
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": str(SCRATCH / "settings"),
}

failures = []


def expect(holds, what):
    if not holds:
        failures.append(what)


def git(folder, *arguments, at=0, author="Jane Doe <jane@example.org>", by=None, **more):
    """Runs git; a commit that it makes is dated so many seconds after noon, by the author's clock in +0100."""
    name, mail = author.rstrip(">").split(" <")
    people = {
        "GIT_AUTHOR_NAME": name,
        "GIT_AUTHOR_EMAIL": mail,
        "GIT_AUTHOR_DATE": by or f"{1763636400 + at} +0100",
        "GIT_COMMITTER_NAME": name,
        "GIT_COMMITTER_EMAIL": mail,
        "GIT_COMMITTER_DATE": f"{1763636400 + at} +0100",
    }
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments], env={**ENVIRONMENT, **people}, capture_output=True, check=True, **more
    )
    return done.stdout.decode().strip()


def commit(folder, message, *settings, **more):
    git(folder, *settings, "commit", "--quiet", "--allow-empty", "--allow-empty-message", "--cleanup=verbatim", "-F", "-",
        input=message.encode() if isinstance(message, str) else message, **more)
    return git(folder, "rev-parse", "HEAD")


def raw_commit(folder, message, at):
    """Bytes as programs other than git leave them, which would mend them."""
    head = git(folder, "cat-file", "commit", commit(folder, "to be replaced", at=at)).encode().split(b"\n\n")[0]
    made = git(folder, "hash-object", "-t", "commit", "-w", "--stdin", input=head + b"\n\n" + message)
    git(folder, "reset", "--quiet", made)
    return made


def fabula(code, *arguments, environment=None):
    done = subprocess.run([FABULA, *map(str, arguments)], env={**ENVIRONMENT, **(environment or {})},
                          capture_output=True)
    out, err = done.stdout.decode(), done.stderr.decode()
    expect(done.returncode == code, f"{arguments}: exit code {done.returncode}, expected {code}: {err}")
    return out, err


def made_repository():
    """Two branches and a merge, a tag, a mailmap, words of all kinds; and what is no part of the history."""
    folder = SCRATCH / "The Tale"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "remote", "add", "origin", "https://jane:secret@example.org/jane/tale.git?token=secret")
    (folder / ".mailmap").write_text("Jane Doe <jane@example.org> JD <jd@old.example.org>\n", encoding="utf-8")
    ids = {"first": commit(folder, "First: a \"quoted\" word\n\nWhy.\n\nSigned-off-by: Jane Doe <jane@example.org>\n")}
    ids["empty"] = commit(folder, "", at=60, author="JD <jd@old.example.org>")
    git(folder, "checkout", "--quiet", "-b", "side")
    ids["side"] = commit(folder, "\x1b[31mred\x1b[0m \u202eright to left\u202c\n", at=120, author="Zoë <zoe@example.org>")
    git(folder, "checkout", "--quiet", "main")
    ids["latin"] = raw_commit(folder, b"caf\xe9 says nothing of its encoding\n", at=180)
    git(folder, "merge", "--quiet", "--no-ff", "-m", "Join the side", "side", at=240)
    ids["merge"] = git(folder, "rev-parse", "HEAD")
    git(folder, "tag", "-a", "-m", "One", "v1.0", at=240)
    git(folder, "tag", "v1,0")
    ids["late"] = commit(folder, b"na\xefve: dated before its parent", "-c", "i18n.commitEncoding=ISO-8859-1", at=300,
                         by="1763636460 -0330")
    git(folder, "branch", "other")
    git(folder, "notes", "add", "-m", "A note", at=360)
    (folder / "file").write_text("x", encoding="utf-8")
    git(folder, "add", "file")
    git(folder, "stash", "--quiet", at=420)
    return folder, ids


def check_story(folder, ids):
    _, said = fabula(0, "import", folder, "--format", "git", "-o", "tale.json")
    expect("warning F704" in said and "warning F712" in said and said.count("\n") == 2, f"other findings: {said}")
    text = Path("tale.json").read_text(encoding="utf-8")
    for secret in ("secret", "jane@", "jd@", "zoe@", "nobody"):
        expect(secret not in text, f"the story tells {secret}")
    story = json.loads(text)
    expect((story["id"], story["title"]) == ("the-tale", "The Tale"), "the story's name")
    expect([actor["name"] for actor in story["actors"]] == ["Jane Doe", "Zoë"], f"actors: {story['actors']}")
    expect(story["sources"] == [
        {"id": "the-tale", "publisher": "The Tale", "url": "https://example.org/jane/tale.git"}], story["sources"])
    events = {event["id"]: event for event in story["events"]}
    expect(list(events) == [ids[name] for name in ("first", "empty", "side", "latin", "merge", "late")], "the events")
    named = {name: events.get(hash) for name, hash in ids.items()}
    expect(named["first"] == {
        "id": ids["first"], "title": 'First: a "quoted" word', "summary": "Why.\n\nSigned-off-by: Jane Doe",
        "when": "2025-11-20T12:00:00+01:00", "kind": "commit", "actors": ["jane-doe"], "importance": 4,
        "basis": "official", "sources": [{"source": "the-tale", "at": ids["first"][:12]}]}, named["first"])
    expect(named["empty"]["title"] == ids["empty"][:12] and named["empty"]["actors"] == ["jane-doe"], named["empty"])
    expect(named["side"]["title"] == "[31mred[0m right to left", named["side"])
    expect(named["latin"]["title"].startswith("café says"), named["latin"])
    expect(named["merge"]["kind"] == "merge" and named["merge"]["importance"] == 5, named["merge"])
    expect(named["merge"].get("tags") == ["v1,0", "v1.0"], named["merge"])
    expect(named["late"]["title"].startswith("naïve: dated"), named["late"])
    expect(named["late"]["when"] == "2025-11-20T07:31:00-03:30", named["late"])
    links = {(link["from"], link["to"]) for link in story["links"]}
    pairs = ["first empty", "empty side", "empty latin", "latin merge", "side merge", "merge late"]
    expect(links == {tuple(ids[name] for name in pair.split()) for pair in pairs}, "the links")
    expect({(link["kind"], link["basis"]) for link in story["links"]} == {("precedes", "official")}, "kinds of links")
    checked, _ = fabula(0, "check", "tale.json")
    expect(checked.count("warning F502") == 1 and checked.count("\n") == 2, f"check: {checked}")
    fabula(0, "render", "tale.json", "-o", "tale.png")
    return text


def check_same(folder, text):
    """The same bytes however it is called, and from wherever."""
    expect(fabula(0, "import", "--format", "git", folder)[0] == text, "standard output has another story")
    expect(fabula(0, "import", "The Tale/", "--format=git")[0] == text, "a relative path gives another story")
    expect(fabula(0, "import", folder / ".git", "--format", "git")[0].count('"when"') == 6, "no story of .git")
    elsewhere = {"GIT_DIR": str(SCRATCH / "empty/.git"), "GIT_TRACE": "1", "LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Tokyo",
                 "GIT_PAGER": "false", "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "log.mailmap",
                 "GIT_CONFIG_VALUE_0": "false"}
    expect(fabula(0, "import", folder, "--format", "git", environment=elsewhere)[0] == text, "the environment counts")
    git(SCRATCH, "clone", "--quiet", "--bare", str(folder), str(SCRATCH / "-tale:copy\n.git"))
    story = json.loads(fabula(0, "import", "--format", "git", "--", "-tale:copy\n.git")[0])
    expect(len(story["events"]) == 6 and story["title"] == "-tale:copy", story["title"])
    expect("url" not in story["sources"][0], "a folder of this machine is told")
    git(SCRATCH, "clone", "--quiet", "--depth=1", (SCRATCH / "The Tale").as_uri(), "shallow")
    out, said = fabula(0, "import", "shallow", "--format", "git")
    expect("warning F713" in said and len(json.loads(out)["events"]) >= 1, said)


def check_wrong_calls(folder):
    plain = SCRATCH / "plain"
    plain.mkdir()
    git(SCRATCH, "init", "--quiet", "empty")
    (folder / "below").mkdir()
    Path("file.txt").write_text("no folder\n", encoding="utf-8")
    for path, words in (("plain", "F711: "), ("empty", "no commits"), (folder / "below", "`below/`"),
                        ("file.txt", "no folder"), ("nowhere", "F001: ")):
        out, said = fabula(1, "import", path, "--format", "git", "-o", "no.json")
        expect(words in said and said.count("\n") == 1 and out == "", f"{path}: {said}")
    expect("git" in fabula(2, "import", folder, "--format", "svn", "-o", "no.json")[1], "the formats are not named")
    expect("--format git" in fabula(2, "import", folder, "-o", "no.json")[1], "the format for folders is not named")
    fabula(2, "import", "--format", "git", "-o", "no.json")
    fabula(1, "import", folder, "--format", "git", "-o", "nowhere/no.json")
    out, said = fabula(3, "import", folder, "--format", "git", "-o", "no.json", environment={"PATH": str(plain)})
    expect('package "git"' in said and out == "", f"without git: {said}")
    # A history with a hole in it is told not even half.
    tree = folder / ".git/objects"
    first = git(folder, "rev-list", "--max-parents=0", "main")
    (tree / first[:2] / first[2:]).unlink()
    out, said = fabula(1, "import", folder, "--format", "git", "-o", "no.json")
    expect("F711" in said and "git says" in said, f"a broken history: {said}")
    expect(not Path("no.json").exists(), "a failed call left a file")


def main():
    if shutil.which("git") is None:
        print("no git here: its histories were not read")
        return 77
    shutil.rmtree(SCRATCH, ignore_errors=True)
    SCRATCH.mkdir(parents=True)
    os.chdir(SCRATCH)
    Path("mailmap").write_text("Nobody At All <zoe@example.org>\n", encoding="utf-8")
    Path("settings").write_text(SETTINGS.format(mailmap=SCRATCH / "mailmap"), encoding="utf-8")
    folder, ids = made_repository()
    text = check_story(folder, ids)
    check_same(folder, text)
    check_wrong_calls(folder)
    print("\n".join(map(str, failures)) if failures else "histories of git are told")
    return 1 if failures else 0


sys.exit(main())
