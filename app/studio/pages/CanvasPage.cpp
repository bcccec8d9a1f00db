// SPDX-License-Identifier: GPL-3.0-or-later
//! What one does to the shapes of a picture, and what follows from it.
#include "app/studio/pages/CanvasPage.h"

#include "app/studio/AppContext.h"
#include "app/studio/canvas/AssistBar.h"
#include "app/studio/canvas/CanvasStatus.h"
#include "app/studio/canvas/CanvasToolBar.h"
#include "app/studio/canvas/ClickTeacher.h"
#include "app/studio/flows/HistoryFlows.h"
#include "models/document/commands/Commands.h"
#include "models/store/DatasetRepository.h"
#include "models/store/SampleRepository.h"
#include "widgets/canvas/CanvasActions.h"
#include "widgets/canvas/CanvasView.h"
#include "widgets/panels/LabelPanel.h"
#include "widgets/panels/ObjectPanel.h"

namespace lw::studio {

CanvasPage::CanvasPage(AppContext& context, domain::DatasetId dataset, QWidget* parent)
    : PicturePage(context, dataset, parent),
      m_vision(context.pools().compute(),
               [this] { return m_document.isEmpty() ? nullptr : m_loader.pyramid(pathOf(m_document.sample())); }),
      m_actions(new canvas::CanvasActions(*m_view, m_view))
{
    setObjectName(QStringLiteral("canvasPage"));
    m_view->setObjectName(QStringLiteral("canvas"));
    m_view->setAccessibleName(tr("Canvas"));
    m_vision.setAssistants(&m_assistants, [this] { return shownPath(); });
    m_view->tools().setVision(&m_vision);
    makeCommands();
    addCommand(QStringLiteral("canvas.repeatPrevious"), [this] { repeatPrevious(); });
    m_teacher = new ClickTeacher(context, dataset, this);
    QAction* teach = addCommand(QStringLiteral("canvas.teachClicks"), [this] { m_teacher->teach(); });
    m_assistBar = new AssistBar(*m_teacher, m_assistants, teach, this);
    bindKeys();
    assemble({new CanvasToolBar(*m_actions, m_view->tools(), this), m_assistBar, makeSide(), true});
    connectCanvas();
    connectAssistants();
    connectPanels();
    factsChanged();
}

CanvasPage::~CanvasPage()
{
    takeDown();
}

void CanvasPage::open(const Route& route)
{
    PicturePage::open(route);
    findAssistants();
}

void CanvasPage::leave()
{
    m_view->settle();
    m_assistants.lookAhead({});
    context().settings().setCanvasOptions(m_view->options());
    PicturePage::leave();
}

QStringList CanvasPage::pathsAhead() const
{
    QStringList paths;
    for (const int distance : {1, -1, 2}) {
        if (const auto sample = m_walk.neighbour(distance)) {
            paths.append(pathOf(*sample));
        }
    }
    return paths;
}

void CanvasPage::refreshHint()
{
    for (const canvas::ToolInfo& tool : m_view->tools().tools()) {
        if (tool.id == m_view->tools().activeId()) {
            m_status->setHint(tool.hint);
        }
    }
}

void CanvasPage::factsChanged()
{
    using domain::ShapeKind;
    const ShapeKind usual =
        m_facts.type == domain::DatasetType::ObjectDetection ? ShapeKind::BoundingBox : ShapeKind::Polygon;
    const ShapeKind drawn = m_facts.defaultShape.value_or(usual);
    const bool canFind = drawn == ShapeKind::BoundingBox || drawn == ShapeKind::Polygon || drawn == ShapeKind::Mask;
    m_view->tools().setFoundShape(canFind ? drawn : usual);
    const bool isBound = !m_facts.allowsAllShapes && m_facts.defaultShape;
    const std::span<const domain::ShapeKind> kinds = domain::shapeKindsOf(m_facts.type);
    const std::vector<domain::ShapeKind> all(kinds.begin(), kinds.end());
    m_view->tools().setAllowedShapes(isBound ? std::vector{*m_facts.defaultShape} : all);
}

void CanvasPage::shapeAdded(domain::ShapeKind kind)
{
    m_stopwatch.addObjects(1);
    if (m_view->tools().activeId() == QLatin1String("extreme")) {
        m_teacher->noticeOutline();
    }
    if (!m_facts.defaultShape) {
        // IM-2: the first kind used becomes the dataset's default.
        m_facts.defaultShape = kind;
        reportErrors(store::DatasetRepository(project().store()).update(m_facts));
    }
}

void CanvasPage::goOn()
{
    m_walk.findToDo();
}

void CanvasPage::repeatPrevious()
{
    const auto previous = m_walk.neighbour(-1);
    if (!previous) {
        m_status->tell(tr("There is no previous picture."));
        return;
    }
    const auto annotations = store::SampleRepository(project().store()).annotations(previous->id);
    if (!annotations) {
        report(annotations.error());
        return;
    }
    if (annotations->empty()) {
        m_status->tell(tr("The previous picture has no shapes."));
        return;
    }
    m_actions->commands().repeatShapes(*annotations);
}

void CanvasPage::setHard(bool isHard)
{
    m_view->gate().run([this, isHard] { document::commands::markHard(m_document, isHard); });
}

void CanvasPage::showHistory()
{
    const auto& selection = m_view->scene().selection();
    showHistory(selection.size() == 1 ? std::optional(selection.front()) : std::nullopt);
}

void CanvasPage::showHistory(std::optional<domain::AnnotationId> id)
{
    if (m_document.isEmpty()) {
        return;
    }
    const domain::Annotation* annotation = id ? m_document.find(*id) : nullptr;
    annotation ? m_history->showAnnotation(m_document.sample(), *annotation)
               : m_history->showSample(m_document.sample());
}

void CanvasPage::addLabel()
{
    m_labels->startAdding();
}

} // namespace lw::studio
