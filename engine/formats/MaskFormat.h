// SPDX-License-Identifier: GPL-3.0-or-later
//! Segmentation as one mask picture per picture, and a map of its colours.
#pragma once

#include "engine/formats/ClassRegions.h"
#include "engine/formats/ColourMap.h"
#include "engine/formats/DatasetFormat.h"
#include "engine/formats/MaskPairs.h"
#include "engine/formats/PicturePlaces.h"

namespace lw::formats {

class ReadSession;

/// `from` is a folder; see pairMasks() for the layouts and readColourMap() for the maps. Each region of a class becomes a
/// mask. A mask picture of numbers counts by its palette if the map knows its colours, else by its numbers; without a map
/// the classes are those of PASCAL VOC in a folder SegmentationClass, else class_1, class_2 …. Colours that the map does
/// not have are reported.
class MaskReader final : public DatasetReader {
public:
    core::Result<ReadSummary> read(const QString& from, const ReadOptions& options, const SampleSink& sink,
                                   core::ProblemList& problems, const core::Control& control) override;

private:
    struct Class {
        QString name; ///< empty: the background, or a name that no label may have
        bool isBad = false;
    };

    void loadMap(const std::vector<std::string>& files, const MaskPairs& pairs, ReadSession& session);
    void takeMask(const std::string& mask, ImportedSample& sample, ReadSession& session);
    /// Class numbers of a picture's colours or numbers; unknown ones are 0 and reported.
    [[nodiscard]] std::vector<int> numbersOf(const QImage& mask, ReadSession& session);
    [[nodiscard]] QHash<QRgb, int> coloursOf(const QImage& mask, ReadSession& session);
    [[nodiscard]] int numberOfIndex(int index);

    std::string m_root;
    std::vector<MaskClass> m_map;
    std::vector<Class> m_classes; ///< by class number; the first is the background
    QHash<QRgb, int> m_byColour;
    QHash<int, int> m_byIndex;
    bool m_hasMap = false;
    ReadSession* m_session = nullptr;
};

/// images/ and masks/ with the same names, below train, val and test where samples have a usage, and labelmap.txt. The
/// masks have a palette: 0 is the background, 1 the first label; with more than 255 labels they have colours only.
class MaskWriter final : public DatasetWriter {
public:
    core::Result<> begin(const QString& folder, const WriteOptions& options) override;
    core::Result<> add(const ImportedSample& sample, core::ProblemList& problems) override;
    [[nodiscard]] QString lastPicture() const override { return m_lastPicture; }
    core::Result<WriteSummary> finish() override;

private:
    StagedFolder m_folder;
    PicturePlaces m_places;
    ClassColours m_colours;
    QString m_lastPicture;
    WriteSummary m_summary;
};

} // namespace lw::formats
