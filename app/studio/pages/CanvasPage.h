// SPDX-License-Identifier: GPL-3.0-or-later
//! Annotating one picture after another: canvas, tools, objects, labels, filmstrip.
#pragma once

#include "app/jobs/EngineVision.h"
#include "app/jobs/PictureLoader.h"
#include "app/studio/Page.h"
#include "app/studio/canvas/SampleWalk.h"
#include "app/studio/canvas/Stopwatch.h"
#include "models/document/SampleDocument.h"
#include "models/domain/Dataset.h"

#include <memory>

class QSplitter;

namespace lw::canvas {
class CanvasActions;
class CanvasView;
} // namespace lw::canvas
namespace lw::panels {
class LabelPanel;
class ObjectPanel;
} // namespace lw::panels

namespace lw::studio {

class CanvasHeader;
class CanvasStatus;
class Filmstrip;
class HistoryFlows;
class LabelFlows;
struct SampleList;

class CanvasPage final : public Page {
    Q_OBJECT

public:
    CanvasPage(AppContext& context, domain::DatasetId dataset, QWidget* parent = nullptr);
    ~CanvasPage() override;
    Q_DISABLE_COPY_MOVE(CanvasPage)

    /// Without a sample: where one was, else the first unlabelled one.
    void open(const Route& route) override;
    void leave() override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool wantsRoom() const override { return true; }

private:
    void build();
    void makeCommands();
    void bindKeys();
    QWidget* makeSide();
    void connectCanvas();
    void connectWalk();
    void connectPanels();
    void showSample(domain::SampleId id);
    void showPicture(const domain::Sample& sample);
    void prefetch();
    void refreshHeader();
    void refreshPlace();
    void refreshHint();
    void refreshShape();
    void applyAllowedShapes();
    void shapeAdded(domain::ShapeKind kind);
    void openFirst();
    void confirmAndNext();
    void showHistory(std::optional<domain::AnnotationId> annotation);
    void repeatPrevious();
    void setHard(bool isHard);
    void setPartsShown();
    [[nodiscard]] QString pathOf(const domain::Sample& sample) const;
    [[nodiscard]] QString stateKey(const char* what) const;

    domain::DatasetId m_dataset;
    domain::Dataset m_facts; ///< the dataset's row when the page was opened
    SampleList& m_list;
    document::SampleDocument m_document;
    SampleWalk m_walk;
    Stopwatch m_stopwatch;
    jobs::PictureLoader m_loader;
    jobs::EngineVision m_vision;
    std::unique_ptr<canvas::PictureSource> m_picture; ///< goes before the loader, and after the view let go of it
    LabelFlows* m_labelFlows;
    HistoryFlows* m_history = nullptr;
    CanvasHeader* m_header = nullptr;
    canvas::CanvasView* m_view = nullptr;
    canvas::CanvasActions* m_actions = nullptr;
    panels::ObjectPanel* m_objects = nullptr;
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
    QAction* m_showStopwatch = nullptr;
    QAction* m_showFilmstrip = nullptr;
    QAction* m_showSide = nullptr;
};

} // namespace lw::studio
