// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads and writes CSV.
#include "engine/formats/CsvFormat.h"

#include "engine/formats/CsvText.h"
#include "engine/formats/JsonText.h"
#include "engine/formats/ManifestRow.h"
#include "engine/formats/PictureNames.h"
#include "engine/formats/ReadSession.h"
#include "engine/formats/TextNumbers.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <utility>

namespace lw::formats {

using core::ProblemCode;
using domain::Shape;
using domain::ShapeKind;

namespace {

constexpr qint64 kMostBytes = qint64(2) << 30;
constexpr qsizetype kBlock = 1024 * 1024;

constexpr CsvField kWritten[] = {CsvField::Path,      CsvField::Label,      CsvField::Left,      CsvField::Top,
                                 CsvField::Right,     CsvField::Bottom,     CsvField::Confidence, CsvField::Difficult,
                                 CsvField::Truncated, CsvField::Occluded,   CsvField::Pose,      CsvField::Attributes,
                                 CsvField::Usage};

QString qtText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

bool isTable(std::string_view name)
{
    return hasSuffix(name, "csv") || hasSuffix(name, "tsv");
}

std::string_view cellAt(const std::vector<std::string>& cells, int column)
{
    return column >= 0 && size_t(column) < cells.size() ? csvCellText(cells[size_t(column)]) : std::string_view();
}

/// The usage in a file's name, such as train-export.csv; none if there are two.
domain::SampleUsage usageOfFile(const std::string& path)
{
    const std::string_view name = fileNameOf(withoutSuffix(path));
    QString words = qtText(name);
    words.replace(u'_', u'-').replace(u'.', u'-').replace(u' ', u'-');
    domain::SampleUsage usage = domain::SampleUsage::None;
    for (const QString& word : words.split(u'-')) {
        usage = usage == domain::SampleUsage::None ? usageFromWord(word) : usage;
    }
    return usage;
}

/// "[1, 2, 3, 4]", with or without brackets.
std::vector<double> numbersIn(std::string_view text)
{
    std::vector<double> numbers;
    const auto isPart = [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E'; };
    for (size_t at = 0; at < text.size();) {
        size_t end = at;
        while (end < text.size() && isPart(text[end])) {
            ++end;
        }
        if (const auto number = end > at ? parseNumber(text.substr(at, end - at)) : std::nullopt) {
            numbers.push_back(*number);
        }
        at = std::max(end, at + 1);
    }
    return numbers;
}

void takeAttributes(std::string_view json, domain::Annotation& annotation)
{
    forEachMember(QByteArray(json.data(), qsizetype(json.size())), [&](std::string_view key, simdjson::dom::element value) {
        annotation.attributes.insert(qtText(key), value.is_string() ? qtText(textOf(value))
                                                                    : QString::fromStdString(compactJson(value)));
    });
}

QByteArray attributesText(const domain::Annotation& annotation)
{
    JsonObject object;
    for (auto it = annotation.attributes.begin(); it != annotation.attributes.end(); ++it) {
        appendJsonString(object.member(it.key().toStdString()), it.value());
    }
    return object.take();
}

bool isPlain(const domain::Annotation& a)
{
    return !a.confidence && a.attributes.isEmpty() && a.pose.isEmpty() && !a.isDifficult && !a.isTruncated && !a.isOccluded;
}

} // namespace

core::Result<ReadSummary> CsvReader::read(const QString& from, const ReadOptions& options, const SampleSink& sink,
                                          core::ProblemList& problems, const core::Control& control)
{
    ReadSession session(options, sink, problems, control);
    const bool isOneFile = QFileInfo(from).isFile();
    m_root = isOneFile ? QFileInfo(from).path().toStdString() : from.toStdString();
    std::vector<std::string> files;
    auto listed = io::listFiles(
        m_root, [](std::string_view name) { return hasPictureSuffix(name) || isTable(name); }, problems, control);
    if (!listed) {
        return core::failure(listed.error());
    }
    for (std::string& path : *listed) {
        if (!isTable(path)) {
            m_pictureNames.push_back(std::move(path));
        } else if (!isOneFile) {
            files.push_back(m_root + '/' + path);
        }
    }
    if (isOneFile) {
        files.push_back(from.toStdString());
    }
    for (const std::string& name : m_pictureNames) {
        m_stems.emplace(fileNameOf(withoutSuffix(name)), &name);
    }
    for (const std::string& file : files) {
        if (!readFile(file, session)) {
            return core::failure(core::ErrorCode::Cancelled);
        }
    }
    if (!isOneFile) {
        for (const std::string& name : m_pictureNames) {
            const QString path = QString::fromStdString(m_root + '/' + name);
            if (!m_numbers.contains(path)) {
                m_pictures.push_back({m_root + '/' + name, {}, 0, 0, {}});
            }
        }
    }
    qint64 done = 0;
    for (Picture& picture : m_pictures) {
        if (!session.step(done++, qint64(m_pictures.size())) || !finishPicture(picture, session)) {
            return core::failure(core::ErrorCode::Cancelled);
        }
    }
    control.report(done, done);
    return session.summary();
}

bool CsvReader::readFile(const std::string& path, ReadSession& session)
{
    const QString file = QString::fromStdString(path);
    session.setFile(file);
    QByteArray bytes;
    if (const int error = io::readFile(path.c_str(), bytes, kMostBytes); error != 0) {
        session.problems().add(io::readProblem(error, file));
        return true;
    }
    const QByteArray text = csvTextOf(bytes);
    if (text.isEmpty()) {
        session.add(bytes.isEmpty() ? ProblemCode::FileEmpty : ProblemCode::EncodingInvalid, 0,
                    bytes.isEmpty() ? QString() : QStringLiteral("UTF-8"));
        return true;
    }
    const CsvColumns columns = columnsOf(text);
    if (!columns.isUsable()) {
        session.add(ProblemCode::FieldMissing, 1,
                    QLatin1String(csvColumnName(columns.has(CsvField::Path) ? CsvField::Label : CsvField::Path)));
        return true;
    }
    const std::string folder = path.substr(0, path.rfind('/'));
    m_finder.emplace(std::vector<std::string>{folder, folder + "/images", m_root, m_root + "/images",
                                              session.options().inputLocation.toStdString()},
                     m_root);
    m_files.append(file);
    m_areShares.push_back(false);
    m_fileUsage = usageOfFile(path);
    CsvRows rows({text.constData(), size_t(text.size())}, columns.separator);
    std::vector<std::string> cells;
    bool isHead = columns.hasHead;
    m_largest = 0;
    m_hasFractions = false;
    for (qint64 count = 1; rows.next(cells); ++count) {
        if (!session.step(count, 0)) {
            return false;
        }
        if (!std::exchange(isHead, false)) {
            takeRow(columns, cells, rows.line(), session);
        }
    }
    m_areShares.back() = m_largest > 0 && m_largest <= 1 && m_hasFractions;
    return true;
}

/// The picture that a cell names: a path, or an identifier without suffix.
std::optional<std::string> CsvReader::findPicture(std::string_view name)
{
    std::string path;
    io::FileFacts facts;
    if (hasPictureSuffix(name)) {
        return m_finder->find(name, path, facts) == PictureFinder::Result::Found ? std::optional(path) : std::nullopt;
    }
    const std::string* found = nullptr;
    const auto [first, last] = m_stems.equal_range(fileNameOf(name));
    for (auto it = first; it != last; ++it) {
        const std::string& picture = *it->second;
        const std::string_view stem = withoutSuffix(picture);
        if (stem == name || (stem.size() > name.size() && stem.ends_with(name) && stem[stem.size() - name.size() - 1] == '/')) {
            if (found != nullptr) {
                return std::nullopt; // more than one could be meant
            }
            found = &picture;
        }
    }
    return found == nullptr ? std::nullopt : std::optional(m_root + '/' + *found);
}

void CsvReader::takeRow(const CsvColumns& columns, const std::vector<std::string>& cells, qint64 line,
                        ReadSession& session)
{
    std::string name(cellAt(cells, columns[CsvField::Path]));
    std::replace(name.begin(), name.end(), '\\', '/');
    if (name.empty()) {
        session.add(ProblemCode::FieldMissing, line, QLatin1String(csvColumnName(CsvField::Path)));
        ++session.summary().skippedAnnotations;
        return;
    }
    const std::optional<std::string> found = findPicture(name);
    if (!found) {
        session.add(ProblemCode::FileMissing, line, QString::fromStdString(name).left(400));
        ++session.summary().skippedAnnotations;
        return;
    }
    const QString path = QString::fromStdString(*found);
    auto known = m_numbers.find(path);
    if (known == m_numbers.end()) {
        known = m_numbers.insert(path, m_pictures.size());
        m_pictures.push_back({*found, m_fileUsage, 0, 0, {}});
    }
    Picture& picture = m_pictures[*known];
    const domain::SampleUsage usage = usageFromWord(qtText(cellAt(cells, columns[CsvField::Usage])));
    picture.usage = usage == domain::SampleUsage::None ? picture.usage : usage;
    const auto size = [&](CsvField field) {
        return int(std::clamp(parseNumber(cellAt(cells, columns[field])).value_or(0), 0., 1e6));
    };
    if (picture.width == 0 || picture.height == 0) {
        picture.width = size(CsvField::PictureWidth);
        picture.height = size(CsvField::PictureHeight);
    }
    Row row = rowOf(columns, cells, line, session);
    if (row.labels.isEmpty() && !row.box) {
        return; // a picture without annotations
    }
    for (size_t i = 0; row.box && i < row.box->size(); ++i) {
        const double value = (*row.box)[i];
        m_largest = std::max(m_largest, std::abs(value));
        m_hasFractions = m_hasFractions || value != std::round(value);
    }
    // Files that repeat each other, such as all.csv beside train.csv, say nothing twice.
    const bool isRepeated = std::any_of(picture.rows.begin(), picture.rows.end(), [&row](const Row& other) {
        return other.file != row.file && other.labels == row.labels && other.box == row.box;
    });
    if (!isRepeated) {
        picture.rows.push_back(std::move(row));
    }
}

CsvReader::Row CsvReader::rowOf(const CsvColumns& columns, const std::vector<std::string>& cells, qint64 line,
                                ReadSession& session) const
{
    Row row;
    row.file = int(m_files.size()) - 1;
    row.line = line;
    row.labels = qtText(cellAt(cells, columns[CsvField::Label]));
    domain::Annotation& rest = row.rest.annotation;
    if (columns.isOneHot) {
        QStringList labels;
        for (const auto& [column, name] : columns.others) {
            if (parseNumber(cellAt(cells, column)).value_or(0) == 1) {
                labels.append(name);
            }
        }
        row.labels = labels.join(u';');
    } else {
        for (const auto& [column, name] : columns.others) {
            if (const std::string_view cell = cellAt(cells, column); !cell.empty()) {
                rest.attributes.insert(name, qtText(cell));
            }
        }
    }
    const auto number = [&](CsvField field) { return parseNumber(cellAt(cells, columns[field])); };
    const bool isStated = !cellAt(cells, columns[CsvField::Left]).empty() || !cellAt(cells, columns[CsvField::Box]).empty();
    if (columns.hasBox() && isStated) {
        const std::vector<double> all = numbersIn(cellAt(cells, columns[CsvField::Box]));
        const auto left = number(CsvField::Left), top = number(CsvField::Top);
        const auto width = number(CsvField::BoxWidth), height = number(CsvField::BoxHeight);
        const auto right = width && left ? std::optional(*left + *width) : number(CsvField::Right);
        const auto bottom = height && top ? std::optional(*top + *height) : number(CsvField::Bottom);
        if (all.size() == 4) {
            row.box = {all[0], all[1], all[0] + all[2], all[1] + all[3]};
        } else if (left && top && right && bottom) {
            row.box = {*left, *top, *right, *bottom};
        } else {
            session.add(ProblemCode::FieldInvalid, line, QStringLiteral("xmin, ymin, xmax, ymax"));
            ++session.summary().skippedAnnotations;
            row.labels.clear();
        }
    }
    if (const std::string_view text = cellAt(cells, columns[CsvField::Confidence]); !text.empty()) {
        rest.confidence = parseNumber(text);
        if (!rest.confidence || *rest.confidence < 0 || *rest.confidence > 1) {
            session.add(ProblemCode::FieldInvalid, line, QStringLiteral("confidence=") + qtText(text).left(40));
            rest.confidence.reset();
        }
    }
    const auto flag = [&](CsvField field) { return parseFlag(cellAt(cells, columns[field])).value_or(false); };
    rest.isDifficult = flag(CsvField::Difficult);
    rest.isTruncated = flag(CsvField::Truncated);
    rest.isOccluded = flag(CsvField::Occluded);
    rest.pose = qtText(cellAt(cells, columns[CsvField::Pose]));
    takeAttributes(cellAt(cells, columns[CsvField::Attributes]), rest);
    return row;
}

bool CsvReader::finishPicture(Picture& picture, ReadSession& session)
{
    ImportedSample sample;
    if (!session.beginSample(sample, picture.path)) {
        return true;
    }
    sample.sample.usage = picture.usage;
    if (!picture.rows.empty()) {
        session.setFile(m_files[picture.rows.front().file]);
        session.settleSize(sample, {picture.width, picture.height}, picture.rows.front().line);
    }
    for (Row& row : picture.rows) {
        session.setFile(m_files[row.file]);
        sample.hasAnnotationFile = true;
        takeAnnotations(row, sample, session);
    }
    return session.finishSample(std::move(sample));
}

void CsvReader::takeAnnotations(Row& row, ImportedSample& sample, ReadSession& session)
{
    if (session.options().type != domain::DatasetType::ImageClassification) {
        NamedAnnotation named = std::move(row.rest);
        named.label = row.labels;
        if (!row.box) {
            session.add(ProblemCode::TypeMismatch, row.line, domain::shapeName(ShapeKind::WholeSample));
            ++session.summary().skippedAnnotations;
            return;
        }
        std::array<double, 4> b = *row.box;
        if (m_areShares[size_t(row.file)]) {
            if (sample.sample.width == 0 || sample.sample.height == 0) {
                session.add(ProblemCode::FieldMissing, row.line, QStringLiteral("width, height"));
                ++session.summary().skippedAnnotations;
                return;
            }
            b = {b[0] * sample.sample.width, b[1] * sample.sample.height, b[2] * sample.sample.width,
                 b[3] * sample.sample.height};
        }
        named.annotation.shape = {ShapeKind::BoundingBox, {{b[0], b[1]}, {b[2], b[3]}}, 0};
        session.addAnnotation(sample, std::move(named), row.line);
        return;
    }
    QString labels = row.labels;
    for (const QString& part : labels.replace(u'|', u';').split(u';', Qt::SkipEmptyParts)) {
        const QString label = part.trimmed();
        const bool isThere = std::any_of(sample.annotations.begin(), sample.annotations.end(),
                                         [&label](const NamedAnnotation& other) { return other.label == label; });
        if (isThere && row.box) {
            continue; // one label for all boxes of its kind
        }
        if (session.addLabel(sample, label, row.line)) {
            domain::Annotation& added = sample.annotations.back().annotation;
            const int order = added.order;
            added = row.rest.annotation;
            added.shape = Shape::wholeSample();
            added.order = order;
        }
    }
}

core::Result<> CsvWriter::begin(const QString& folder, const WriteOptions& options)
{
    m_places = PicturePlaces({options.inputLocation, true, options.linkPictures});
    m_hasBoxes = options.type != domain::DatasetType::ImageClassification;
    if (const core::Result<> begun = m_folder.begin(folder); !begun) {
        return begun;
    }
    const std::string path = m_folder.path() + "/annotations.csv";
    if (const int error = m_file.open(path.c_str()); error != 0) {
        return core::failure(io::writeError(error, m_folder.target()));
    }
    for (const CsvField field : kWritten) {
        const bool isCorner = field >= CsvField::Left && field <= CsvField::Bottom;
        if (m_hasBoxes || !isCorner) {
            m_text.append(m_text.isEmpty() ? "" : ",").append(csvColumnName(field));
        }
    }
    m_text.append("\r\n");
    return {};
}

void CsvWriter::appendRow(const std::string& place, const QString& labels, const domain::Annotation& a,
                          domain::SampleUsage usage)
{
    appendCsvCell(m_text, place);
    m_text.append(',');
    appendCsvCell(m_text, labels.toStdString());
    if (m_hasBoxes) {
        const bool isBox = a.shape.kind == ShapeKind::BoundingBox && a.shape.points.size() == 2;
        for (size_t i = 0; i < 4; ++i) {
            m_text.append(',');
            if (isBox) {
                appendNumber(m_text, i % 2 == 0 ? a.shape.points[i / 2].x : a.shape.points[i / 2].y);
            }
        }
    }
    m_text.append(',');
    if (a.confidence) {
        appendNumber(m_text, *a.confidence);
    }
    for (const bool flag : {a.isDifficult, a.isTruncated, a.isOccluded}) {
        m_text.append(flag ? ",1" : ",0");
    }
    m_text.append(',');
    appendCsvCell(m_text, a.pose.toStdString());
    m_text.append(',');
    appendCsvCell(m_text, attributesText(a).toStdString());
    m_text.append(',').append(wordOfUsage(usage).toUtf8()).append("\r\n");
}

void CsvWriter::appendLabels(const std::string& place, const ImportedSample& sample,
                             const std::vector<const NamedAnnotation*>& ordered)
{
    const bool isPlainList = std::all_of(ordered.begin(), ordered.end(),
                                         [](const NamedAnnotation* named) { return isPlain(named->annotation); });
    if (ordered.empty() || (!m_hasBoxes && isPlainList)) {
        QStringList labels;
        for (const NamedAnnotation* named : ordered) {
            labels.append(named->label);
        }
        appendRow(place, labels.join(u';'), {}, sample.sample.usage);
        return;
    }
    for (const NamedAnnotation* named : ordered) {
        appendRow(place, named->label, named->annotation, sample.sample.usage);
    }
}

core::Result<> CsvWriter::add(const ImportedSample& sample, core::ProblemList& problems)
{
    const std::string place = "images/" + m_places.take(sample.path);
    m_lastPicture.clear();
    const core::Result<bool> copied = m_places.copy(sample.path, m_folder, place, problems);
    if (!copied) {
        return core::failure(copied.error());
    }
    if (!*copied) {
        ++m_summary.skippedSamples;
        return {};
    }
    m_lastPicture = m_folder.target() + u'/' + QString::fromStdString(place);
    std::vector<const NamedAnnotation*> ordered;
    for (const NamedAnnotation& named : sample.annotations) {
        ordered.push_back(&named);
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const NamedAnnotation* a, const NamedAnnotation* b) {
        return a->annotation.order < b->annotation.order;
    });
    appendLabels(place, sample, ordered);
    ++m_summary.samples;
    m_summary.annotations += qint64(sample.annotations.size());
    return m_text.size() < kBlock ? core::Result<>() : flush();
}

core::Result<> CsvWriter::flush()
{
    const int error = m_file.write(m_text);
    m_text.resize(0);
    return error == 0 ? core::Result<>() : core::failure(io::writeError(error, m_folder.target()));
}

core::Result<WriteSummary> CsvWriter::finish()
{
    if (const core::Result<> flushed = flush(); !flushed) {
        return core::failure(flushed.error());
    }
    if (const int error = m_file.close(); error != 0) {
        return core::failure(io::writeError(error, m_folder.target()));
    }
    if (const core::Result<> done = m_folder.commit(); !done) {
        return core::failure(done.error());
    }
    m_summary.path = m_folder.target();
    return m_summary;
}

} // namespace lw::formats
