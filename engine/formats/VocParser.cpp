// SPDX-License-Identifier: GPL-3.0-or-later
//! VOC documents: the file, its size and what is kept of unknown elements.
#include "engine/formats/VocParser.h"

#include "engine/formats/FileIo.h"
#include "engine/formats/JsonText.h"
#include "engine/formats/TextNumbers.h"
#include "engine/formats/XmlEncoding.h"
#include "engine/formats/XmlExtra.h"

#include <QFile>

#include <algorithm>
#include <cstring>

namespace lw::formats {

using core::ProblemCode;

namespace {

/// True for a <source> that says nothing: a database that is unknown or empty.
bool isPlainSource(pugi::xml_node source)
{
    for (const pugi::xml_node& child : source.children()) {
        const std::string_view text = trimmed(child.child_value());
        if (std::strcmp(child.name(), "database") != 0 || !(text.empty() || text == "Unknown")) {
            return false;
        }
    }
    return true;
}

} // namespace

void VocParser::setTarget(std::optional<domain::DatasetType> type, LabelSink labels)
{
    m_type = type;
    m_labels = std::move(labels);
}

core::Result<> VocParser::refuse(ProblemCode code, qint64 line, const QString& detail)
{
    m_problems->add(code, *m_path, line, detail);
    return core::failure(core::ErrorCode::Malformed, detail, *m_path, line);
}

qint64 VocParser::lineOf(pugi::xml_node node) const
{
    const ptrdiff_t offset = node.offset_debug();
    if (offset < 0 || offset > m_text.size()) {
        return 0;
    }
    return std::count(m_text.begin(), m_text.begin() + offset, '\n') + 1;
}

void VocParser::add(ProblemCode code, pugi::xml_node node, const QString& detail)
{
    // Beyond the list's ceiling nobody sees the line, and counting lines for each of many objects is quadratic.
    const bool isKept = m_problems->count() < core::ProblemList::kMaxKept;
    m_problems->add(code, *m_path, isKept ? lineOf(node) : 0, detail);
}

core::Result<> VocParser::load(QByteArrayView bytes)
{
    if (bytes.isEmpty()) {
        return refuse(ProblemCode::FileEmpty, 0, {});
    }
    if (bytes.size() > kMaxVocBytes) {
        return refuse(ProblemCode::FileTooLarge, 0, QStringLiteral("%1 MB").arg(kMaxVocBytes >> 20));
    }
    if (const auto refusal = xmlToUtf8(bytes, m_converted, m_text)) {
        return refuse(refusal->code, refusal->line, refusal->detail);
    }
    m_scratch.resize(m_text.size());
    std::copy(m_text.begin(), m_text.end(), m_scratch.begin());
    const pugi::xml_parse_result parsed = m_tree.load_buffer_inplace(m_scratch.data(), size_t(m_scratch.size()),
                                                                     pugi::parse_default, pugi::encoding_utf8);
    if (!parsed) {
        const auto until = m_text.begin() + std::clamp<ptrdiff_t>(parsed.offset, 0, m_text.size());
        return refuse(ProblemCode::XmlMalformed, std::count(m_text.begin(), until, '\n') + 1,
                      QString::fromLatin1(parsed.description()));
    }
    if (std::strcmp(m_tree.document_element().name(), "annotation") != 0) {
        return refuse(ProblemCode::XmlNotVoc, lineOf(m_tree.document_element()),
                      QString::fromUtf8(m_tree.document_element().name()).left(80));
    }
    return {};
}

core::Result<VocDocument> VocParser::parse(QByteArrayView bytes, const QString& path, core::ProblemList& problems,
                                           PictureSize real)
{
    m_path = &path;
    m_problems = &problems;
    if (const core::Result<> loaded = load(bytes); !loaded) {
        return core::failure(loaded.error());
    }
    const pugi::xml_node root = m_tree.document_element();
    VocDocument document;
    const bool hasMask = m_type == domain::DatasetType::ImageSegmentation && root.child("mask_source");
    m_maskSource = hasMask ? QString::fromUtf8(root.child("mask_source").child_value()).trimmed() : QString();
    m_mask = QImage();
    m_isMaskRead = false;
    m_maskTaken.clear();
    std::vector<pugi::xml_node> unknown;
    if (const pugi::xml_node size = root.child("size")) {
        readSize(document, size, unknown);
    }
    const PictureSize picture = real.isKnown() ? real : document.size;
    for (const pugi::xml_node& child : root.children()) {
        const std::string_view name = child.name();
        if (name == "object") {
            readObject(document, child, picture);
        } else if (name == "folder") {
            document.folder = QString::fromUtf8(child.child_value());
        } else if (name == "filename") {
            document.fileName = QString::fromUtf8(child.child_value());
        } else if (name == "size" || name == "path" || (hasMask && name == "mask_source") || child.type() != pugi::node_element) {
            continue; // <path> is where the picture lay on somebody's disk
        } else if (name == kJsonElement && trimmed(child.child_value()).starts_with('{')) {
            document.sampleExtra = keep({child}, child);
        } else if (!(name == "source" && isPlainSource(child)) &&
                   !(name == "segmented" && (hasMask || trimmed(child.child_value()) != "1"))) {
            unknown.push_back(child);
        }
    }
    JsonObject extra;
    for (const pugi::xml_attribute& attribute : root.attributes()) {
        const std::string name = attribute.name(); // labelImg's verified="yes"; namespaces say nothing
        if (name.find(':') == std::string::npos && name != "xmlns") {
            extra.addString('@' + name, attribute.value());
        }
    }
    extra.addAll(keep(unknown, root));
    document.extra = extra.take();
    return document;
}

void VocParser::readSize(VocDocument& document, pugi::xml_node element, std::vector<pugi::xml_node>& unknown)
{
    const auto readSide = [&](const char* name) -> int {
        const pugi::xml_node child = element.child(name);
        const std::optional<double> value = parseNumber(child.child_value());
        if (!value || *value < 0 || *value > 1e6) {
            add(child ? ProblemCode::FieldInvalid : ProblemCode::FieldMissing, child ? child : element,
                child ? QString::fromLatin1(name) + u'=' + QString::fromUtf8(child.child_value()).left(80)
                      : QString::fromLatin1(name));
            return 0;
        }
        return static_cast<int>(*value);
    };
    document.size = {readSide("width"), readSide("height")};
    const pugi::xml_node depth = element.child("depth");
    if (depth && trimmed(depth.child_value()) != "3") {
        unknown.push_back(depth);
    }
}

QByteArray VocParser::keep(const std::vector<pugi::xml_node>& elements, pugi::xml_node owner)
{
    if (elements.empty()) {
        return {};
    }
    JsonObject object;
    if (!addElementsAsJson(object, elements)) {
        add(ProblemCode::FieldInvalid, owner, QStringLiteral("nested too deeply"));
    }
    return object.take();
}

bool VocParser::readInto(const QString& path, const char* pathBytes, ImportedSample& sample,
                         core::ProblemList& problems, qint64& skipped)
{
    m_lastReadError = io::readFile(pathBytes, m_file, kMaxVocBytes);
    if (m_lastReadError != 0) {
        problems.add(io::readProblem(m_lastReadError, path));
        return false;
    }
    m_isOnDisk = true;
    core::Result<VocDocument> document = parse(m_file, path, problems, {sample.sample.width, sample.sample.height});
    m_isOnDisk = false;
    if (!document) {
        return false;
    }
    sample.hasAnnotationFile = true;
    skipped += document->skipped;
    const PictureSize real{sample.sample.width, sample.sample.height};
    if (!real.isKnown()) {
        sample.sample.width = document->size.width;
        sample.sample.height = document->size.height;
    } else if (document->size.isKnown() && document->size != real) {
        problems.add(ProblemCode::SizeMismatch, path, lineOf(m_tree.document_element().child("size")),
                     QStringLiteral("%1x%2, %3x%4")
                         .arg(document->size.width)
                         .arg(document->size.height)
                         .arg(real.width)
                         .arg(real.height));
    }
    sample.annotations = std::move(document->annotations);
    if (!document->extra.isEmpty() || !document->sampleExtra.isEmpty()) {
        JsonObject extra;
        extra.addAll(sample.sample.extra);
        extra.addAll(document->sampleExtra);
        if (!document->extra.isEmpty()) {
            extra.addRaw("voc", std::string_view(document->extra.constData(), size_t(document->extra.size())));
        }
        sample.sample.extra = extra.take();
    }
    return true;
}

core::Result<VocDocument> parseVoc(QByteArrayView bytes, const QString& path, core::ProblemList& problems,
                                   PictureSize real)
{
    VocParser parser;
    return parser.parse(bytes, path, problems, real);
}

bool readVocFile(const QString& path, ImportedSample& sample, core::ProblemList& problems, qint64& skipped,
                 std::optional<domain::DatasetType> type)
{
    VocParser parser;
    parser.setTarget(type);
    return parser.readInto(path, QFile::encodeName(path).constData(), sample, problems, skipped);
}

} // namespace lw::formats
