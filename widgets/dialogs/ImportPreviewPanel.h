// SPDX-License-Identifier: GPL-3.0-or-later
//! What an import would bring: numbers, first pictures, labels, problems; and where a manifest's pictures are.
#pragma once

#include "widgets/dialogs/ImportFacts.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QStackedWidget;
class QTabWidget;
class QTimer;

namespace lw::common {
class BusyBar;
class EmptyState;
} // namespace lw::common
namespace lw::items {
class ProblemListModel;
}

namespace lw::dialogs {

class LabelMapTable;
class SourceMappingEditor;

class ImportPreviewPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportPreviewPanel)

public:
    explicit ImportPreviewPanel(const ImportFacts& facts, QWidget* parent = nullptr);

    /// No source yet.
    void showNothing();
    /// Something is being looked at; what was found before stays in sight.
    void showReading();
    /// No format was recognised; `looked` are the names of those that were looked for.
    void showUnknown(const QStringList& looked);
    void showFailure(const QString& sentence);
    void setProgress(qint64 done, qint64 total);
    void setFindings(const ImportFindings& findings);
    /// Shows the mapping of this manifest; empty hides it.
    void setMapping(const QString& manifest);

    [[nodiscard]] SourceMappingEditor* mapping() const { return m_mapping; }
    /// LabelMapTable::choices(), taken() and problem().
    [[nodiscard]] QHash<QString, QString> labels() const;
    [[nodiscard]] QStringList labelsToTake() const;
    [[nodiscard]] QString labelProblem() const;

Q_SIGNALS:
    void labelsChanged();

private:
    QWidget* makeNumbers();
    QWidget* makePictures();
    QWidget* makeMapping();
    void showState(const QString& title, const QString& text);
    void showPictures(const std::vector<FoundPicture>& pictures);
    void refreshMapping();

    MappingPreviewer m_previewer;
    bool m_labelsWholeSamples;
    common::BusyBar* m_busy;
    QStackedWidget* m_stack;
    common::EmptyState* m_state;
    QWidget* m_content;
    std::array<QLabel*, 4> m_numbers{}; ///< pictures, objects, labels, problems
    QLabel* m_kinds;
    QLabel* m_warning;
    QTabWidget* m_tabs;
    QListWidget* m_pictures;
    LabelMapTable* m_labels;
    items::ProblemListModel* m_problems;
    QWidget* m_mappingPage;
    SourceMappingEditor* m_mapping;
    QTimer* m_pause; ///< waits until typing pauses
    QString m_manifest;
};

} // namespace lw::dialogs
