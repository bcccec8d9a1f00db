// SPDX-License-Identifier: GPL-3.0-or-later
//! Asks what to export, in which format and where to (IO-5).
#pragma once

#include "widgets/dialogs/FormDialog.h"
#include "widgets/dialogs/ImportDialog.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QRadioButton;
class QWidget;

namespace lw::dialogs {

enum class ExportScope { Selection, Filter, All };
enum class ExportTarget { Folder, NewDataset };

struct ExportRequest {
    ExportScope scope = ExportScope::All;
    ExportTarget target = ExportTarget::Folder;
    ImportFormat format = ImportFormat::Voc; ///< for a folder
    QString folder;                          ///< absolute; made when absent
    bool withHard = false;
    bool devkitLayout = false; ///< VOC: Annotations, JPEGImages, ImageSets
    QString datasetName;       ///< for a new dataset
    QString inputLocation;     ///< of the new dataset: samples are copied there
    QString outputLocation;    ///< of the new dataset
};

class ExportDialog final : public FormDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportDialog)

public:
    struct Facts {
        qint64 selected = 0;
        qint64 matching = 0; ///< samples that pass the filter
        qint64 total = 0;
        bool isFiltered = false;
        QStringList takenNames; ///< of the project's datasets
        QString suggestedName;  ///< of the dataset, for folders
    };

    ExportDialog(const Facts& facts, QSettings* settings, QWidget* parent = nullptr);

    [[nodiscard]] ExportRequest request() const;
    void setTarget(ExportTarget target);
    void setScope(ExportScope scope);
    /// Says that the coordinates of so many pictures are of the turned picture; nothing for none.
    void setTurnedPictures(qint64 count);

protected:
    void validate() override;
    void rememberChoices() override;

private:
    QWidget* makeScope();
    QWidget* makeTarget();
    void addFolderFields();
    void addDatasetFields();
    void showTarget();
    [[nodiscard]] QString freeFolder(const QString& parent) const;

    Facts m_facts;
    QWidget* m_scopeBox = nullptr;
    QRadioButton* m_selection = nullptr;
    QRadioButton* m_filter = nullptr;
    QRadioButton* m_all = nullptr;
    QRadioButton* m_toFolder = nullptr;
    QRadioButton* m_toDataset = nullptr;
    QComboBox* m_format;
    PathField* m_folder;
    QCheckBox* m_hard;
    QCheckBox* m_devkit;
    QLabel* m_turned;
    QLineEdit* m_name;
    PathField* m_input;
    PathField* m_output;
};

} // namespace lw::dialogs
