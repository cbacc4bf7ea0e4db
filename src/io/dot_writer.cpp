#include "io/dot_writer.hpp"

#include "io/dot_label.hpp"
#include "io/export_attributes.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace fabula::io {
namespace {

// Light tints of the colours of Okabe and Ito, on which black text is legible. Lanes take them in turn.
constexpr std::array<std::string_view, 8> kLaneColours{"#CDE8F8", "#F8E2BC", "#F2DCE8", "#C8EFE0",
                                                       "#FAF6C4", "#FFDCD0", "#E2E5FF", "#E8E8E8"};

struct LinkLook
{
    std::string_view kind;
    std::string_view attributes;
};

constexpr std::array kLinkLooks{
    LinkLook{"causes", R"(color="#B25E00")"},
    LinkLook{"enables", R"(color="#0B7A4F", arrowhead=empty)"},
    LinkLook{"blocks", R"(color="#C62F2F", arrowhead=tee)"},
    LinkLook{"prompts", R"(color="#1F6FC9", style=dashed)"},
    LinkLook{"precedes", R"(color="#667085", style=dotted)"},
    LinkLook{"part_of", R"(color="#667085", arrowhead=diamond)"},
    LinkLook{"contradicts", R"(color="#8A3FB0", style=dotted, dir=none, constraint=false)"},
};

void add(std::string& text, std::string_view name, std::string_view value, std::string_view lead)
{
    text.append(lead).append(dotQuoted(name)).append("=").append(dotQuoted(value));
}

void add(std::string& text, const std::vector<ExportedAttribute>& attributes, std::string_view lead)
{
    for (const ExportedAttribute& attribute : attributes)
        add(text, attribute.name, attribute.value, lead);
}

} // namespace

std::string dotText(const model::Story& story)
{
    constexpr std::string_view kLead = ",\n    ";
    std::string text = "digraph " + dotQuoted(story.id) + " {\n  graph [rankdir=LR, charset=\"UTF-8\"";
    add(text, storyAttributes(story), kLead);
    text += "];\n  node [shape=box, style=\"rounded,filled\", fillcolor=\"#FFFFFF\", fontname=\"Inter\"];\n"
            "  edge [fontname=\"Inter\"];\n";
    for (const model::Event& event : story.events) {
        text += "  " + dotQuoted(event.id) + " [";
        text += event.lane.valid() ? "fillcolor=" + dotQuoted(kLaneColours[event.lane.index() % kLaneColours.size()])
                                   : "fillcolor=\"#FFFFFF\"";
        if (const std::string address = addressOf(story, event); !address.empty())
            add(text, "URL", address, kLead);
        add(text, eventAttributes(story, event), kLead);
        text += "];\n";
    }
    for (const model::Link& link : story.links) {
        text += "  " + dotQuoted(story[link.from].id) + " -> " + dotQuoted(story[link.to].id) + " [";
        for (const LinkLook& look : kLinkLooks) {
            if (look.kind == model::name(link.kind))
                text += look.attributes;
        }
        add(text, linkAttributes(story, link), kLead);
        text += "];\n";
    }
    return text + "}\n";
}

} // namespace fabula::io
