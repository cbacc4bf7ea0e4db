# How our own code is compiled: `fabula_warnings` is linked, privately, by every target of ours and by no foreign one.
add_library(fabula_warnings INTERFACE)
target_compile_options(fabula_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual
  -Wcast-qual -Wformat=2 -Wunused $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op>
  $<$<BOOL:${FABULA_STRICT}>:-Werror>)

if(FABULA_SANITIZERS)
  # Under sanitizers g++ takes std::regex for uninitialised.
  add_compile_options(-Wno-maybe-uninitialized -fsanitize=${FABULA_SANITIZERS} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${FABULA_SANITIZERS})
endif()

# Paths are taken relative to the checkout, so that one cache serves every clone and every build folder.
find_program(FABULA_CCACHE ccache)
if(FABULA_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
    ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${FABULA_CCACHE})
endif()
