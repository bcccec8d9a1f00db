# SPDX-License-Identifier: GPL-3.0-or-later
# Proves that every public header compiles alone, without precompiled headers: they are compiled with the tests, so a
# header that misses an include breaks the build. The compiler cache makes unchanged headers free.
#
# A header that is read after one that it includes itself sees nothing that it does not bring along. So a chain of
# headers, each included by the next, is proven by one source file, and far fewer files than headers are needed.
file(GLOB_RECURSE headers RELATIVE ${CMAKE_SOURCE_DIR} CONFIGURE_DEPENDS
    ${CMAKE_SOURCE_DIR}/models/*.h ${CMAKE_SOURCE_DIR}/engine/*.h)
set(whole lw_app_scenarios)
if(NOT LW_HEADLESS)
    file(GLOB_RECURSE widgets RELATIVE ${CMAKE_SOURCE_DIR} CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/widgets/*.h)
    list(APPEND headers ${widgets})
    set(whole lw_app_studio)
endif()

set(public_headers)
foreach(header ${headers})
    file(STRINGS ${CMAKE_SOURCE_DIR}/${header} job REGEX "^//! .*Private to")
    if(NOT job) # A header that says it is private is read by its neighbours only.
        list(APPEND public_headers ${header})
    endif()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${header})
endforeach()

# below_X is the header that the chain shows right before X.
foreach(header ${public_headers})
    file(STRINGS ${CMAKE_SOURCE_DIR}/${header} lines REGEX "^#include \"")
    foreach(line ${lines})
        string(REGEX REPLACE "^#include \"([^\"]+)\".*" "\\1" included "${line}")
        if(included IN_LIST public_headers AND NOT taken_${included})
            set(below_${header} ${included})
            set(taken_${included} TRUE)
            break()
        endif()
    endforeach()
endforeach()

set(chains)
set(learn_chains)
set(listing)
foreach(header ${public_headers})
    if(NOT taken_${header})
        set(text)
        set(link ${header})
        while(link)
            string(PREPEND text "#include \"${link}\"\n")
            set(link ${below_${link}})
        endwhile()
        string(MAKE_C_IDENTIFIER ${header} name)
        file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/headers/${name}.cpp CONTENT "${text}" @ONLY)
        if(header MATCHES "^engine/learn/")
            list(APPEND learn_chains ${CMAKE_BINARY_DIR}/headers/${name}.cpp)
        else()
            list(APPEND chains ${CMAKE_BINARY_DIR}/headers/${name}.cpp)
        endif()
        string(APPEND listing "${text}\n")
    endif()
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/headers.txt CONTENT "${listing}" @ONLY)

add_library(lw_headers OBJECT ${chains})
target_link_libraries(lw_headers PRIVATE ${whole})
target_compile_options(lw_headers PRIVATE -O0 -g0 -U_FORTIFY_SOURCE)
set_target_properties(lw_headers PROPERTIES AUTOMOC OFF)
# Those of the learning engine see libtorch; without its precompiled header each chain would take half a minute.
add_library(lw_learn_headers OBJECT ${learn_chains})
target_link_libraries(lw_learn_headers PRIVATE lw_engine_worker)
target_precompile_headers(lw_learn_headers REUSE_FROM lw_engine_learn)
lw_learn_settings(lw_learn_headers)
add_dependencies(tst_House lw_learn_headers)
# The test holds the chains against the tree.
add_dependencies(tst_House lw_headers)
set_target_properties(tst_House PROPERTIES COMPILE_DEFINITIONS "LW_HEADER_CHAINS=\"${CMAKE_BINARY_DIR}/headers.txt\"")
