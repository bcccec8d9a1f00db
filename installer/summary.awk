# SPDX-License-Identifier: GPL-3.0-or-later
# Adds up a report of `ctest --output-junit` and prints "N passed, N failed[, N skipped]".
# A QtTest program counts by its own totals, any other program as one test. A program that ctest calls failed although it
# counted no failure itself (crash, time limit, not built) is one failure more. Exits with 1 if anything failed or nothing ran.

function attribute(line, key,    rest) {
    rest = line
    if (!sub(".* " key "=\"", "", rest))
        return ""
    sub(/".*/, "", rest)
    return rest
}

# The number before `word`; mawk cannot capture in a match.
function numberBefore(word,    i) {
    for (i = 2; i <= NF; i++) {
        if ($i ~ "^" word)
            return $(i - 1) + 0
    }
    return 0
}

function readable(text) {
    sub(/^[ \t]*<system-out>/, "", text)
    gsub(/&lt;/, "<", text)
    gsub(/&gt;/, ">", text)
    gsub(/&quot;/, "\"", text)
    gsub(/&amp;/, "\\&", text)
    return text
}

/^[ \t]*<testcase / {
    name = attribute($0, "name")
    status = attribute($0, "status")
    reason = status
    hasTotals = 0
    ownFailures = 0
}

# ctest says "notrun" for a test that asked to be skipped as well as for one whose program is missing.
/^[ \t]*<skipped message="SKIP_/ { status = "disabled" }
/^[ \t]*<skipped message=/ { reason = attribute($0, "message") }

/^([ \t]*<system-out>)?Totals: [0-9]+ passed, [0-9]+ failed, [0-9]+ skipped/ {
    hasTotals = 1
    passed += numberBefore("passed")
    failed += numberBefore("failed")
    skipped += numberBefore("skipped")
    ownFailures += numberBefore("failed")
}

/^([ \t]*<system-out>)?FAIL! / { failures = failures "\n  " readable($0) }

/^[ \t]*<\/testcase>/ {
    if (status == "disabled") {
        skipped++
    } else if (status == "run") {
        if (!hasTotals)
            passed++
    } else if (ownFailures == 0) {
        failed++
        broken = broken "\n  " name " (" reason ")"
    }
}

END {
    if (failures != "")
        print "Failed:" failures
    if (broken != "")
        print "Crashed, took too long or did not start:" broken
    line = (passed + 0) " passed, " (failed + 0) " failed"
    if (skipped > 0)
        line = line ", " skipped " skipped"
    print line
    exit (failed > 0 || passed == 0) ? 1 : 0
}
