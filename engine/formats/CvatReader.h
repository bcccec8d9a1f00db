// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads "CVAT for images 1.1" XML.
#pragma once

#include "engine/formats/NameIndex.h"
#include "engine/formats/ReadSession.h"

#include <QHash>
#include <QXmlStreamReader>

namespace lw::formats {

/// `from` is a folder with one or more annotation files, or one such file; pictures lie below the file's folder, or
/// below ReadOptions::inputLocation. The file is read as a stream: memory does not grow with it. Pictures of the folder
/// that no file names are unlabelled samples.
class CvatReader final : public DatasetReader {
public:
    core::Result<ReadSummary> read(const QString& from, const ReadOptions& options, const SampleSink& sink,
                                   core::ProblemList& problems, const core::Control& control) override;

private:
    enum class Outcome { Read, Stopped };

    [[nodiscard]] Outcome readFile(const QString& path);
    void readMeta();
    void readLabel();
    void readAttributeMeta(domain::LabelAttribute& attribute);
    void readBones(const QString& svg, domain::Label& label);
    [[nodiscard]] Outcome readImage();
    void readFigure(ImportedSample& sample);
    void readChildren(NamedAnnotation& named);
    void readTag(ImportedSample& sample);
    void readSkeleton(ImportedSample& sample, NamedAnnotation named);
    [[nodiscard]] std::string pictureOf(const QString& name);
    [[nodiscard]] NamedAnnotation common(const QXmlStreamAttributes& attributes);
    [[nodiscard]] std::optional<double> number(const QXmlStreamAttributes& attributes, const char* name);
    [[nodiscard]] std::optional<std::vector<domain::ImagePoint>> points(const QXmlStreamAttributes& attributes);
    [[nodiscard]] qint64 line() const { return m_xml.lineNumber(); }

    ReadSession* m_session = nullptr;
    std::string m_root;
    NameIndex m_pictures;
    NameIndex m_inputPictures;
    QSet<QString> m_seen; ///< pictures, absolute
    QXmlStreamReader m_xml;
    QHash<QString, domain::Label> m_labels;
    QStringList m_names; ///< of m_labels, in the file's order
    QHash<QString, QString> m_parents; ///< of the joints of skeletons
};

} // namespace lw::formats
