// SPDX-License-Identifier: GPL-3.0-or-later
//! What the pages share on which one works on one picture after another: document, walk, loader, header, filmstrip.
#pragma once

#include "app/jobs/PictureLoader.h"
#include "app/studio/Page.h"
#include "app/studio/canvas/SampleWalk.h"
#include "app/studio/canvas/Stopwatch.h"
#include "models/document/SampleDocument.h"
#include "models/domain/Dataset.h"

#include <functional>
#include <memory>

class QSplitter;
class QVBoxLayout;

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
class NextFlows;
class SampleReview;
class SmartRunBar;
struct SampleList;

/// A derived page makes its tool bar and its side, calls assemble() at the end of its constructor and takeDown() in its
/// destructor.
class PicturePage : public Page {
    Q_OBJECT

public:
    PicturePage(AppContext& context, domain::DatasetId dataset, QWidget* parent = nullptr);
    ~PicturePage() override;
    Q_DISABLE_COPY_MOVE(PicturePage)

    /// Without a sample: where one was, else the first unlabelled one.
    void open(const Route& route) override;
    void leave() override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool wantsRoom() const override { return true; }

protected:
    struct Parts {
        QWidget* toolBar = nullptr; ///< left of the picture
        QWidget* line = nullptr;    ///< under the picture; may be null
        QWidget* side = nullptr;    ///< right of everything
        bool hasShapes = false;     ///< objects are labelled, not whole pictures
    };
    /// Makes the actions that both pages have; before the parts that show them.
    void makeCommands();
    void assemble(const Parts& parts);
    /// Lets go of the picture and the views. They follow the document, which would go before them.
    void takeDown();
    /// Connects the menus of the labels' panel.
    void connectLabelFlows(panels::LabelPanel* labels);
    /// A checkable action of the catalogue.
    template <typename Slot> QAction* addSwitch(const QString& id, bool isOn, Slot slot)
    {
        QAction* action = addCommand(id, slot);
        action->setCheckable(true);
        action->setChecked(isOn);
        return action;
    }

    /// Shows the sample unless it is shown already.
    virtual void showSample(domain::SampleId id);
    /// The dataset's row was read anew.
    virtual void factsChanged() {}
    /// The document holds something else: another sample, or an edit.
    virtual void refreshSample();
    /// Files that are worth loading before one asks for them.
    [[nodiscard]] virtual QStringList pathsAhead() const = 0;
    /// Runs `action` now, or behind what must come first.
    virtual void inTurn(std::function<void()> action) { action(); }
    /// The sample was judged or had nothing to judge: to the next one that waits for a person.
    virtual void goOn() = 0;
    /// The sample's labels were changed here, so that undo can come back to it.
    virtual void edited() {}
    /// Goes back to the sample judged last and undoes the answer.
    virtual void takeBack();
    virtual void setHard(bool isHard) = 0;
    virtual void showHistory() = 0;
    virtual void addLabel() = 0;

    void prefetch();
    void refreshStopwatch();
    void setPartsShown();
    [[nodiscard]] domain::DatasetId dataset() const { return m_dataset; }
    [[nodiscard]] QString pathOf(const domain::Sample& sample) const;

    domain::Dataset m_facts; ///< the dataset's row when the page was opened
    SampleList& m_list;
    document::SampleDocument m_document;
    SampleWalk m_walk;
    Stopwatch m_stopwatch;
    jobs::PictureLoader m_loader;
    LabelFlows* m_labelFlows;
    HistoryFlows* m_history;
    NextFlows* m_useful;
    SampleReview* m_review = nullptr;
    canvas::CanvasView* m_view = nullptr;
    CanvasHeader* m_header = nullptr;
    CanvasStatus* m_status = nullptr;
    QAction* m_back = nullptr;
    QAction* m_hard = nullptr;
    QAction* m_confirm = nullptr;

private:
    void readFacts();
    void openFirst();
    void showPicture(const domain::Sample& sample);
    void showPlace();
    void connectDocument();
    void connectView();
    void connectWalk();
    void judge(bool isRight);
    void acceptSelected();
    QWidget* makeReviewBar(bool hasShapes);
    [[nodiscard]] QString stateKey(const char* what) const;

    domain::DatasetId m_dataset;
    std::unique_ptr<canvas::PictureSource> m_picture; ///< goes before the loader, and after the view let go of it
    QSplitter* m_splitter;
    QWidget* m_middle;
    Filmstrip* m_filmstrip = nullptr;
    QWidget* m_side = nullptr;
    QAction* m_next = nullptr;
    QAction* m_previous = nullptr;
    QAction* m_nextUnlabelled = nullptr;
    QAction* m_jump = nullptr;
    QAction* m_smartLabel = nullptr;
    SmartRunBar* m_runBar = nullptr;
    QAction* m_reject = nullptr;
    QAction* m_takeBack = nullptr;
    QAction* m_showStopwatch = nullptr;
    QAction* m_showFilmstrip = nullptr;
    QAction* m_showSide = nullptr;
};

} // namespace lw::studio
