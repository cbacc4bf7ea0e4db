# Writes, for each layer, the include folders that its sources are compiled with, for include_roots_test.sh.
foreach(layer IN LISTS layers)
  set(roots $<REMOVE_DUPLICATES:$<TARGET_PROPERTY:fabula_${layer},INTERFACE_INCLUDE_DIRECTORIES>>)
  file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/include_roots/${layer}.txt CONTENT "$<JOIN:${roots},\n>\n")
endforeach()
