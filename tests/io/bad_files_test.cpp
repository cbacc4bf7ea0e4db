#include "../support/german.hpp"
#include "io/dot_reader.hpp"
#include "io/finding_kinds.hpp"
#include "io/foreign_format.hpp"
#include "io/git_story.hpp"
#include "io/graphml_reader.hpp"
#include "test_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace fabula::io {
namespace {

namespace fs = std::filesystem;

fs::path badDir()
{
    return fs::path(FABULA_TEST_DIR) / "bad";
}

std::vector<std::string> badFiles()
{
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(badDir())) {
        if (entry.path().extension() != ".expected")
            names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

struct Expected
{
    ReadLimits limits;
    std::string lines;
};

// "line:column: severity code" a line; "# limits events=3" lowers a limit. What graph/ finds is not expected of io/.
Expected expectedFor(const std::string& name)
{
    Expected expected;
    std::istringstream file(textOf((badDir() / name).replace_extension(".expected")));
    std::string line;
    std::smatch match;
    while (std::getline(file, line)) {
        if (std::regex_match(line, match, std::regex("# limits (\\w+)=(\\d+)"))) {
            const std::size_t limit = std::stoul(match[2]);
            (match[1] == "bytes"     ? expected.limits.bytes
             : match[1] == "events"  ? expected.limits.events
             : match[1] == "links"   ? expected.limits.links
             : match[1] == "others"  ? expected.limits.others
             : match[1] == "entries" ? expected.limits.entries
                                     : expected.limits.textBytes) = limit;
        } else if (line.find(" F5") == std::string::npos) {
            expected.lines += line + '\n';
        }
    }
    return expected;
}

std::string summary(const LoadedStory& loaded)
{
    std::string lines;
    for (const core::Finding& finding : loaded.diagnostics.findings())
        lines += std::to_string(finding.where.line) + ':' + std::to_string(finding.where.column) +
                 (finding.severity == core::Severity::error ? ": error " : ": warning ") + finding.code + '\n';
    return lines;
}

// What git writes has NUL bytes where these files have line feeds.
LoadedStory readLog(std::string log, const std::string& name, const ReadLimits& limits)
{
    std::replace(log.begin(), log.end(), '\n', '\0');
    return readGitLog(log, {name, name, {}, false}, limits);
}

LoadedStory readAny(const std::string& name, const ReadLimits& limits)
{
    const std::string text = textOf(badDir() / name);
    const auto format = foreignFormatOf(name);
    if (name.ends_with(".gitlog"))
        return readLog(text, name, limits);
    if (!format)
        return readStory(text, name, limits);
    return *format == ForeignFormat::dot ? readDot(text, name, limits) : readGraphml(text, name, limits);
}

class BadFile : public testing::TestWithParam<std::string>
{
};

TEST_P(BadFile, hasExactlyTheFindingsStatedBesideIt)
{
    const Expected expected = expectedFor(GetParam());
    const LoadedStory loaded = readAny(GetParam(), expected.limits);
    EXPECT_EQ(summary(loaded), expected.lines) << findingsOf(loaded);
    EXPECT_EQ(loaded.story == nullptr, loaded.diagnostics.errors() > 0);
    const std::string code = GetParam().substr(0, 4);
    const std::string stated = textOf((badDir() / GetParam()).replace_extension(".expected"));
    EXPECT_NE(stated.find(' ' + code + '\n'), std::string::npos)
        << "the file is named after a finding that it does not have";
    for (const core::Finding& finding : loaded.diagnostics.findings())
        EXPECT_EQ(test::germanFault(finding.sentence), "") << core::toString(finding);
}

INSTANTIATE_TEST_SUITE_P(All, BadFile, testing::ValuesIn(badFiles()), [](const auto& test) {
    std::string name = test.param;
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '-' || c == '.'; }, '_');
    return name;
});

std::string germanOf(const std::string& name)
{
    std::string lines;
    const LoadedStory loaded = readAny(name, {});
    for (const core::Finding& finding : loaded.diagnostics.findings())
        lines += core::inLanguage(finding.sentence, "de") + '\n';
    return lines;
}

TEST(GermanSentences, readAsIfTheyHadBeenWrittenSo)
{
    EXPECT_EQ(germanOf("F204-unknown-term.json"),
              "`kind` muss `causes`, `enables`, `blocks`, `prompts`, `precedes`, `part_of` oder `contradicts` sein, "
              "nicht `cause`; ist `causes` gemeint?\n"
              "`basis` muss `official`, `reported` oder `inferred` sein, nicht `Official`; ist `official` gemeint?\n"
              "`confidence` muss `almost_no_chance`, `very_unlikely`, `unlikely`, `roughly_even`, `likely`, "
              "`very_likely` oder `almost_certain` sein, nicht `likly`; ist `likely` gemeint?\n"
              "`view` muss `timeline` oder `graph` sein, nicht `map`\n");
    EXPECT_EQ(germanOf("F202-wrong-type.json"),
              "`languages` muss eine Liste von Zeichenketten sein, nicht eine Zeichenkette\n"
              "`title` muss eine Zeichenkette oder ein Objekt mit einer Zeichenkette je Sprache sein, nicht eine Zahl\n"
              "jedes Element von `sources` muss die ID einer Quelle oder ein Objekt mit dem Schlüssel `source` sein, "
              "nicht eine Liste\n"
              "`when` muss ein Datum als Zeichenkette in EDTF sein, nicht null; den Schlüssel weglassen, wo nichts "
              "bekannt ist\n"
              "`kind` muss eine Zeichenkette sein, nicht eine Liste\n"
              "`en` muss eine Zeichenkette sein, nicht eine Zahl\n");
    EXPECT_EQ(germanOf("F302-unknown-reference.json"),
              "keine Quelle hat die ID `reuters`; in `sources` ergänzen\n"
              "kein Akteur hat die ID `ft`, es gibt sie nur als Quelle; eine aus `actors` nennen\n"
              "keine Quelle hat die ID `nyt`; in `sources` ergänzen\n"
              "keine Quelle hat die ID `fft`; ist `ft` gemeint?\n"
              "kein Ereignis hat die ID `huawei-psuh`; ist `huawei-push` gemeint?\n");
    EXPECT_EQ(
        germanOf("F401-bad-date.json").substr(0, 103),
        "`when` ist kein Datum in EDTF; erwartet: ein Monat von 01 bis 12 oder eine Jahreszeit von 21 bis 41\n`wh");
    EXPECT_EQ(germanOf("F102-empty.json"), "die Datei ist leer; eine Geschichte beginnt mit `{`\n");
}

std::map<std::string, std::string> severitiesInTable()
{
    std::map<std::string, std::string> rows;
    const std::string table = textOf(sourceDir() / "src" / "io" / "FINDINGS.md");
    const std::regex row("\\| (F\\d{3}) \\| (error|warning) \\|");
    for (auto it = std::sregex_iterator(table.begin(), table.end(), row); it != std::sregex_iterator(); ++it)
        rows[(*it)[1]] = (*it)[2];
    return rows;
}

TEST(FindingKinds, areThoseOfTheTable)
{
    std::map<std::string, std::string> kinds;
    for (const FindingKind& kind : finding::kAll)
        kinds[std::string(kind.code)] = kind.severity == core::Severity::error ? "error" : "warning";
    kinds["F501"] = "error";
    kinds["F502"] = kinds["F503"] = "warning";
    EXPECT_EQ(kinds, severitiesInTable());
}

TEST(FindingKinds, eachHasABadFileButThoseOfTheFileItself)
{
    std::set<std::string> covered;
    for (const std::string& name : badFiles())
        covered.insert(name.substr(0, 4));
    for (const auto& [code, severity] : severitiesInTable())
        EXPECT_TRUE(code < "F100" || covered.count(code) == 1) << code << " has no file in tests/io/bad";
    for (const std::string& code : covered)
        EXPECT_EQ(severitiesInTable().count(code), 1u) << code << " is not in FINDINGS.md";
}

} // namespace
} // namespace fabula::io
