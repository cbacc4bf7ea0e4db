#include "io/import_story.hpp"

#include "io/import_claim.hpp"
#include "io/suggestion.hpp"
#include "io/value_reader.hpp"

#include <filesystem>
#include <limits>
#include <utility>

namespace fabula::io {
namespace {

constexpr std::size_t kNoEvent = std::numeric_limits<std::size_t>::max();

class StoryImport
{
public:
    StoryImport(const ForeignGraph& graph, ForeignReporter& reporter, const ReadLimits& limits, LoadedStory& loaded)
        : graph_(graph), reporter_(reporter), loaded_(loaded),
          cast_(story_), context_{story_, cast_, reporter, limits.textBytes, false, {}}
    {
    }

    void run()
    {
        readHead();
        readNodes();
        readEdges();
        reportAssumptions();
        if (loaded_.diagnostics.errors() == 0)
            loaded_.story = std::make_shared<const model::Story>(std::move(story_));
    }

private:
    void readHead()
    {
        const ForeignFields fields(graph_.attributes, ForeignThing::graph);
        context_.own = fields.find(ImportField::format) != nullptr;
        story_.languages = {"en"};
        const ForeignAttribute* languages = fields.find(ImportField::languages);
        if (context_.own) {
            const auto text = [](const ForeignAttribute* attribute) {
                return attribute == nullptr ? std::string_view() : std::string_view(attribute->value);
            };
            const ForeignAttribute* sources = fields.find(ImportField::sources);
            if (!cast_.takeLists(text(languages), text(fields.find(ImportField::actors)), text(sources)))
                reporter_.add(
                    finding::kUnreadValue, fields.find(ImportField::format)->offset,
                    core::message("the graph's `languages`, `actors` and `sources` are not as `fabula export` "
                                  "writes them; they were left out"));
        } else if (languages != nullptr && isLanguageTag(trimmed(languages->value))) {
            story_.languages = {std::string(trimmed(languages->value))};
        }
        setNames(fields);
        for (const ForeignAttribute* strange : fields.strange())
            context_.leaveOut(*strange);
        if (!context_.own)
            story_.title.setPlain(story_.title.size() == 1);
    }

    // A graph called "G", or nothing, has the file's name.
    void setNames(const ForeignFields& fields)
    {
        const std::string stem = std::filesystem::path(loaded_.places.file).stem().string();
        const bool named = !graph_.id.empty() && graph_.id != "G" && graph_.id.front() != '%';
        const std::string& name = named ? graph_.id : stem;
        story_.id = isId(name) ? name : nearestId(name);
        if (story_.id.empty())
            story_.id = "story";
        story_.title = importedText(fields, ImportField::title, true, context_);
        if (story_.title.empty()) {
            std::string title = firstBytes(onOneLine(name), ReadLimits().textBytes);
            if (title.empty())
                title = story_.id;
            story_.title = model::Text::plainIn(story_.languages.front(), title);
        }
    }

    void readNodes()
    {
        std::vector<bool> ends(graph_.nodes.size(), false);
        for (const ForeignEdge& edge : graph_.edges)
            ends[edge.from] = ends[edge.to] = true;
        IdMaker ids("event");
        for (const ForeignNode& node : graph_.nodes)
            ids.keep(node.id);
        eventOf_.assign(graph_.nodes.size(), kNoEvent);
        for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
            const ForeignNode& node = graph_.nodes[i];
            if (node.group && !ends[i])
                continue;
            eventOf_[i] = story_.events.size();
            model::Event event = importedEvent(node, context_);
            event.id = ids.idFor(node.id);
            story_.events.push_back(std::move(event));
            loaded_.places.events.push_back(reporter_.at(node.offset));
        }
    }

    void readEdges()
    {
        for (const ForeignEdge& edge : graph_.edges) {
            if (edge.from == edge.to) {
                reporter_.add(finding::kEdgeToItself, edge.offset,
                              core::message("the edge joins {} to itself, as no link of a story can; it was left out",
                                            inQuotes(graph_.nodes[edge.from].id)));
                continue;
            }
            ImportedLink imported = importedLink(edge, context_);
            model::Link& link = imported.link;
            link.from = core::EventId(eventOf_[edge.from]);
            link.to = core::EventId(eventOf_[edge.to]);
            if (!edge.directed && link.kind != model::LinkKind::contradicts) {
                link.kind = model::LinkKind::precedes;
                if (laterFirst(link))
                    std::swap(link.from, link.to);
                note(undirected_, edge.offset);
            } else if (!imported.kindTold) {
                note(withoutKind_, edge.offset);
            }
            story_.links.push_back(std::move(link));
            loaded_.places.links.push_back(reporter_.at(edge.offset));
        }
    }

    bool laterFirst(const model::Link& link) const
    {
        const time::Edtf& from = story_[link.from].when;
        const time::Edtf& to = story_[link.to].when;
        return from.known() && to.known() && from.span().begin > to.span().begin;
    }

    // How many there are and where the first is: one finding for them all.
    struct Tally
    {
        std::size_t count = 0;
        std::size_t first = 0;
    };
    static void note(Tally& tally, std::size_t offset)
    {
        if (tally.count++ == 0)
            tally.first = offset;
    }

    void reportAssumptions()
    {
        if (undirected_.count > 0)
            reporter_.add(
                finding::kEdgeWithoutDirection, undirected_.first,
                core::message("{} of {} edges have no direction; each became `precedes`, from the earlier date to "
                              "the later, else in the order written: see whether that is so",
                              undirected_.count, graph_.edges.size()));
        if (withoutKind_.count > 0)
            reporter_.add(
                finding::kEdgeWithoutKind, withoutKind_.first,
                core::message("{} of {} edges don't say what they mean; each became `causes`, `inferred`: see "
                              "whether that is so",
                              withoutKind_.count, graph_.edges.size()));
        if (context_.leftOut.empty())
            return;
        constexpr std::size_t kMostNamed = 8;
        std::string names;
        std::size_t named = 0;
        std::size_t first = std::numeric_limits<std::size_t>::max();
        for (const auto& [name, offset] : context_.leftOut) {
            first = std::min(first, offset);
            if (named++ < kMostNamed)
                names += (names.empty() ? "" : ", ") + inQuotes(name);
        }
        reporter_.add(finding::kNoPlaceInStory, first,
                      named > kMostNamed ? core::message("a story has no place for {} and {} more attributes; left out",
                                                         names, named - kMostNamed)
                                         : core::message("a story has no place for {}; left out", names));
    }

    const ForeignGraph& graph_;
    ForeignReporter& reporter_;
    LoadedStory& loaded_;
    model::Story story_;
    ImportCast cast_;
    ImportContext context_;
    std::vector<std::size_t> eventOf_; ///< by node
    Tally undirected_;
    Tally withoutKind_;
};

} // namespace

void importGraph(const ForeignGraph& graph, ForeignReporter& reporter, const ReadLimits& limits, LoadedStory& loaded)
{
    StoryImport(graph, reporter, limits, loaded).run();
}

} // namespace fabula::io
