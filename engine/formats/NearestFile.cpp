// SPDX-License-Identifier: GPL-3.0-or-later
//! Likeness of paths.
#include "engine/formats/NearestFile.h"

#include "engine/formats/PictureNames.h"
#include "engine/formats/ReadSession.h"

#include <algorithm>

namespace lw::formats {

domain::SampleUsage usageOfPath(const std::string& path)
{
    QStringList folders = QString::fromStdString(path).split(u'/');
    folders.removeLast();
    for (const QString& folder : std::as_const(folders)) {
        QString word = folder;
        for (const char* ending : {"annot", "_labels", "_masks", "_mask", "_gt"}) {
            if (word.endsWith(QLatin1String(ending), Qt::CaseInsensitive)) {
                word.chop(qsizetype(qstrlen(ending)));
            }
        }
        if (const domain::SampleUsage usage = usageFromWord(word); usage != domain::SampleUsage::None) {
            return usage;
        }
    }
    return domain::SampleUsage::None;
}

const std::string* nearestFile(const FilesByName& files, const std::string& picture, std::string_view name)
{
    const auto [first, last] = files.equal_range(name);
    const std::string* best = nullptr;
    int bestScore = -1;
    for (auto it = first; it != last; ++it) {
        const std::string& file = *it->second;
        int same = 0;
        while (size_t(same) < std::min(file.size(), picture.size()) && file[size_t(same)] == picture[size_t(same)]) {
            ++same;
        }
        const int score = same + (usageOfPath(file) == usageOfPath(picture) ? 10'000 : 0);
        if (score > bestScore) {
            best = it->second;
            bestScore = score;
        }
    }
    return best;
}

const std::string* nearestFile(const FilesByName& files, const std::string& picture)
{
    return nearestFile(files, picture, fileNameOf(withoutSuffix(picture)));
}

} // namespace lw::formats
