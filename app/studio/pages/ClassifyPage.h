// SPDX-License-Identifier: GPL-3.0-or-later
//! Labelling one whole picture after another: the picture large, one key for a label, and on to the next (IM-1).
#pragma once

#include "app/jobs/PictureLoader.h"
#include "app/studio/Page.h"
#include "app/studio/canvas/SampleWalk.h"
#include "app/studio/canvas/Stopwatch.h"
#include "app/studio/canvas/ToDoList.h"
#include "app/studio/labels/LabelKeys.h"
#include "app/studio/labels/LabelSwitches.h"
#include "models/document/SampleDocument.h"
#include "models/domain/Dataset.h"

#include <functional>
#include <memory>
#include <vector>

class QSplitter;

namespace lw::canvas {
class CanvasView;
}
namespace lw::panels {
class LabelPanel;
}

namespace lw::studio {

class CanvasHeader;
class CanvasStatus;
class Filmstrip;
class HistoryFlows;
class LabelFlows;
class LabelLine;
struct SampleList;

class ClassifyPage final : public Page {
    Q_OBJECT

public:
    ClassifyPage(AppContext& context, domain::DatasetId dataset, QWidget* parent = nullptr);
    ~ClassifyPage() override;
    Q_DISABLE_COPY_MOVE(ClassifyPage)

    /// Without a sample: where one was, else the first unlabelled one.
    void open(const Route& route) override;
    void leave() override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool wantsRoom() const override { return true; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void makeCommands();
    void makeSwitches();
    QWidget* makeToolBar();
    QWidget* makeSide();
    void connectParts();
    void connectWalk();
    void connectLabels();
    void showSample(domain::SampleId id);
    void showPicture(const domain::Sample& sample);
    void prefetch();
    void refreshSample();
    void refreshKeys();
    void refreshUndo();
    void useLabel(domain::LabelId label);
    void takeOff(domain::LabelId label);
    /// Runs `action` now, or behind what waits for the disk already, so that the order of keys stays.
    void inTurn(std::function<void()> action);
    /// An edit was made here: undo comes back to it.
    void remember();
    /// To the nearest sample in `wanted`, else in the other state that asks for work.
    void advance(domain::SampleState wanted);
    void openFirst();
    void undo();
    void redo();
    void confirmAndNext();
    void setPartsShown();
    void openMenu(const QPoint& at);
    [[nodiscard]] QString pathOf(const domain::Sample& sample) const;
    [[nodiscard]] QString stateKey(const char* what) const;

    domain::DatasetId m_dataset;
    domain::Dataset m_facts; ///< the dataset's row when the page was opened
    SampleList& m_list;
    document::SampleDocument m_document;
    SampleWalk m_walk;
    ToDoList m_toDo;
    Stopwatch m_stopwatch;
    jobs::PictureLoader m_loader;
    std::unique_ptr<canvas::PictureSource> m_picture; ///< goes before the loader, and after the view let go of it
    LabelSwitches m_switches;
    LabelKeys m_keys;
    QSet<domain::SampleId> m_unsaved;       ///< edited, and the disk has not confirmed it yet
    std::vector<domain::SampleId> m_done;   ///< edited here, the last at the end
    std::vector<domain::SampleId> m_undone; ///< taken back here
    LabelFlows* m_labelFlows;
    HistoryFlows* m_history = nullptr;
    CanvasHeader* m_header = nullptr;
    canvas::CanvasView* m_view = nullptr;
    LabelLine* m_line = nullptr;
    panels::LabelPanel* m_labels = nullptr;
    CanvasStatus* m_status = nullptr;
    Filmstrip* m_filmstrip = nullptr;
    QSplitter* m_splitter = nullptr;
    QWidget* m_side = nullptr;
    QAction* m_back = nullptr;
    QAction* m_next = nullptr;
    QAction* m_previous = nullptr;
    QAction* m_nextUnlabelled = nullptr;
    QAction* m_jump = nullptr;
    QAction* m_hard = nullptr;
    QAction* m_confirm = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_single = nullptr;
    QAction* m_advance = nullptr;
    QAction* m_showStopwatch = nullptr;
    QAction* m_showFilmstrip = nullptr;
    QAction* m_showSide = nullptr;
};

} // namespace lw::studio
