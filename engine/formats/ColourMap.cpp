// SPDX-License-Identifier: GPL-3.0-or-later
//! Colour maps as text and as JSON.
#include "engine/formats/ColourMap.h"

#include "engine/formats/ClassColours.h"
#include "engine/formats/FileIo.h"
#include "engine/formats/JsonText.h"
#include "engine/formats/ManifestRow.h"
#include "engine/formats/PictureNames.h"
#include "engine/formats/TextNumbers.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace lw::formats {

using simdjson::dom::element;

namespace {

constexpr qint64 kMostBytes = 16 * 1024 * 1024;

QString qtText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

bool isBackgroundWord(const QString& name)
{
    constexpr const char* kWords[] = {"background", "_background_", "__background__", "bg",        "void",
                                      "unlabelled", "unlabeled",    "ignore",         "__ignore__"};
    return std::any_of(std::begin(kWords), std::end(kWords), [&name](const char* word) {
        return name.compare(QLatin1String(word), Qt::CaseInsensitive) == 0;
    });
}

std::optional<QRgb> colourOf(const QStringList& numbers)
{
    int parts[3] = {};
    for (int i = 0; i < 3; ++i) {
        bool isNumber = false;
        parts[i] = numbers.value(i).trimmed().toInt(&isNumber);
        if (!isNumber || parts[i] < 0 || parts[i] > 255) {
            return std::nullopt;
        }
    }
    return qRgb(parts[0], parts[1], parts[2]);
}

class MapText {
public:
    explicit MapText(std::vector<MaskClass>& classes) : m_classes(classes) {}

    /// False for a line that says nothing.
    bool take(const QString& line)
    {
        static const QRegularExpression separators(QStringLiteral("[\\s,;]+"));
        if (line.isEmpty() || line.startsWith(u'#')) {
            return true;
        }
        const QStringList fields = line.split(u':');
        if (fields.size() >= 2) {
            if (const auto colour = colourOf(fields[1].split(u',')); colour && fields[1].count(u',') == 2) {
                // The form that tells the background by its colour, so a label may be called so.
                add(fields[0].trimmed(), colour, -1, *colour == qRgb(0, 0, 0) && isBackgroundWord(fields[0].trimmed()));
                return true;
            }
        }
        QStringList words = line.split(separators, Qt::SkipEmptyParts);
        if (words.size() >= 4) {
            if (const auto colour = colourOf(words)) {
                return add(words.mid(3).join(u' '), colour);
            }
            if (const auto colour = colourOf(words.mid(words.size() - 3))) {
                return add(words.mid(0, words.size() - 3).join(u' '), colour);
            }
            if (words.last() == QLatin1String("b")) {
                return true; // the head "name,r,g,b"
            }
        }
        bool isNumbered = false;
        const int index = fields.size() == 2 ? fields[0].trimmed().toInt(&isNumbered) : 0;
        return isNumbered ? add(fields[1].trimmed(), std::nullopt, index) : add(line, std::nullopt);
    }

private:
    bool add(const QString& name, std::optional<QRgb> colour) { return add(name, colour, -1, isBackgroundWord(name)); }
    bool add(const QString& name, std::optional<QRgb> colour, int index)
    {
        return add(name, colour, index, isBackgroundWord(name));
    }
    bool add(const QString& name, std::optional<QRgb> colour, int index, bool isBackground)
    {
        if (m_classes.empty() && name == QLatin1String("__ignore__")) {
            m_next = -1; // numbers that nothing is painted with; 0 is the one after
        }
        m_classes.push_back({name.left(200), colour, index >= 0 ? index : m_next, isBackground});
        ++m_next;
        return !name.isEmpty();
    }

    std::vector<MaskClass>& m_classes;
    int m_next = 0;
};

std::optional<QRgb> colourOf(element value)
{
    simdjson::dom::array parts;
    if (value.get(parts) == simdjson::SUCCESS) {
        QStringList numbers;
        for (const element part : parts) {
            numbers.append(QString::number(numberOf(part).value_or(-1)));
        }
        return numbers.size() >= 3 ? colourOf(numbers) : std::nullopt;
    }
    static const QRegularExpression hex(QStringLiteral("^#?([0-9a-fA-F]{6})$"));
    const QRegularExpressionMatch match = hex.match(qtText(textOf(value)));
    return match.hasMatch() ? std::optional<QRgb>(match.captured(1).toUInt(nullptr, 16) | 0xff000000U) : std::nullopt;
}

/// {"label_map": {"0": "Void"}, "segmentation_colors": [[0, 0, 0]]}
void takeMeta(element labels, simdjson::dom::object root, std::vector<MaskClass>& classes)
{
    simdjson::dom::object object;
    if (labels.get(object) != simdjson::SUCCESS) {
        return;
    }
    for (const simdjson::dom::key_value_pair& field : object) {
        const QString name = qtText(textOf(field.value));
        classes.push_back({name, std::nullopt, qtText(field.key).toInt(), isBackgroundWord(name)});
    }
    element colours;
    simdjson::dom::array list;
    if (root.at_key("segmentation_colors").get(colours) == simdjson::SUCCESS && colours.get(list) == simdjson::SUCCESS) {
        size_t next = 0;
        for (const element colour : list) {
            if (next < classes.size()) {
                classes[next++].colour = colourOf(colour);
            }
        }
    }
}

void takeList(simdjson::dom::array list, std::vector<MaskClass>& classes)
{
    for (const element item : list) {
        MaskClass entry;
        entry.index = int(classes.size());
        simdjson::dom::object object;
        if (item.get(object) != simdjson::SUCCESS) {
            entry.name = qtText(textOf(item));
        } else {
            for (const simdjson::dom::key_value_pair& field : object) {
                if (field.key == "name" || field.key == "label" || field.key == "class") {
                    entry.name = qtText(textOf(field.value));
                } else if (field.key == "color" || field.key == "colour" || field.key == "rgb") {
                    entry.colour = colourOf(field.value);
                } else if (field.key == "id" || field.key == "index" || field.key == "value") {
                    entry.index = int(std::clamp(numberOf(field.value).value_or(-1), -1., 1e6));
                }
            }
        }
        entry.isBackground = isBackgroundWord(entry.name);
        if (!entry.name.isEmpty()) {
            classes.push_back(std::move(entry));
        }
    }
}

bool takeJson(element root, std::vector<MaskClass>& classes)
{
    simdjson::dom::array list;
    if (root.get(list) == simdjson::SUCCESS) {
        takeList(list, classes);
        return !classes.empty();
    }
    simdjson::dom::object object;
    element inner;
    if (root.get(object) != simdjson::SUCCESS) {
        return false;
    }
    if (object.at_key("label_map").get(inner) == simdjson::SUCCESS) {
        takeMeta(inner, object, classes);
        return !classes.empty();
    }
    for (const char* key : {"labels", "classes", "categories"}) {
        if (object.at_key(key).get(inner) == simdjson::SUCCESS) {
            return takeJson(inner, classes);
        }
    }
    for (const simdjson::dom::key_value_pair& field : object) {
        bool isNumber = false;
        const int index = qtText(field.key).toInt(&isNumber);
        MaskClass entry{qtText(field.key), colourOf(field.value), int(classes.size()), false};
        if (isNumber && field.value.is_string() && !entry.colour) {
            entry.name = qtText(textOf(field.value));
            entry.index = index;
        } else if (const auto number = numberOf(field.value)) {
            entry.index = int(std::clamp(*number, -1., 1e6));
        } else if (!entry.colour) {
            continue;
        }
        entry.isBackground = isBackgroundWord(entry.name);
        classes.push_back(std::move(entry));
    }
    return !classes.empty();
}

} // namespace

bool isColourMapName(std::string_view path)
{
    constexpr const char* kNames[] = {"labelmap.txt",       "label_map.txt",     "label_colors.txt",  "label_colours.txt",
                                      "labels.txt",         "classes.txt",       "class_names.txt",   "class_dict.csv",
                                      "dataset_meta.json",  "label_colors.json", "label_colours.json", "colormap.json",
                                      "colourmap.json",     "labelmap.json",     "label_map.json",    "classes.json"};
    const std::string_view file = fileNameOf(path);
    const QString name = qtText(file).toLower();
    return std::any_of(std::begin(kNames), std::end(kNames),
                       [&name](const char* known) { return name == QLatin1String(known); });
}

core::Result<std::vector<MaskClass>> readColourMap(const QString& path)
{
    QByteArray bytes;
    if (const int error = io::readFile(QFile::encodeName(path).constData(), bytes, kMostBytes); error != 0) {
        return core::failure(core::ErrorCode::ReadFailed, io::errorText(error), path);
    }
    std::vector<MaskClass> classes;
    if (path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive)) {
        simdjson::dom::parser parser;
        element root;
        if (parser.parse(bytes.constData(), size_t(bytes.size())).get(root) != simdjson::SUCCESS ||
            !takeJson(root, classes)) {
            return core::failure(core::ErrorCode::Malformed, {}, path);
        }
        return classes;
    }
    if (bytes.startsWith("\xEF\xBB\xBF")) {
        bytes.remove(0, 3);
    }
    if (!simdjson::validate_utf8(bytes.constData(), size_t(bytes.size()))) {
        return core::failure(core::ErrorCode::Malformed, QStringLiteral("UTF-8"), path);
    }
    MapText text(classes);
    qint64 number = 0;
    for (const QByteArray& line : bytes.split('\n')) {
        ++number;
        if (!text.take(QString::fromUtf8(line).trimmed())) {
            return core::failure(core::ErrorCode::Malformed, QString::fromUtf8(line).trimmed().left(80), path, number);
        }
    }
    return classes;
}

std::vector<MaskClass> vocClasses()
{
    constexpr const char* kNames[] = {"background", "aeroplane", "bicycle", "bird",  "boat",        "bottle",    "bus",
                                      "car",        "cat",       "chair",   "cow",   "diningtable", "dog",       "horse",
                                      "motorbike",  "person",    "pottedplant", "sheep", "sofa",    "train",     "tvmonitor"};
    std::vector<MaskClass> classes;
    for (const char* name : kNames) {
        const int index = int(classes.size());
        classes.push_back({QString::fromLatin1(name), vocColour(index) | 0xff000000U, index, index == 0});
    }
    // The border between objects, which belongs to none.
    classes.push_back({QStringLiteral("void"), qRgb(224, 224, 192), 255, true});
    return classes;
}

} // namespace lw::formats
