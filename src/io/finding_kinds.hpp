#pragma once

#include "core/diagnostics.hpp"

#include <array>
#include <string_view>

namespace fabula::io {

/// A kind of finding: its stable code and its severity. FINDINGS.md has the table with what each means; a test holds
/// the two together. The codes F501–F503 belong to the graph layer.
struct FindingKind
{
    std::string_view code;
    core::Severity severity;
};

namespace finding {

inline constexpr auto kError = core::Severity::error;
inline constexpr auto kWarning = core::Severity::warning;

inline constexpr FindingKind kNoFile{"F001", kError};
inline constexpr FindingKind kFolder{"F002", kError};
inline constexpr FindingKind kNoRights{"F003", kError};
inline constexpr FindingKind kNotReadable{"F004", kError};
inline constexpr FindingKind kCancelled{"F005", kError};
inline constexpr FindingKind kNoRoom{"F006", kError};
inline constexpr FindingKind kNoMemory{"F007", kError};

inline constexpr FindingKind kMalformed{"F101", kError};
inline constexpr FindingKind kTruncated{"F102", kError};
inline constexpr FindingKind kNotUtf8{"F103", kError};
inline constexpr FindingKind kNulByte{"F104", kError};
inline constexpr FindingKind kRepeatedKey{"F105", kError};
inline constexpr FindingKind kTrailingText{"F106", kError};
inline constexpr FindingKind kNumberTooLarge{"F107", kError};

inline constexpr FindingKind kNotAStory{"F201", kError};
inline constexpr FindingKind kWrongType{"F202", kError};
inline constexpr FindingKind kMissingKey{"F203", kError};
inline constexpr FindingKind kUnknownTerm{"F204", kError};
inline constexpr FindingKind kMisspeltKey{"F205", kWarning};
inline constexpr FindingKind kBadId{"F206", kError};
inline constexpr FindingKind kBadGrade{"F207", kError};
inline constexpr FindingKind kNumberOutOfRange{"F208", kError};
inline constexpr FindingKind kUnknownVersion{"F209", kError};
inline constexpr FindingKind kEmptyTitle{"F210", kError};
inline constexpr FindingKind kBadUrl{"F211", kWarning};
inline constexpr FindingKind kBadLanguageTag{"F212", kError};
inline constexpr FindingKind kNoLanguages{"F213", kError};
inline constexpr FindingKind kRepeatedEntry{"F214", kWarning};
inline constexpr FindingKind kMissingLanguage{"F215", kWarning};

inline constexpr FindingKind kRepeatedId{"F301", kError};
inline constexpr FindingKind kUnknownReference{"F302", kError};
inline constexpr FindingKind kRelayLoop{"F303", kError};
inline constexpr FindingKind kLinkToItself{"F304", kError};
inline constexpr FindingKind kRepeatedLink{"F305", kWarning};
inline constexpr FindingKind kForeignLane{"F306", kWarning};
inline constexpr FindingKind kEventWithoutSource{"F307", kWarning};
inline constexpr FindingKind kUnusedActor{"F308", kWarning};
inline constexpr FindingKind kUncitedSource{"F309", kWarning};
inline constexpr FindingKind kSceneShowsUnknown{"F310", kWarning};
inline constexpr FindingKind kSceneShowsLater{"F311", kWarning};
inline constexpr FindingKind kSceneHidesNamed{"F312", kWarning};
inline constexpr FindingKind kNoSingleQuestion{"F313", kWarning};
inline constexpr FindingKind kLooseCallout{"F314", kWarning};
inline constexpr FindingKind kCrowdedScene{"F315", kWarning};
inline constexpr FindingKind kLongNarration{"F316", kWarning};
inline constexpr FindingKind kRangeWithoutEvents{"F317", kWarning};

inline constexpr FindingKind kBadDate{"F401", kError};
inline constexpr FindingKind kSpanWithoutDate{"F402", kWarning};

inline constexpr FindingKind kFileTooLarge{"F601", kError};
inline constexpr FindingKind kTooManyEvents{"F602", kError};
inline constexpr FindingKind kTooManyLinks{"F603", kError};
inline constexpr FindingKind kTextTooLong{"F604", kError};
inline constexpr FindingKind kTooDeep{"F605", kError};
inline constexpr FindingKind kTooManyOthers{"F606", kError};
inline constexpr FindingKind kTooManyEntries{"F607", kError};
inline constexpr FindingKind kTooMuchImplied{"F608", kError};

inline constexpr FindingKind kNotXml{"F701", kError};
inline constexpr FindingKind kNotGraphml{"F702", kError};
inline constexpr FindingKind kNotDot{"F703", kError};
inline constexpr FindingKind kReadAsLatin1{"F704", kWarning};
inline constexpr FindingKind kUnreadDate{"F705", kWarning};
inline constexpr FindingKind kEdgeToItself{"F706", kWarning};
inline constexpr FindingKind kEdgeWithoutDirection{"F707", kWarning};
inline constexpr FindingKind kEdgeWithoutKind{"F708", kWarning};
inline constexpr FindingKind kNoPlaceInStory{"F709", kWarning};
inline constexpr FindingKind kUnreadValue{"F710", kWarning};
inline constexpr FindingKind kNoGitHistory{"F711", kError};
inline constexpr FindingKind kDatedBeforeParent{"F712", kWarning};
inline constexpr FindingKind kHistoryNotWhole{"F713", kWarning};

/// All of them, in the order of the codes.
inline constexpr std::array kAll{
    kNoFile,
    kFolder,
    kNoRights,
    kNotReadable,
    kCancelled,
    kNoRoom,
    kNoMemory,
    kMalformed,
    kTruncated,
    kNotUtf8,
    kNulByte,
    kRepeatedKey,
    kTrailingText,
    kNumberTooLarge,
    kNotAStory,
    kWrongType,
    kMissingKey,
    kUnknownTerm,
    kMisspeltKey,
    kBadId,
    kBadGrade,
    kNumberOutOfRange,
    kUnknownVersion,
    kEmptyTitle,
    kBadUrl,
    kBadLanguageTag,
    kNoLanguages,
    kRepeatedEntry,
    kMissingLanguage,
    kRepeatedId,
    kUnknownReference,
    kRelayLoop,
    kLinkToItself,
    kRepeatedLink,
    kForeignLane,
    kEventWithoutSource,
    kUnusedActor,
    kUncitedSource,
    kSceneShowsUnknown,
    kSceneShowsLater,
    kSceneHidesNamed,
    kNoSingleQuestion,
    kLooseCallout,
    kCrowdedScene,
    kLongNarration,
    kRangeWithoutEvents,
    kBadDate,
    kSpanWithoutDate,
    kFileTooLarge,
    kTooManyEvents,
    kTooManyLinks,
    kTextTooLong,
    kTooDeep,
    kTooManyOthers,
    kTooManyEntries,
    kTooMuchImplied,
    kNotXml,
    kNotGraphml,
    kNotDot,
    kReadAsLatin1,
    kUnreadDate,
    kEdgeToItself,
    kEdgeWithoutDirection,
    kEdgeWithoutKind,
    kNoPlaceInStory,
    kUnreadValue,
    kNoGitHistory,
    kDatedBeforeParent,
    kHistoryNotWhole,
};

} // namespace finding
} // namespace fabula::io
