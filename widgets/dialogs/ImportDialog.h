// SPDX-License-Identifier: GPL-3.0-or-later
//! Asks what to import, from where and how; shows where a manifest's sources are found before anything is read.
#pragma once

#include "widgets/dialogs/FormDialog.h"

#include <functional>
#include <vector>

class QCheckBox;
class QLineEdit;
class QRadioButton;
class QTimer;

namespace lw::dialogs {

class PathField;
class SourceMappingEditor;

enum class ImportFormat { Voc, Manifest };

/// "Sources that begin with `prefix` lie in `folder`."
struct SourceRule {
    QString prefix;
    QString folder;

    bool operator==(const SourceRule&) const = default;
};

struct ImportRequest {
    ImportFormat format = ImportFormat::Voc;
    QString from;                  ///< absolute folder (VOC; the annotations' when two are given) or file (manifest)
    QString annotationFolder;      ///< VOC, when given apart; else empty
    QString pictureFolder;         ///< VOC, when given apart; else empty
    std::vector<SourceRule> rules; ///< manifest
    bool copyFiles = false;        ///< into the input location
    bool withLabels = true;
    bool hardOnly = false;
    QStringList labelsToTake; ///< empty: all
};

/// One source of the manifest and where it is.
struct SourcePreview {
    QString source;
    QString file; ///< absolute path, empty when not found
    QString way;  ///< how it was found or why not, in words
};

struct MappingPreview {
    std::vector<SourcePreview> rows; ///< the first of the manifest
    qint64 found = 0;                ///< among `rows`
    QString error;                   ///< a sentence when the manifest cannot be read
};

/// Looks at the first rows of a manifest; quick enough for the window's thread (some tens of rows).
using MappingPreviewer = std::function<MappingPreview(const QString& manifest, const std::vector<SourceRule>& rules)>;

class ImportDialog final : public FormDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportDialog)

public:
    /// `datasetName` for the introduction, `inputLocation` as the first folder offered.
    ImportDialog(const QString& datasetName, const QString& inputLocation, MappingPreviewer previewer,
                 QSettings* settings, QWidget* parent = nullptr);

    [[nodiscard]] ImportRequest request() const;
    void setFormat(ImportFormat format);
    void setFrom(const QString& path);

protected:
    void validate() override;
    void rememberChoices() override;

private:
    QWidget* makeFormatChoice();
    void addVocPart();
    void addOptions();
    void showFormat();
    void refreshPreview();
    [[nodiscard]] ImportFormat format() const;

    MappingPreviewer m_previewer;
    QRadioButton* m_voc;
    QRadioButton* m_manifest;
    PathField* m_from;
    QCheckBox* m_isPair;
    PathField* m_annotations;
    PathField* m_pictures;
    SourceMappingEditor* m_mapping;
    QCheckBox* m_copy;
    QCheckBox* m_withLabels;
    QCheckBox* m_hardOnly;
    QLineEdit* m_labels;
    QTimer* m_preview; ///< waits until typing pauses
};

} // namespace lw::dialogs
