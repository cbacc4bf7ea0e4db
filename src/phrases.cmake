# Builds assets/i18n/*.json into the core layer (see src/core/phrases.hpp and message.hpp). A changed file configures
# again by itself.
function(fabula_embed_phrases target)
  set(entries)
  foreach(language ${ARGN})
    set(file ${PROJECT_SOURCE_DIR}/assets/i18n/${language}.json)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(READ ${file} json)
    set(messages "{}")
    set(file ${PROJECT_SOURCE_DIR}/assets/i18n/messages.${language}.json)
    if(EXISTS ${file})
      set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
      file(READ ${file} messages)
    endif()
    # Raw strings may hold at most 64 KiB; the files stay far below.
    string(APPEND entries "    {\"${language}\", R\"phrases(${json})phrases\", R\"phrases(${messages})phrases\"},\n")
  endforeach()
  set(source ${CMAKE_BINARY_DIR}/generated/phrase_data.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT
"#include \"core/phrase_data.hpp\"

#include <iterator>

namespace fabula::core {
namespace {

constexpr PhraseFile kFiles[] = {
@entries@};

} // namespace

std::vector<PhraseFile> phraseFiles()
{
    return {std::begin(kFiles), std::end(kFiles)};
}

} // namespace fabula::core
")
  target_sources(${target} PRIVATE ${source})
  target_link_libraries(${target} PRIVATE nlohmann_json::nlohmann_json)
endfunction()
