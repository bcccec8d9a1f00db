// SPDX-License-Identifier: GPL-3.0-or-later
//! Writes "CVAT for images 1.1".
#pragma once

#include "engine/formats/DatasetFormat.h"
#include "engine/formats/FileIo.h"
#include "engine/formats/PicturePlaces.h"

#include <QHash>

namespace lw::formats {

/// <folder>/annotations.xml and <folder>/images/ with copies of the pictures. Written as a stream.
class CvatWriter final : public DatasetWriter {
public:
    core::Result<> begin(const QString& folder, const WriteOptions& options) override;
    core::Result<> add(const ImportedSample& sample, core::ProblemList& problems) override;
    [[nodiscard]] QString lastPicture() const override { return m_lastPicture; }
    core::Result<WriteSummary> finish() override;

private:
    [[nodiscard]] core::Result<> flush();
    void appendMeta();
    void appendLabel(const domain::Label& label);
    void appendImage(const ImportedSample& sample, const std::string& name);
    void appendFigure(const NamedAnnotation& named, int layer, int& freeGroup);
    void appendChildren(const domain::Annotation& annotation);
    void appendJoints(const NamedAnnotation& named, int layer);

    WriteOptions m_options;
    StagedFolder m_folder;
    PicturePlaces m_places;
    QHash<QString, QStringList> m_joints; ///< names by label
    QString m_lastPicture;
    QByteArray m_xml; ///< not yet written
    io::OutputFile m_file;
    WriteSummary m_summary;
};

} // namespace lw::formats
