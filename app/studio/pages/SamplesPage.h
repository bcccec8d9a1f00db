// SPDX-License-Identifier: GPL-3.0-or-later
//! The samples of a dataset: tabs, filters, gallery, selection, labels (AN-1, AN-3 to AN-6).
#pragma once

#include "app/studio/Page.h"
#include "models/domain/SampleFilter.h"
#include "models/store/SampleRepository.h"

#include <QTimer>

class QPushButton;
class QSplitter;
class QStackedWidget;

namespace lw::common {
class EmptyState;
class BusyBar;
} // namespace lw::common
namespace lw::gallery {
class FilterBar;
class GalleryView;
class SelectionBar;
class StateTabs;
} // namespace lw::gallery
namespace lw::panels {
class LabelPanel;
class SelectionLabelPanel;
} // namespace lw::panels

namespace lw::studio {

class BatchFlows;
class ConfirmFlows;
class DatasetFlows;
class GalleryLabelling;
class HistoryFlows;
class LabelFlows;
class OutputFlows;
class SimilarFlows;
class SmartTools;
struct SampleList;

class SamplesPage final : public Page {
    Q_OBJECT

public:
    SamplesPage(AppContext& context, domain::DatasetId dataset, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(SamplesPage)

    void open(const Route& route) override;
    void leave() override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool takesFiles() const override { return true; }
    void takeFiles(const QStringList& paths) override;

private:
    QWidget* makeHead();
    QWidget* makeMain();
    QWidget* makeSide();
    void makeGallery(QWidget* parent);
    void connectGallery();
    void connectSelection();
    bool labelsWholeSamples();
    void connectLabels();
    void connectSmart();
    void makeCommands();
    void restoreView();
    void runQuery();
    void showCounters();
    void showResult(qint64 count);
    void selectionChanged();
    void countLabels();
    void showUse(qint64 samples);
    void openSample(domain::SampleId id);
    void openMenu(domain::SampleId id, const QPoint& globalPosition);
    void markHard(bool isHard);
    void replaceLabel();
    void replaceLabel(domain::LabelId from, std::optional<domain::LabelId> to);
    void refreshUndo();
    void exportSamples();
    [[nodiscard]] QString stateKey(const char* what) const;
    [[nodiscard]] QString inputLocation() const;

    domain::DatasetId m_dataset;
    SampleList& m_list;
    DatasetFlows* m_flows;
    OutputFlows* m_outputs;
    LabelFlows* m_labelFlows;
    SimilarFlows* m_similar;
    BatchFlows* m_batches;
    ConfirmFlows* m_confirms;
    SmartTools* m_smart;
    HistoryFlows* m_history = nullptr;
    GalleryLabelling* m_labelling = nullptr; ///< null where shapes are labelled
    gallery::StateTabs* m_tabs = nullptr;
    gallery::FilterBar* m_filters = nullptr;
    gallery::GalleryView* m_gallery = nullptr;
    gallery::SelectionBar* m_selection = nullptr;
    panels::LabelPanel* m_labels = nullptr;
    panels::SelectionLabelPanel* m_use = nullptr;
    QStackedWidget* m_stack = nullptr;
    common::EmptyState* m_empty = nullptr;
    common::EmptyState* m_nothing = nullptr;
    QPushButton* m_showAll = nullptr; ///< in m_nothing
    common::BusyBar* m_busy = nullptr;
    QSplitter* m_splitter = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QTimer m_countSoon;
    QTimer m_counterSoon;
    std::vector<store::LabelUse> m_labelUse; ///< of the selection
    qint64 m_countSerial = 0;                ///< answers to older questions are dropped
};

} // namespace lw::studio
