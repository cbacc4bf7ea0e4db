# Dear ImGui as imgui::imgui (core and FreeType) and imgui::glfw_opengl3 (its backends). Where it comes from, in turn:
# the folder FABULA_IMGUI_DIR, as a variable of CMake or of the environment; a package manager's imgui of 1.92 or newer;
# the release that fetch.sh gets and checks.
set(FABULA_IMGUI_DIR "$ENV{FABULA_IMGUI_DIR}" CACHE PATH "A folder with the sources of Dear ImGui 1.92 or newer")

if(NOT FABULA_IMGUI_DIR)
  find_package(imgui 1.92 CONFIG QUIET)
endif()

if(imgui_FOUND)
  add_library(imgui_glfw_opengl3 INTERFACE)
  target_link_libraries(imgui_glfw_opengl3 INTERFACE imgui::imgui)
else()
  set(source ${FABULA_IMGUI_DIR})
  if(NOT source)
    set(source ${PROJECT_SOURCE_DIR}/build/imgui)
    execute_process(COMMAND ${CMAKE_CURRENT_LIST_DIR}/fetch.sh ${source} RESULT_VARIABLE failed)
    if(failed)
      message(FATAL_ERROR "Dear ImGui could not be fetched (see above). Get the sources of 1.92.2b by other means, "
        "and name their folder: FABULA_IMGUI_DIR=/path/to/imgui")
    endif()
  endif()
  if(NOT EXISTS ${source}/imgui.h)
    message(FATAL_ERROR "No Dear ImGui in ${source}: there is no imgui.h")
  endif()

  add_library(imgui STATIC ${source}/imgui.cpp ${source}/imgui_draw.cpp ${source}/imgui_tables.cpp
    ${source}/imgui_widgets.cpp ${source}/misc/freetype/imgui_freetype.cpp)
  target_include_directories(imgui SYSTEM PUBLIC ${source} ${source}/misc/freetype)
  target_compile_definitions(imgui PUBLIC IMGUI_ENABLE_FREETYPE IMGUI_ENABLE_STB_TRUETYPE
    IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_USE_WCHAR32)
  target_link_libraries(imgui PUBLIC Freetype::Freetype)
  add_library(imgui::imgui ALIAS imgui)

  add_library(imgui_glfw_opengl3 STATIC
    ${source}/backends/imgui_impl_glfw.cpp ${source}/backends/imgui_impl_opengl3.cpp)
  target_include_directories(imgui_glfw_opengl3 SYSTEM PUBLIC ${source}/backends)
  target_compile_definitions(imgui_glfw_opengl3 PRIVATE IMGUI_IMPL_OPENGL_LOADER_CUSTOM)
  target_compile_options(imgui_glfw_opengl3 PRIVATE -include epoxy/gl.h)
  target_link_libraries(imgui_glfw_opengl3 PUBLIC imgui glfw epoxy::epoxy)

  set_target_properties(imgui imgui_glfw_opengl3 PROPERTIES CXX_CLANG_TIDY "")
endif()
add_library(imgui::glfw_opengl3 ALIAS imgui_glfw_opengl3)
