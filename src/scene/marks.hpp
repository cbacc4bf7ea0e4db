#pragma once

#include "model/terms.hpp"
#include "scene/display_list.hpp"
#include "scene/theme.hpp"

namespace fabula::scene {

/// How links of a kind are drawn beyond their colour, so that no meaning hangs on colour alone.
enum class LinkHead { none, filled, open, bar };

struct LinkMark
{
    double dash = 0; ///< px; 0 is solid
    double gap = 0;
    LinkHead head = LinkHead::none;
};

LinkMark markOf(model::LinkKind kind);

/// The width of a link's line: the surer its basis, the stronger.
double linkWidth(model::Basis basis);

inline constexpr double kLinkHeadLength = 9; ///< px

/// What a link is drawn with.
struct LinkPen
{
    Colour colour;
    double width = 1;
    LinkMark mark;
    Subject subject;
};

/// The head of a link that ends at `tip`, in the direction `towards` (of length 1), `size` times as large as at natural
/// size. Nothing for a link without.
void addLinkHead(DisplayList& picture, const LinkPen& pen, double size, Point tip, Point towards);

/// The outline that tells a basis: official solid, reported plain, inferred dashed.
StrokeRect basisOutline(const Theme& theme, const Rect& rect, double radius, model::Basis basis);

/// The little pages that stand before a number of sources, one behind the other, the front one with a folded corner:
/// filled, since an outline of that size would read as a zero. `corner` is its upper left, 8 by 10 px.
void addSourceMark(DisplayList& picture, Point corner, Colour colour);

/// The ground of a word that says that something is new or changed since an older version of the story, and its ink:
/// full for what is new, an outline for what changed, nothing for what was withdrawn, which is struck through.
void addNoveltyPill(DisplayList& picture, const Theme& theme, const Rect& pill, model::Novelty novelty, double gone);
Colour noveltyInk(const Theme& theme, model::Novelty novelty, double gone);

} // namespace fabula::scene
