# Builds assets/brief/deck.css and deck.js into the brief layer (see deck_assets.hpp), with the SHA-256 of the script for
# the page's content security policy. A changed file configures again by itself.
function(fabula_embed_deck target)
  foreach(kind css js)
    set(file ${PROJECT_SOURCE_DIR}/assets/brief/deck.${kind})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(READ ${file} ${kind})
  endforeach()
  string(SHA256 hash "${js}")
  set(source ${CMAKE_BINARY_DIR}/generated/deck_assets.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT
"#include \"brief/deck_assets.hpp\"

namespace fabula::brief {

const std::string_view kDeckStyle = R\"deck(@css@)deck\";
const std::string_view kDeckScript = R\"deck(@js@)deck\";
const std::string_view kDeckScriptHash = \"@hash@\";

} // namespace fabula::brief
")
  target_sources(${target} PRIVATE ${source})
endfunction()
