// SPDX-License-Identifier: GPL-3.0-or-later
//! Annotating one picture after another: canvas, tools, objects, labels, filmstrip.
#pragma once

#include "app/jobs/EngineVision.h"
#include "app/studio/pages/PicturePage.h"

namespace lw::canvas {
class CanvasActions;
}
namespace lw::panels {
class ObjectPanel;
}

namespace lw::studio {

class AssistBar;
class ClickTeacher;

class CanvasPage final : public PicturePage {
    Q_OBJECT

public:
    CanvasPage(AppContext& context, domain::DatasetId dataset, QWidget* parent = nullptr);
    ~CanvasPage() override;
    Q_DISABLE_COPY_MOVE(CanvasPage)

    void open(const Route& route) override;
    void leave() override;

protected:
    void showSample(domain::SampleId id) override;
    void factsChanged() override;
    [[nodiscard]] QStringList pathsAhead() const override;
    void goOn() override;
    void setHard(bool isHard) override;
    void showHistory() override;
    void addLabel() override;

private:
    void bindKeys();
    QWidget* makeSide();
    void connectCanvas();
    void connectPanels();
    void refreshHint();
    void refreshShape();
    void shapeAdded(domain::ShapeKind kind);
    void showHistory(std::optional<domain::AnnotationId> annotation);
    void repeatPrevious();
    void connectAssistants();
    /// The library's assistants, and those outlines that were learned.
    void findAssistants();
    void useAssistants(const std::vector<jobs::AssistantPair>& pairs);
    void chooseWay();
    /// The assistant of the active tool looks at this picture and the next ones.
    void lookAtPicture();
    [[nodiscard]] QString shownPath() const;

    jobs::CanvasAssistants m_assistants;
    jobs::EngineVision m_vision;
    canvas::CanvasActions* m_actions;
    panels::ObjectPanel* m_objects = nullptr;
    panels::LabelPanel* m_labels = nullptr;
    ClickTeacher* m_teacher = nullptr;
    AssistBar* m_assistBar = nullptr;
};

} // namespace lw::studio
