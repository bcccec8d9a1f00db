// SPDX-License-Identifier: GPL-3.0-or-later
//! CVAT files to samples, element by element.
#include "engine/formats/CvatReader.h"

#include "engine/formats/FileIo.h"
#include "engine/formats/JsonText.h"
#include "engine/formats/LabelMeShape.h"
#include "engine/formats/ManifestRow.h"
#include "engine/formats/PictureNames.h"
#include "engine/formats/TextNumbers.h"
#include "engine/formats/VocMaskFile.h"

#include <QFile>
#include <QFileInfo>
#include <QStringTokenizer>

#include <algorithm>
#include <cmath>

namespace lw::formats {

using core::ProblemCode;
using domain::ImagePoint;
using domain::Shape;

namespace {

/// Annotations are read in the file's order, then sorted by this.
constexpr std::string_view kLayer = "z_order";

int zOrderOf(const domain::Annotation& annotation)
{
    int order = 0;
    forEachMember(annotation.extra, [&order](std::string_view key, simdjson::dom::element value) {
        order = key == kLayer ? int(numberOf(value).value_or(0)) : order;
    });
    return order;
}

/// The same without the layer, which is the annotation's order from now on.
QByteArray withoutLayer(const QByteArray& extra)
{
    JsonObject kept;
    forEachMember(extra, [&kept](std::string_view key, simdjson::dom::element value) {
        if (key != kLayer) {
            kept.addRaw(key, compactJson(value));
        }
    });
    return kept.take();
}

std::optional<double> toNumber(QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    return parseNumber(std::string_view(utf8.constData(), size_t(utf8.size())));
}

/// The colour in "#0c81b5", 0 for anything else.
domain::Rgb colourOf(const QString& text)
{
    bool isNumber = false;
    const uint value = text.startsWith(u'#') && text.size() == 7 ? text.mid(1).toUInt(&isNumber, 16) : 0;
    return isNumber ? 0xff000000U | value : 0;
}

bool isXml(std::string_view name)
{
    return hasPictureSuffix(name) || hasXmlSuffix(name);
}

/// Run lengths of rows through the box, outside first: the same as ours, but for a last run outside and zeros between.
domain::Mask maskOfRle(QStringView rle, const QRect& box)
{
    std::vector<uchar> pixels(size_t(box.width()) * size_t(box.height()), 0);
    size_t at = 0;
    bool isInside = false;
    for (const QStringView part : rle.tokenize(u',')) {
        const std::optional<double> run = toNumber(part);
        if (!run || *run < 0 || *run > double(pixels.size() - at)) {
            return {};
        }
        if (isInside) {
            std::fill_n(pixels.begin() + ptrdiff_t(at), size_t(*run), uchar(1));
        }
        at += size_t(*run);
        isInside = !isInside;
    }
    return domain::Mask::fromPixels(pixels.data(), box.width(), box);
}

/// Turned by `degrees`, clockwise as seen, around its centre.
Shape turned(const QRectF& box, double degrees)
{
    return Shape::rotatedBox({box.center().x(), box.center().y()}, box.width(), box.height(), degrees * M_PI / 180);
}

} // namespace

core::Result<ReadSummary> CvatReader::read(const QString& from, const ReadOptions& options, const SampleSink& sink,
                                           core::ProblemList& problems, const core::Control& control)
{
    ReadSession session(options, sink, problems, control);
    m_session = &session;
    const bool isFile = QFileInfo(from).isFile();
    m_root = (isFile ? QFileInfo(from).path() : from).toStdString();
    const auto listed = io::listFiles(m_root, isXml, problems, control);
    if (!listed) {
        return core::failure(listed.error());
    }
    std::vector<std::string> pictures, files;
    for (const std::string& path : *listed) {
        if (hasPictureSuffix(path)) {
            pictures.push_back(path);
        } else if (!isFile) {
            files.push_back(m_root + '/' + path);
        }
    }
    if (isFile) {
        files.push_back(from.toStdString());
    }
    m_pictures = NameIndex(pictures);
    if (!options.inputLocation.isEmpty() && options.inputLocation.toStdString() != m_root) {
        core::ProblemList ignored; // its own sync reports what is wrong there
        if (auto others = io::listFiles(options.inputLocation.toStdString(), hasPictureSuffix, ignored, control)) {
            m_inputPictures = NameIndex(std::move(*others));
        }
    }
    for (const std::string& file : files) {
        if (readFile(QString::fromStdString(file)) == Outcome::Stopped) {
            return core::failure(core::ErrorCode::Cancelled);
        }
    }
    for (const std::string& picture : pictures) {
        const std::string path = m_root + '/' + picture;
        ImportedSample sample;
        if (isFile || m_seen.contains(QString::fromStdString(path)) || isInMaskFolder(picture) ||
            !session.beginSample(sample, path)) {
            continue;
        }
        if (control.isCancelled() || !session.finishSample(std::move(sample))) {
            return core::failure(core::ErrorCode::Cancelled);
        }
    }
    return session.summary();
}

CvatReader::Outcome CvatReader::readFile(const QString& path)
{
    QFile file(path);
    m_session->setFile(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_session->add(ProblemCode::FileUnreadable, 0, file.errorString());
        return Outcome::Read;
    }
    m_xml.setDevice(&file);
    // Declared entities are what bombs are made of; none is needed here.
    m_xml.setEntityExpansionLimit(0);
    Outcome outcome = Outcome::Read;
    const auto refuse = [this](ProblemCode code, const QString& detail = {}) { m_session->add(code, line(), detail); };
    bool hasEntities = false;
    while (!m_xml.atEnd() && !m_xml.isStartElement() && !hasEntities) {
        m_xml.readNext();
        hasEntities = m_xml.isDTD() && !m_xml.entityDeclarations().isEmpty();
    }
    if (hasEntities || !m_xml.isStartElement()) {
        refuse(hasEntities ? ProblemCode::XmlEntities : ProblemCode::XmlMalformed, m_xml.errorString());
        m_xml.clear();
        return outcome;
    }
    if (m_xml.name() != QLatin1String("annotations")) {
        refuse(ProblemCode::TypeUnknown, m_xml.name().toString().left(80));
        m_xml.clear();
        return outcome;
    }
    while (outcome == Outcome::Read && m_xml.readNextStartElement()) {
        if (!m_session->step(file.pos(), file.size())) {
            outcome = Outcome::Stopped;
        } else if (m_xml.name() == QLatin1String("meta")) {
            readMeta();
        } else if (m_xml.name() == QLatin1String("image")) {
            outcome = readImage();
        } else {
            if (m_xml.name() == QLatin1String("track")) {
                refuse(ProblemCode::TypeMismatch, QStringLiteral("track"));
                ++m_session->summary().skippedAnnotations;
            }
            m_xml.skipCurrentElement();
        }
    }
    if (m_xml.hasError() && outcome == Outcome::Read) {
        refuse(ProblemCode::XmlMalformed, m_xml.errorString());
    }
    m_xml.clear();
    return outcome;
}

/// <meta> holds a task or a project or a job, each with <labels>.
void CvatReader::readMeta()
{
    int depth = 1;
    while (depth > 0 && !m_xml.atEnd()) {
        const QXmlStreamReader::TokenType token = m_xml.readNext();
        if (token == QXmlStreamReader::StartElement && m_xml.name() == QLatin1String("label")) {
            readLabel();
        } else if (token == QXmlStreamReader::StartElement) {
            ++depth;
        } else if (token == QXmlStreamReader::EndElement) {
            --depth;
        }
    }
    // Joints are labels of their own with a parent; they come after it.
    for (const QString& name : std::as_const(m_names)) {
        if (!m_parents.contains(name) && domain::isValidLabelName(name)) {
            m_session->declare(m_labels.value(name));
        }
    }
}

void CvatReader::readLabel()
{
    domain::Label label;
    label.colour = 0;
    QString parent;
    QString svg;
    while (m_xml.readNextStartElement()) {
        const QStringView name = m_xml.name();
        if (name == QLatin1String("name")) {
            label.name = m_xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
        } else if (name == QLatin1String("color")) {
            label.colour = colourOf(m_xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed());
        } else if (name == QLatin1String("parent")) {
            parent = m_xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
        } else if (name == QLatin1String("svg")) {
            svg = m_xml.readElementText(QXmlStreamReader::SkipChildElements);
        } else if (name == QLatin1String("attributes")) {
            while (m_xml.readNextStartElement()) {
                domain::LabelAttribute attribute;
                readAttributeMeta(attribute);
                if (!attribute.name.isEmpty()) {
                    label.attributes.push_back(std::move(attribute));
                }
            }
        } else {
            m_xml.skipCurrentElement();
        }
    }
    readBones(svg, label);
    if (!parent.isEmpty()) {
        m_parents.insert(label.name, parent);
    } else if (!label.name.isEmpty()) {
        if (!m_labels.contains(label.name)) {
            m_names.append(label.name);
        }
        m_labels.insert(label.name, label);
    }
}

void CvatReader::readAttributeMeta(domain::LabelAttribute& attribute)
{
    bool isChoice = true;
    QString values;
    while (m_xml.readNextStartElement()) {
        const QString element = m_xml.name().toString();
        const QString text = m_xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
        if (element == QLatin1String("name")) {
            attribute.name = text;
        } else if (element == QLatin1String("input_type")) {
            isChoice = text == QLatin1String("select") || text == QLatin1String("radio");
        } else if (element == QLatin1String("values")) {
            values = text;
        }
        if (element == QLatin1String("input_type") && text == QLatin1String("checkbox")) {
            attribute.values = QStringList{QStringLiteral("true"), QStringLiteral("false")};
        }
    }
    if (isChoice) {
        attribute.values = values.split(u'\n', Qt::SkipEmptyParts);
    }
}

/// The drawing of a skeleton: a circle for each joint, a line for each bone.
void CvatReader::readBones(const QString& svg, domain::Label& label)
{
    if (svg.isEmpty()) {
        return;
    }
    QXmlStreamReader drawing(QString(QLatin1String("<svg>") + svg + QLatin1String("</svg>")));
    drawing.setEntityExpansionLimit(0);
    QStringList ids;
    std::vector<std::pair<QString, QString>> edges;
    while (!drawing.atEnd()) {
        if (drawing.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        const QXmlStreamAttributes attributes = drawing.attributes();
        if (drawing.name() == QLatin1String("circle")) {
            ids.append(attributes.value(QLatin1String("data-node-id")).toString());
            label.skeleton.joints.append(attributes.value(QLatin1String("data-label-name")).toString());
        } else if (drawing.name() == QLatin1String("line")) {
            edges.emplace_back(attributes.value(QLatin1String("data-node-from")).toString(),
                               attributes.value(QLatin1String("data-node-to")).toString());
        }
    }
    for (const auto& [from, to] : edges) {
        const qsizetype a = ids.indexOf(from), b = ids.indexOf(to);
        if (a >= 0 && b >= 0) {
            label.skeleton.bones.emplace_back(int(a), int(b));
        }
    }
}

CvatReader::Outcome CvatReader::readImage()
{
    const QXmlStreamAttributes attributes = m_xml.attributes();
    const QString name = attributes.value(QLatin1String("name")).toString();
    const std::string picture = pictureOf(name);
    ImportedSample sample;
    bool isGood = !picture.empty();
    if (!isGood) {
        m_session->add(ProblemCode::FileMissing, line(), name.left(300));
        ++m_session->summary().skippedSamples;
    } else if (m_seen.contains(QString::fromStdString(picture))) {
        m_session->add(ProblemCode::FileDuplicate, line(), name.left(300));
        ++m_session->summary().skippedSamples;
        isGood = false;
    } else {
        m_seen.insert(QString::fromStdString(picture));
        isGood = m_session->beginSample(sample, picture);
    }
    if (!isGood) {
        m_xml.skipCurrentElement();
        return Outcome::Read;
    }
    sample.hasAnnotationFile = true;
    const auto side = [&](const char* key) {
        return int(std::clamp(toNumber(attributes.value(QLatin1String(key))).value_or(0), 0.0, 1e6));
    };
    m_session->settleSize(sample, {side("width"), side("height")}, line());
    JsonObject kept;
    const QString subset = attributes.value(QLatin1String("subset")).toString();
    sample.sample.usage = usageFromWord(subset);
    if (sample.sample.usage == domain::SampleUsage::None && !subset.isEmpty() && subset != QLatin1String("default")) {
        appendJsonString(kept.member("subset"), subset);
    }
    for (const char* key : {"id", "task_id", "job_id", "camera"}) {
        const QStringView value = attributes.value(QLatin1String(key));
        if (!value.isEmpty() && qstrcmp(key, "id") != 0) {
            appendJsonString(kept.member(key), value.toString());
        }
    }
    if (!kept.isEmpty()) {
        const QByteArray json = kept.take();
        JsonObject extra;
        extra.addRaw("cvat", std::string_view(json.constData(), size_t(json.size())));
        sample.sample.extra = extra.take();
    }
    while (m_xml.readNextStartElement()) {
        if (m_xml.name() == QLatin1String("tag")) {
            readTag(sample);
        } else {
            readFigure(sample);
        }
    }
    std::stable_sort(sample.annotations.begin(), sample.annotations.end(),
                     [](const NamedAnnotation& a, const NamedAnnotation& b) {
                         return zOrderOf(a.annotation) < zOrderOf(b.annotation);
                     });
    joinGroups(sample.annotations);
    for (NamedAnnotation& named : sample.annotations) {
        named.annotation.extra = withoutLayer(named.annotation.extra);
    }
    return m_session->finishSample(std::move(sample)) ? Outcome::Read : Outcome::Stopped;
}

std::string CvatReader::pictureOf(const QString& name)
{
    std::string named = name.toStdString();
    std::replace(named.begin(), named.end(), '\\', '/');
    if (named.empty()) {
        return {};
    }
    if (const std::string* found = m_pictures.find(named)) {
        return m_root + '/' + *found;
    }
    const std::string* found = m_inputPictures.find(named);
    return found != nullptr ? m_session->options().inputLocation.toStdString() + '/' + *found : std::string();
}

NamedAnnotation CvatReader::common(const QXmlStreamAttributes& attributes)
{
    NamedAnnotation named;
    named.label = attributes.value(QLatin1String("label")).toString().trimmed();
    domain::Annotation& annotation = named.annotation;
    annotation.isOccluded = attributes.value(QLatin1String("occluded")) == QLatin1String("1");
    JsonObject extra;
    for (const char* key : {"source", "z_order", "group_id"}) {
        const QString value = attributes.value(QLatin1String(key)).toString();
        const bool isUsual = value.isEmpty() || (qstrcmp(key, "source") == 0 ? value == QLatin1String("manual")
                                                                             : value == QLatin1String("0"));
        bool isNumber = false;
        const int number = qstrcmp(key, "group_id") == 0 ? value.toInt(&isNumber) : 0;
        if (isNumber && number != 0) {
            extra.addRaw(key, QByteArray::number(number).toStdString()); // as LabelMe has it
        } else if (!isUsual) {
            appendJsonString(extra.member(key), value);
        }
    }
    annotation.extra = extra.take();
    return named;
}

std::optional<double> CvatReader::number(const QXmlStreamAttributes& attributes, const char* name)
{
    const QStringView text = attributes.value(QLatin1String(name));
    const std::optional<double> value = toNumber(text);
    if (!value) {
        m_session->add(text.isEmpty() ? ProblemCode::FieldMissing : ProblemCode::FieldInvalid, line(),
                       text.isEmpty() ? QString::fromLatin1(name)
                                      : QString(QString::fromLatin1(name) + u'=' + text.left(80).toString()));
    }
    return value;
}

std::optional<std::vector<ImagePoint>> CvatReader::points(const QXmlStreamAttributes& attributes)
{
    std::vector<ImagePoint> points;
    const QStringView text = attributes.value(QLatin1String("points"));
    for (const QStringView pair : text.tokenize(u';', Qt::SkipEmptyParts)) {
        const qsizetype comma = pair.indexOf(u',');
        const std::optional<double> x = comma < 0 ? std::nullopt : toNumber(pair.left(comma));
        const std::optional<double> y = comma < 0 ? std::nullopt : toNumber(pair.mid(comma + 1));
        if (!x || !y) {
            m_session->add(ProblemCode::FieldInvalid, line(), QString(QStringLiteral("points=") + text.left(80).toString()));
            return std::nullopt;
        }
        points.push_back({*x, *y});
    }
    return points;
}

void CvatReader::readTag(ImportedSample& sample)
{
    const qint64 at = line();
    NamedAnnotation named = common(m_xml.attributes());
    named.annotation.shape = Shape::wholeSample();
    readChildren(named);
    m_session->addAnnotation(sample, std::move(named), at);
}

/// <attribute name="…">value</attribute>; the marks that we keep apart go to their places.
void CvatReader::readChildren(NamedAnnotation& named)
{
    domain::Annotation& annotation = named.annotation;
    while (m_xml.readNextStartElement()) {
        if (m_xml.name() != QLatin1String("attribute")) {
            m_xml.skipCurrentElement();
            continue;
        }
        const QString name = m_xml.attributes().value(QLatin1String("name")).toString();
        const QString value = m_xml.readElementText(QXmlStreamReader::SkipChildElements);
        const bool isYes = value == QLatin1String("true");
        if (name == QLatin1String("pose")) {
            annotation.pose = value;
        } else if (name == QLatin1String("difficult") && (isYes || value == QLatin1String("false"))) {
            annotation.isDifficult = isYes;
        } else if (name == QLatin1String("truncated") && (isYes || value == QLatin1String("false"))) {
            annotation.isTruncated = isYes;
        } else if (!name.isEmpty()) {
            annotation.attributes.insert(name, value);
        }
    }
}

void CvatReader::readFigure(ImportedSample& sample)
{
    const QXmlStreamAttributes a = m_xml.attributes();
    const QString type = m_xml.name().toString();
    const qint64 at = line();
    NamedAnnotation named = common(a);
    if (type == QLatin1String("skeleton")) {
        return readSkeleton(sample, std::move(named));
    }
    const double rotation = toNumber(a.value(QLatin1String("rotation"))).value_or(0);
    std::vector<Shape> shapes;
    bool isRead = true;
    if (type == QLatin1String("box")) {
        const auto left = number(a, "xtl"), top = number(a, "ytl"), right = number(a, "xbr"), bottom = number(a, "ybr");
        isRead = left && top && right && bottom;
        if (isRead) {
            const Shape box = Shape::box({*left, *top}, {*right, *bottom});
            shapes.push_back(rotation == 0 ? box : turned(box.boundingRect(), rotation));
        }
    } else if (type == QLatin1String("ellipse")) {
        const auto cx = number(a, "cx"), cy = number(a, "cy"), rx = number(a, "rx"), ry = number(a, "ry");
        isRead = cx && cy && rx && ry;
        if (isRead) {
            shapes.push_back(Shape::ellipse({*cx, *cy}, *rx, *ry, rotation * M_PI / 180));
        }
    } else if (type == QLatin1String("mask")) {
        const auto left = number(a, "left"), top = number(a, "top"), width = number(a, "width"),
                   height = number(a, "height");
        isRead = left && top && width && height && *width > 0 && *height > 0 && *width * *height <= 5e8;
        if (isRead) {
            shapes.push_back(Shape::fromMask(
                maskOfRle(a.value(QLatin1String("rle")), {int(*left), int(*top), int(*width), int(*height)})));
            isRead = !shapes.back().mask.isEmpty();
        }
        if (!isRead) {
            m_session->add(ProblemCode::FieldInvalid, at, QStringLiteral("rle"));
        }
    } else if (type == QLatin1String("polygon") || type == QLatin1String("polyline") ||
               type == QLatin1String("points")) {
        auto read = points(a);
        isRead = read.has_value();
        if (isRead && type == QLatin1String("polygon")) {
            shapes.push_back(Shape::polygon(*std::move(read)));
        } else if (isRead && type == QLatin1String("polyline")) {
            shapes.push_back(Shape::polyline(*std::move(read)));
        } else if (isRead) {
            std::transform(read->begin(), read->end(), std::back_inserter(shapes), &Shape::point);
        }
    } else {
        m_session->add(ProblemCode::TypeUnknown, at, type.left(80));
        isRead = false;
    }
    if (!isRead) {
        ++m_session->summary().skippedAnnotations;
        m_xml.skipCurrentElement();
        return;
    }
    readChildren(named);
    for (Shape& shape : shapes) {
        NamedAnnotation one = named;
        one.annotation.shape = std::move(shape);
        m_session->addAnnotation(sample, std::move(one), at);
    }
}

/// The joints are <points> of their own; they come in the order of the label's layout, whatever theirs is.
void CvatReader::readSkeleton(ImportedSample& sample, NamedAnnotation named)
{
    const qint64 at = line();
    std::vector<std::pair<QString, std::pair<ImagePoint, domain::JointVisibility>>> joints;
    bool isRead = true;
    while (m_xml.readNextStartElement()) {
        const QXmlStreamAttributes a = m_xml.attributes();
        if (m_xml.name() == QLatin1String("points")) {
            const auto read = points(a);
            isRead = isRead && read && read->size() == 1;
            const domain::JointVisibility seen = a.value(QLatin1String("outside")) == QLatin1String("1")
                                                     ? domain::JointVisibility::Absent
                                                 : a.value(QLatin1String("occluded")) == QLatin1String("1")
                                                     ? domain::JointVisibility::Hidden
                                                     : domain::JointVisibility::Visible;
            if (isRead) {
                joints.push_back({a.value(QLatin1String("label")).toString(), {read->front(), seen}});
            }
            m_xml.skipCurrentElement();
        } else if (m_xml.name() == QLatin1String("attribute")) {
            const QString name = a.value(QLatin1String("name")).toString();
            named.annotation.attributes.insert(name, m_xml.readElementText(QXmlStreamReader::SkipChildElements));
        } else {
            m_xml.skipCurrentElement();
        }
    }
    const QStringList layout = m_labels.value(named.label).skeleton.joints;
    std::stable_sort(joints.begin(), joints.end(), [&layout](const auto& a, const auto& b) {
        return layout.indexOf(a.first) < layout.indexOf(b.first);
    });
    if (!isRead || joints.empty()) {
        m_session->add(ProblemCode::ShapeTooFewPoints, at, QString::number(joints.size()));
        ++m_session->summary().skippedAnnotations;
        return;
    }
    Shape& shape = named.annotation.shape;
    shape = Shape::skeleton({}, {});
    for (const auto& [name, joint] : joints) {
        shape.points.push_back(joint.first);
        shape.visibility.push_back(joint.second);
    }
    m_session->addAnnotation(sample, std::move(named), at);
}

} // namespace lw::formats
