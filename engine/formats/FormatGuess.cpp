// SPDX-License-Identifier: GPL-3.0-or-later
//! Clues, weighed.
#include "engine/formats/FormatGuess.h"

#include "engine/formats/ColourMap.h"
#include "engine/formats/CsvColumns.h"
#include "engine/formats/FileIo.h"
#include "engine/formats/FormatRegistry.h"
#include "engine/formats/MaskPairs.h"
#include "engine/formats/PictureNames.h"
#include "engine/formats/ReadSession.h"
#include "engine/formats/TextNumbers.h"
#include "engine/formats/TextWords.h"
#include "engine/formats/VocMaskFile.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace lw::formats {

namespace {

constexpr int kMostNames = 50'000;
constexpr int kMostPeeks = 12; ///< files of one suffix
constexpr qint64 kPeekBytes = 64 * 1024;

bool has(std::string_view text, std::string_view piece)
{
    return text.find(piece) != std::string_view::npos;
}

/// The name of an XML file's root element.
std::string_view rootOf(std::string_view text)
{
    for (size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        const char next = at + 1 < text.size() ? text[at + 1] : ' ';
        if (next != '?' && next != '!') {
            const size_t end = text.find_first_of(" \t\r\n/>", at + 1);
            return text.substr(at + 1, std::min(end, text.size()) - at - 1);
        }
    }
    return {};
}

class Guesser {
public:
    /// `peek` gives the beginning of a file by its name.
    explicit Guesser(std::function<QByteArray(const QString&)> peek) : m_peek(std::move(peek)) {}

    void lookAtFiles(QStringList found)
    {
        found.sort(); // the same guess whatever the order on the disk
        for (const QString& name : found) {
            const std::string path = name.toStdString();
            if (hasPictureSuffix(path) && !isInMaskFolder(path)) {
                m_pictures.insert(QString::fromStdString(std::string(withoutSuffix(path))), name);
            }
        }
        for (const QString& name : found) {
            lookAtFile(name);
        }
        if (m_hasAnnotations && m_hasJpegs) {
            add("voc", Clue::VocFolders, 0.9, QStringLiteral("Annotations"));
        }
        lookAtMasks(found);
        lookAtFolders();
    }

    void lookAtFile(const QString& name)
    {
        const std::string path = name.toStdString();
        m_hasAnnotations = m_hasAnnotations || has('/' + path, "/Annotations/");
        m_hasJpegs = m_hasJpegs || has('/' + path, "/JPEGImages/");
        for (const char* suffix : {"json", "jsonl", "manifest", "xml", "yaml", "yml", "txt", "csv", "tsv"}) {
            if (hasSuffix(path, suffix) && m_peeks[QLatin1String(suffix)]++ < kMostPeeks) {
                const QByteArray bytes = m_peek(name).left(kPeekBytes);
                lookInto(suffix, name, {bytes.constData(), size_t(bytes.size())});
            }
        }
    }

    std::vector<FormatGuess> take(std::optional<domain::DatasetType> type)
    {
        std::erase_if(m_guesses, [type](const FormatGuess& guess) {
            const Format* format = findFormat(guess.format);
            return format == nullptr || format->makeReader == nullptr || (type && !fits(*format, *type));
        });
        std::stable_sort(m_guesses.begin(), m_guesses.end(),
                         [](const FormatGuess& a, const FormatGuess& b) { return a.confidence > b.confidence; });
        return std::move(m_guesses);
    }

private:
    void lookInto(std::string_view suffix, const QString& name, std::string_view text)
    {
        if (suffix == "xml") {
            const std::string_view root = rootOf(text);
            if (root == "annotation") {
                add("voc", Clue::VocXml, 0.95, name);
            } else if (root == "annotations") {
                add("cvat", Clue::CvatXml, 0.95, name);
            }
        } else if (suffix == "yaml" || suffix == "yml") {
            if (has(text, "names:") && (has(text, "train:") || has(text, "val:") || has(text, "path:"))) {
                add(has(text, "kpt_shape") ? "yolo_pose" : "yolo", Clue::YoloNames,
                    has(text, "kpt_shape") ? 0.96 : 0.9, name);
            }
        } else if (suffix == "csv" || suffix == "tsv") {
            const QByteArray bytes(text.data(), qsizetype(text.size()));
            if (const CsvColumns columns = columnsOf(bytes); columns.isUsable()) {
                add("csv", Clue::CsvColumns, columns.hasHeader() ? 0.92 : 0.6, name);
            }
        } else if (suffix == "txt") {
            lookIntoText(name, text);
        } else {
            lookIntoJson(name, text);
        }
    }

    void lookIntoJson(const QString& name, std::string_view text)
    {
        const std::string_view line = text.substr(0, text.find('\n'));
        if (has(text, "\"shapes\"") && (has(text, "\"imagePath\"") || has(text, "\"shape_type\""))) {
            add("labelme", Clue::LabelMeJson, 0.95, name);
        } else if (has(line, "\"source\"") && trimmed(line).starts_with('{') && !has(text, "\"images\"")) {
            add("manifest", Clue::ManifestRows, 0.95, name);
        } else if ((has(text, "\"images\"") && (has(text, "\"file_name\"") || has(text, "\"categories\""))) ||
                   (has(text, "\"annotations\"") && has(text, "\"category_id\""))) { // those may be first, and long
            add("coco", Clue::CocoJson, 0.95, name);
        }
    }

    void lookIntoText(const QString& name, std::string_view text)
    {
        if (text.starts_with("imagesource:") || text.starts_with("gsd:")) {
            add("dota", Clue::DotaRows, 0.95, name);
            return;
        }
        size_t counts[4] = {}; // rows of 5, of 9, of another odd number of numbers, of anything else
        for (std::string_view rest = text; !rest.empty();) {
            const size_t end = rest.find('\n');
            const std::vector<std::string_view> words = wordsOf(trimmed(rest.substr(0, end)));
            // The last row may be cut off by the end of what was read.
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
            const auto stop = std::find_if(words.begin(), words.end(),
                                           [](std::string_view word) { return !parseNumber(word); });
            const auto numbers = size_t(stop - words.begin());
            if (words.size() >= 9 && numbers == 8) {
                add("dota", Clue::DotaRows, 0.9, name);
                return;
            }
            if (!words.empty() && numbers == 0 && isBesidePicture(name)) {
                add("txt", Clue::LabelRows, 0.8, name);
                return;
            }
            if (!words.empty()) {
                const bool isRow = numbers == words.size() && numbers >= 5 && numbers % 2 == 1;
                ++counts[!isRow ? 3 : numbers == 5 ? 0 : numbers == 9 ? 1 : 2];
            }
        }
        if (counts[2] > 0) {
            add("yolo_segmentation", Clue::YoloRows, 0.95, name);
        } else if (counts[1] > 0) {
            add("yolo_obb", Clue::YoloRows, 0.94, name); // or outlines of four points each
        } else if (counts[0] > 0) {
            add("yolo", Clue::YoloRows, 0.93, name);
        }
    }

    [[nodiscard]] bool isBesidePicture(const QString& name) const
    {
        return m_pictures.contains(name.left(name.lastIndexOf(u'.')));
    }

    /// Masks beside or among the pictures; surer with a file that says what their colours mean.
    void lookAtMasks(const QStringList& files)
    {
        std::vector<std::string> paths;
        QString map;
        for (const QString& file : files) {
            paths.push_back(file.toStdString());
            map = map.isEmpty() && isColourMapName(paths.back()) ? file : map;
        }
        const MaskPairs pairs = pairMasks(std::move(paths));
        const auto first = std::find_if(pairs.pictures.begin(), pairs.pictures.end(),
                                        [](const MaskPair& pair) { return !pair.mask.empty(); });
        if (first != pairs.pictures.end()) {
            add("masks", Clue::MaskFolders, map.isEmpty() ? 0.6 : 0.75, QString::fromStdString(first->mask));
            if (!map.isEmpty()) {
                add("masks", Clue::ColourMap, 0.94, map);
            }
        }
    }

    /// Pictures below folders whose names could be labels.
    void lookAtFolders()
    {
        for (const QString& picture : std::as_const(m_pictures)) {
            QStringList folders = picture.split(u'/');
            folders.removeLast();
            if (!folders.isEmpty() && usageFromWord(folders.front()) != domain::SampleUsage::None) {
                folders.removeFirst();
            }
            const QString label = folders.isEmpty() ? QString() : folders.back();
            if (domain::isValidLabelName(label) && label != QLatin1String("images") &&
                label != QLatin1String("JPEGImages")) {
                add("imagenet", Clue::LabelFolders, 0.5, QString(picture.left(picture.lastIndexOf(u'/'))));
                return;
            }
        }
    }

    /// Keeps the surest clue for each format.
    void add(const char* format, Clue clue, double confidence, const QString& file)
    {
        const auto known = std::find_if(m_guesses.begin(), m_guesses.end(), [format](const FormatGuess& guess) {
            return guess.format == QLatin1String(format);
        });
        if (known == m_guesses.end()) {
            m_guesses.push_back({QString::fromLatin1(format), clue, confidence, file});
        } else if (known->confidence < confidence) {
            *known = {known->format, clue, confidence, file};
        }
    }

    std::function<QByteArray(const QString&)> m_peek;
    QMap<QString, QString> m_pictures; ///< without suffix -> with
    QHash<QLatin1String, int> m_peeks;
    bool m_hasAnnotations = false;
    bool m_hasJpegs = false;
    std::vector<FormatGuess> m_guesses;
};

core::Result<std::vector<FormatGuess>> guessArchive(const QString& path, std::optional<domain::DatasetType> type,
                                                    const ZipLimits& limits)
{
    ZipArchive archive;
    if (const core::Result<> opened = archive.open(path, limits); !opened) {
        return core::failure(opened.error());
    }
    QHash<QString, const ZipEntry*> entries;
    QStringList names;
    for (const ZipEntry& entry : archive.entries()) {
        if (names.size() < kMostNames) {
            names.append(entry.name);
            entries.insert(entry.name, &entry);
        }
    }
    Guesser guesser([&](const QString& name) { return archive.peek(*entries.value(name), kPeekBytes); });
    guesser.lookAtFiles(std::move(names));
    return guesser.take(type);
}

} // namespace

core::Result<std::vector<FormatGuess>> guessFormats(const QString& path, std::optional<domain::DatasetType> type,
                                                    const ZipLimits& limits)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return core::failure(core::ErrorCode::NotFound, {}, path);
    }
    if (!info.isReadable()) {
        return core::failure(core::ErrorCode::ReadFailed, {}, path);
    }
    if (isArchive(path)) {
        return guessArchive(path, type, limits);
    }
    const QString root = info.isDir() ? info.absoluteFilePath() : info.absolutePath();
    Guesser guesser([&root](const QString& name) {
        QFile file(root + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? file.read(kPeekBytes) : QByteArray();
    });
    if (info.isDir()) {
        QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
        QStringList names;
        for (int i = 0; i < kMostNames && files.hasNext(); ++i) {
            names.append(files.next().mid(root.size() + 1));
        }
        guesser.lookAtFiles(std::move(names));
    } else {
        guesser.lookAtFile(info.fileName());
    }
    return guesser.take(type);
}

} // namespace lw::formats
