# What `cmake --install` puts beside the program.
install(TARGETS fabula)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/assets/i18n ${PROJECT_SOURCE_DIR}/assets/schema ${PROJECT_SOURCE_DIR}/data/stories
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fabula)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/assets/icon/hicolor DESTINATION ${CMAKE_INSTALL_DATADIR}/icons)
install(FILES ${PROJECT_SOURCE_DIR}/assets/desktop/fabula.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${PROJECT_SOURCE_DIR}/assets/man/fabula.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/README.md TYPE DOC)
