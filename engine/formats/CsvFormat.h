// SPDX-License-Identifier: GPL-3.0-or-later
//! Labels and boxes as CSV.
#pragma once

#include "engine/formats/CsvColumns.h"
#include "engine/formats/DatasetFormat.h"
#include "engine/formats/FileIo.h"
#include "engine/formats/NearestFile.h"
#include "engine/formats/PictureFinder.h"
#include "engine/formats/PicturePlaces.h"

#include <QHash>

#include <array>
#include <optional>

namespace lw::formats {

class ReadSession;

/// `from` is a CSV file or a folder with some; see columnsOf() for the columns. A row is an object, or the labels of a
/// picture (separated by ';' or '|'); rows of one picture may stand anywhere. Numbers that are all from 0 to 1 are shares
/// of the picture's size. Columns with other names become attributes. Pictures of the folder that no row names go in
/// without annotations.
class CsvReader final : public DatasetReader {
public:
    core::Result<ReadSummary> read(const QString& from, const ReadOptions& options, const SampleSink& sink,
                                   core::ProblemList& problems, const core::Control& control) override;

private:
    /// One row, as far as it is understood without its picture.
    struct Row {
        int file = 0;
        qint64 line = 0;
        QString labels;
        std::optional<std::array<double, 4>> box; ///< left, top, right, bottom
        NamedAnnotation rest;                     ///< everything but label and shape
    };
    struct Picture {
        std::string path;
        domain::SampleUsage usage = domain::SampleUsage::None;
        int width = 0;
        int height = 0;
        std::vector<Row> rows;
    };

    [[nodiscard]] bool readFile(const std::string& path, ReadSession& session);
    void takeRow(const CsvColumns& columns, const std::vector<std::string>& cells, qint64 line, ReadSession& session);
    [[nodiscard]] std::optional<std::string> findPicture(std::string_view name);
    [[nodiscard]] Row rowOf(const CsvColumns& columns, const std::vector<std::string>& cells, qint64 line,
                            ReadSession& session) const;
    [[nodiscard]] bool finishPicture(Picture& picture, ReadSession& session);
    void takeAnnotations(Row& row, ImportedSample& sample, ReadSession& session);

    std::string m_root;
    QStringList m_files; ///< CSV files, by Row::file
    std::vector<bool> m_areShares;
    std::optional<PictureFinder> m_finder;
    std::vector<std::string> m_pictureNames; ///< relative to the root
    FilesByName m_stems;                     ///< of m_pictureNames
    double m_largest = 0;                    ///< of the boxes' numbers of the file that is read
    bool m_hasFractions = false;
    std::vector<Picture> m_pictures;
    QHash<QString, size_t> m_numbers; ///< of m_pictures, by path
    domain::SampleUsage m_fileUsage = domain::SampleUsage::None;
};

/// annotations.csv and the pictures in images/.
class CsvWriter final : public DatasetWriter {
public:
    core::Result<> begin(const QString& folder, const WriteOptions& options) override;
    core::Result<> add(const ImportedSample& sample, core::ProblemList& problems) override;
    [[nodiscard]] QString lastPicture() const override { return m_lastPicture; }
    core::Result<WriteSummary> finish() override;

private:
    void appendRow(const std::string& place, const QString& labels, const domain::Annotation& annotation,
                   domain::SampleUsage usage);
    void appendLabels(const std::string& place, const ImportedSample& sample,
                      const std::vector<const NamedAnnotation*>& ordered);
    core::Result<> flush();

    StagedFolder m_folder;
    PicturePlaces m_places;
    io::OutputFile m_file;
    QByteArray m_text;
    bool m_hasBoxes = false;
    QString m_lastPicture;
    WriteSummary m_summary;
};

} // namespace lw::formats
