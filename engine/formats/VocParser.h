// SPDX-License-Identifier: GPL-3.0-or-later
//! The VOC parser with what is worth keeping from file to file.
#pragma once

#include "engine/formats/DatasetFormat.h"
#include "engine/formats/StringCache.h"
#include "engine/formats/VocXml.h"

#include <QImage>
#include <QSet>

#include <pugixml.hpp>

namespace lw::formats {

/// parseVoc() for many files: keeps its buffers and the names it has seen. Not thread-safe.
class VocParser {
public:
    VocParser() = default;
    Q_DISABLE_COPY_MOVE(VocParser)

    /// What the objects are for: those that such datasets cannot hold are left out and reported; colours of labels go
    /// to `labels`.
    void setTarget(std::optional<domain::DatasetType> type, LabelSink labels = {});

    /// As parseVoc().
    [[nodiscard]] core::Result<VocDocument> parse(QByteArrayView bytes, const QString& path,
                                                  core::ProblemList& problems, PictureSize real = {});
    /// As readVocFile(). `pathBytes` is `path` in UTF-8.
    bool readInto(const QString& path, const char* pathBytes, ImportedSample& sample, core::ProblemList& problems,
                  qint64& skipped);
    /// errno of the last readInto() that failed to open or read, else 0.
    [[nodiscard]] int lastReadError() const { return m_lastReadError; }

private:
    struct Object;

    [[nodiscard]] core::Result<> load(QByteArrayView bytes);
    core::Result<> refuse(core::ProblemCode code, qint64 line, const QString& detail);
    [[nodiscard]] qint64 lineOf(pugi::xml_node node) const;
    void add(core::ProblemCode code, pugi::xml_node node, const QString& detail = {});
    void readSize(VocDocument& document, pugi::xml_node element, std::vector<pugi::xml_node>& unknown);
    void readObject(VocDocument& document, pugi::xml_node element, PictureSize picture);
    void sortElement(Object& object, pugi::xml_node child);
    bool takeShape(Object& object, pugi::xml_node element, PictureSize picture);
    bool takeName(Object& object, pugi::xml_node element);
    void takeColour(Object& object, pugi::xml_node node);
    bool takeShapeFromMask(Object& object, pugi::xml_node element);
    bool acceptShape(Object& object, domain::Shape&& shape, pugi::xml_node node, PictureSize picture);
    void takeFlag(bool& flag, pugi::xml_node node);
    void takeShare(std::optional<double>& share, pugi::xml_node node);
    void takeAttributes(Object& object, pugi::xml_node list);
    void takeTime(Object& object, pugi::xml_node node);
    [[nodiscard]] QByteArray keep(const std::vector<pugi::xml_node>& elements, pugi::xml_node owner);

    StringCache m_strings;
    pugi::xml_document m_tree;
    QByteArray m_file;      ///< bytes of the file, for readInto()
    QByteArray m_converted; ///< UTF-8 text where the file has another encoding
    QByteArrayView m_text;  ///< the unchanged UTF-8 text, to count lines in
    QByteArray m_scratch;   ///< the text that the parser changes in place
    std::optional<domain::DatasetType> m_type;
    LabelSink m_labels;
    QSet<QString> m_labelsSeen;
    QString m_maskSource;
    QImage m_mask;          ///< of the current file; read when an object has no other shape
    QSet<QRgb> m_maskTaken; ///< colours that objects of the current file have used up
    bool m_isMaskRead = false;
    bool m_isOnDisk = false; ///< m_path is a real file, so what it names can be looked for
    const QString* m_path = nullptr;
    core::ProblemList* m_problems = nullptr;
    int m_lastReadError = 0;
};

} // namespace lw::formats
