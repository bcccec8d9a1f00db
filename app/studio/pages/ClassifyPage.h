// SPDX-License-Identifier: GPL-3.0-or-later
//! Labelling one whole picture after another: the picture large, one key for a label, and on to the next (IM-1).
#pragma once

#include "app/studio/canvas/ToDoList.h"
#include "app/studio/labels/LabelKeys.h"
#include "app/studio/labels/LabelSwitches.h"
#include "app/studio/pages/PicturePage.h"

#include <functional>
#include <vector>

namespace lw::studio {

class LabelLine;

class ClassifyPage final : public PicturePage {
    Q_OBJECT

public:
    ClassifyPage(AppContext& context, domain::DatasetId dataset, QWidget* parent = nullptr);
    ~ClassifyPage() override;
    Q_DISABLE_COPY_MOVE(ClassifyPage)

    void open(const Route& route) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showSample(domain::SampleId id) override;
    void refreshSample() override;
    [[nodiscard]] QStringList pathsAhead() const override;
    /// Behind what waits for the disk already, so that the order of keys stays.
    void inTurn(std::function<void()> action) override;
    void goOn() override;
    void edited() override { remember(); }
    void takeBack() override;
    void setHard(bool isHard) override;
    void showHistory() override;
    void addLabel() override;

private:
    void makeSwitches();
    QWidget* makeToolBar();
    QWidget* makeSide();
    void connectParts();
    void connectLabels();
    void refreshKeys();
    void refreshUndo();
    void useLabel(domain::LabelId label);
    void takeOff(domain::LabelId label);
    /// An edit was made here: undo comes back to it.
    void remember();
    /// To the nearest sample in `wanted`, else in the other state that asks for work.
    void advance(domain::SampleState wanted);
    void undo();
    void redo();
    void openMenu(const QPoint& at);

    ToDoList m_toDo;
    LabelSwitches m_switches;
    LabelKeys m_keys;
    QSet<domain::SampleId> m_unsaved;       ///< edited, and the disk has not confirmed it yet
    std::vector<domain::SampleId> m_done;   ///< edited here, the last at the end
    std::vector<domain::SampleId> m_undone; ///< taken back here
    LabelLine* m_line = nullptr;
    panels::LabelPanel* m_labels = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_single = nullptr;
    QAction* m_advance = nullptr;
};

} // namespace lw::studio
