#pragma once

#include "ask/wording.hpp"

namespace fabula::ask {

/// What speaks against an explanation: claims joined by `contradicts` links to what it rests on. Private to the folder.
class Opposition
{
public:
    /// Against `asked` itself, and against its causes (`steps`). A claim that the explanation itself makes is none.
    /// O(events of the story + links of those asked about, and a sort of the claims).
    Opposition(const Wording& wording, EventId asked, std::span<const graph::ChainStep> steps);

    /// Which causes are at odds with each other, then the claims against the causes, with who says so. Empty if there
    /// are none.
    std::string sentence() const;
    /// Those against the causes, then those against the event asked about; either may have no lines.
    std::vector<Section> sections() const;

private:
    struct Claim
    {
        LinkId link;
        EventId event;
    };

    std::vector<Claim> claimsAgainst(std::span<const EventId> events, const std::vector<bool>& involved) const;
    void findAtOdds(std::span<const EventId> causes);
    std::string atOddsSentence() const;
    std::string againstSentence() const;
    /// "“A”, says Reuters".
    std::string said(EventId event) const;
    Section section(const char* heading, const std::vector<Claim>& claims) const;

    const Wording& wording_;
    std::vector<Claim> againstCauses_; ///< the surest first
    std::vector<Claim> againstAsked_;
    std::vector<LinkId> atOdds_; ///< between two causes, in the order of the story; unlikely ones left out
};

} // namespace fabula::ask
