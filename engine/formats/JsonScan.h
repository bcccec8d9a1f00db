// SPDX-License-Identifier: GPL-3.0-or-later
//! Finds the elements of huge JSON files without parsing them: their places, to be parsed one by one.
#pragma once

#include "models/core/Result.h"

#include <functional>
#include <string_view>
#include <vector>

namespace lw::formats {

/// The bytes of a file, mapped. Something readable lies behind them, as parsers want it.
class MappedFile {
public:
    MappedFile() = default;
    ~MappedFile();
    Q_DISABLE_COPY_MOVE(MappedFile)

    /// Errors: NotFound, ReadFailed.
    [[nodiscard]] core::Result<> open(const QString& path);
    [[nodiscard]] std::string_view text() const { return {m_data, m_size}; }
    /// Lets the system take back the pages that were read; they come again when they are needed.
    void forget() const;
    /// The 1-based line of a place. Reads the whole file the first time, little after that.
    [[nodiscard]] qint64 lineAt(size_t offset) const;

private:
    char* m_data = nullptr;
    size_t m_size = 0;
    size_t m_mapped = 0;
    mutable std::vector<qint64> m_linesBefore; ///< line ends before each block
};

/// A walk over the first levels of a JSON text.
class JsonScan {
public:
    explicit JsonScan(std::string_view text) : m_text(text) {}

    /// Calls `member(key, offset)` for every member of the object at `offset`; the key is as it stands in the file.
    /// `member` returns where its value ended, or npos to stop. Returns where the object ended, npos if it stopped or
    /// the text is broken.
    size_t eachMember(size_t offset, const std::function<size_t(std::string_view, size_t)>& member);
    /// Calls `element(offset, end)` for every element of the array at `offset`, until it returns false. As above.
    size_t eachElement(size_t offset, const std::function<bool(size_t, size_t)>& element);
    /// Where the value that begins at `offset` ends, npos if the text ends before.
    [[nodiscard]] size_t endOf(size_t offset) const;
    /// The first place from `offset` on that is no white space.
    [[nodiscard]] size_t skipSpace(size_t offset) const;
    /// Where the text was found to be broken, npos if it was not.
    [[nodiscard]] size_t brokenAt() const { return m_brokenAt; }

    static constexpr size_t npos = std::string_view::npos;

private:
    [[nodiscard]] size_t endOfString(size_t offset) const;
    size_t broken(size_t offset)
    {
        m_brokenAt = offset;
        return npos;
    }

    std::string_view m_text;
    size_t m_brokenAt = npos;
};

} // namespace lw::formats
