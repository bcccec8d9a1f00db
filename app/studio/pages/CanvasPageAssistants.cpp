// SPDX-License-Identifier: GPL-3.0-or-later
//! What networks do for the canvas page: outlines learned from the dataset, imported assistants.
#include "app/studio/pages/CanvasPage.h"

#include "app/scenarios/Messages.h"
#include "app/studio/AppContext.h"
#include "app/studio/canvas/AssistBar.h"
#include "app/studio/canvas/CanvasStatus.h"
#include "app/studio/canvas/ClickTeacher.h"
#include "engine/jobs/ModelLibrary.h"
#include "models/core/WhenDone.h"
#include "widgets/canvas/CanvasView.h"

#include <algorithm>

namespace lw::studio {

namespace {

const QString kChosenAssistant = QStringLiteral("canvas/assistant");
const QString kPrefersBuiltIn = QStringLiteral("canvas/prefersBuiltInOutlines");

/// The newest first.
std::vector<jobs::AssistantPair> assistantsIn(const QString& projectFolder)
{
    std::vector<jobs::AssistantPair> pairs;
    for (const domain::LibraryModel& model : worker::ModelLibrary(projectFolder).list()) {
        if (worker::useOf(model) == worker::ModelUse::PointAndBox) {
            pairs.push_back({model.id, model.name, model.file, worker::decoderFile(model),
                             model.details.value(QLatin1String("width")).toInt(1024)});
        }
    }
    return pairs;
}

} // namespace

void CanvasPage::connectAssistants()
{
    m_assistBar->setPrefersBuiltIn(context().settings().state(kPrefersBuiltIn, false).toBool());
    connect(&m_view->tools(), &canvas::ToolManager::activated, this, [this](const QString& id) {
        m_assistBar->setTool(id);
        lookAtPicture();
    });
    connect(m_teacher, &ClickTeacher::changed, this, &CanvasPage::chooseWay);
    connect(m_teacher, &ClickTeacher::failed, this, &CanvasPage::report);
    connect(m_assistBar, &AssistBar::wayChosen, this, [this] {
        context().settings().setState(kPrefersBuiltIn, m_assistBar->prefersBuiltIn());
        chooseWay();
    });
    connect(m_assistBar, &AssistBar::assistantChosen, this, [this](const QString& id) {
        context().settings().setState(kChosenAssistant, id);
        findAssistants();
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_assistants, &jobs::CanvasAssistants::fellBack, this, [this] {
        m_status->tell(tr("What was learned does not answer right now; the built-in way has found the outline."));
    });
    connect(&m_assistants, &jobs::CanvasAssistants::failed, this, [this](const core::Error& error) {
        m_status->tell(tr("The assistant gives no answer. %1").arg(scenarios::errorText(error)));
    });
    connect(&project().jobWatch(), &jobs::JobWatch::libraryChanged, this, &CanvasPage::findAssistants);
}

void CanvasPage::findAssistants()
{
    m_teacher->refresh();
    const auto read = [](store::Store& store) { return assistantsIn(store.folder()); };
    core::whenDone(project().inBackground(read), this,
                   [this](const std::vector<jobs::AssistantPair>& pairs) { useAssistants(pairs); });
}

void CanvasPage::useAssistants(const std::vector<jobs::AssistantPair>& pairs)
{
    const QString chosen = context().settings().state(kChosenAssistant).toString();
    const auto found = std::ranges::find(pairs, chosen, &jobs::AssistantPair::id);
    const auto used = found == pairs.end() ? pairs.begin() : found;
    m_assistants.setAssistant(used == pairs.end() ? std::nullopt : std::optional(*used));
    m_assistBar->setAssistants(pairs, used == pairs.end() ? QString() : used->id);
    m_view->tools().refreshAssistant();
}

void CanvasPage::chooseWay()
{
    const auto& taught = m_teacher->taught();
    const bool isUsed = taught && taught->isBetter() && !m_assistBar->prefersBuiltIn();
    const bool hadNone = !m_assistants.hasContour();
    m_assistants.setContourModel(isUsed ? taught->model.file : QString());
    if (isUsed && hadNone) {
        lookAtPicture();
    }
}

void CanvasPage::showSample(domain::SampleId id)
{
    const domain::SampleId before = m_document.sample().id;
    PicturePage::showSample(id);
    if (m_document.sample().id != before) {
        lookAtPicture();
    }
}

void CanvasPage::lookAtPicture()
{
    const QString tool = m_view->tools().activeId();
    const QString path = shownPath();
    const bool isPrompt = tool == QLatin1String("prompt") && !path.isEmpty();
    m_assistants.lookAhead(isPrompt ? QStringList{path} + pathsAhead() : QStringList());
    if (tool == QLatin1String("extreme") && !path.isEmpty()) {
        m_assistants.warmUp(path);
    }
}

QString CanvasPage::shownPath() const
{
    return m_document.isEmpty() ? QString() : pathOf(m_document.sample());
}

} // namespace lw::studio
