// SPDX-License-Identifier: GPL-3.0-or-later
//! From a key to a label, and from one picture to the next; undo goes back the same way.
#include "app/studio/pages/ClassifyPage.h"

#include "app/studio/AppContext.h"
#include "app/studio/canvas/CanvasStatus.h"
#include "app/studio/canvas/LabelLine.h"
#include "app/studio/flows/HistoryFlows.h"
#include "app/studio/review/SampleReview.h"
#include "models/document/commands/Commands.h"
#include "widgets/canvas/CanvasView.h"
#include "widgets/panels/LabelPanel.h"

#include <QKeyEvent>

namespace lw::studio {

using domain::SampleState;

namespace {

/// Pictures of samples still to do that are loaded before one asks for them.
constexpr int kAhead = 4;

} // namespace

ClassifyPage::ClassifyPage(AppContext& context, domain::DatasetId dataset, QWidget* parent)
    : PicturePage(context, dataset, parent), m_toDo(project(), m_list), m_switches(context, dataset),
      m_line(new LabelLine(project().labels(dataset), this))
{
    setObjectName(QStringLiteral("classifyPage"));
    m_view->setObjectName(QStringLiteral("picture"));
    m_view->setAccessibleName(tr("Picture"));
    m_view->tools().setAllowedShapes({domain::ShapeKind::WholeSample});
    m_view->installEventFilter(this);
    makeCommands();
    m_undo = addCommand(QStringLiteral("canvas.undo"), [this] { undo(); });
    m_redo = addCommand(QStringLiteral("canvas.redo"), [this] { redo(); });
    makeSwitches();
    assemble({makeToolBar(), m_line, makeSide()});
    connectParts();
    connectLabels();
}

ClassifyPage::~ClassifyPage()
{
    takeDown();
}

void ClassifyPage::open(const Route& route)
{
    m_single->setChecked(m_switches.isSingle());
    m_toDo.refresh();
    PicturePage::open(route);
}

void ClassifyPage::showSample(domain::SampleId id)
{
    if (m_unsaved.contains(id) && id != m_document.sample().id && m_document.isSaving()) {
        // The file does not know yet what was done to it a moment ago.
        m_view->gate().run([this, id] { showSample(id); });
        return;
    }
    PicturePage::showSample(id);
}

QStringList ClassifyPage::pathsAhead() const
{
    const SampleState state = m_document.sample().state;
    const SampleState wanted = state == SampleState::ToConfirm ? state : SampleState::Unlabelled;
    QList<int> rows = m_toDo.after(m_walk.row(), wanted, kAhead);
    for (const int row : {m_walk.row() + 1, m_walk.row() - 1}) {
        if (m_walk.row() >= 0 && row >= 0 && row < m_walk.count() && !rows.contains(row)) {
            rows.append(row);
        }
    }
    QStringList paths;
    for (const int row : std::as_const(rows)) {
        if (const auto sample = m_list.model.sampleAt(row)) {
            paths.append(pathOf(*sample));
        }
    }
    return paths;
}

void ClassifyPage::useLabel(domain::LabelId label)
{
    if (m_document.isEmpty() || !label.isValid()) {
        return;
    }
    const bool isSingle = m_single->isChecked();
    const bool advances = isSingle && m_advance->isChecked();
    const SampleState before = m_document.sample().state;
    const bool isThere = domain::hasWholeLabel(m_document.annotations(), label) &&
                         (!isSingle || m_document.annotations().size() == 1);
    if (isThere && !advances && before != SampleState::ToConfirm) {
        takeOff(label);
        return;
    }
    const auto mode = isSingle ? domain::LabelMode::Replace : domain::LabelMode::Add;
    if (document::commands::setLabel(m_document, label, mode, project().store().author())) {
        remember();
    }
    if (advances) {
        const domain::Label* known = project().labels(dataset()).find(label);
        //: a label's name, then a file name
        m_status->tell(tr("“%1”: %2").arg(known ? known->name : QString(), m_document.sample().name));
        advance(before == SampleState::ToConfirm ? before : SampleState::Unlabelled);
    }
}

void ClassifyPage::takeOff(domain::LabelId label)
{
    if (document::commands::setLabel(m_document, label, domain::LabelMode::Remove, project().store().author())) {
        remember();
    }
}

void ClassifyPage::remember()
{
    const domain::Sample& sample = m_document.sample();
    m_done.push_back(sample.id);
    m_undone.clear();
    m_unsaved.insert(sample.id);
    m_toDo.mark(sample.id, sample.state);
    refreshUndo();
}

void ClassifyPage::inTurn(std::function<void()> action)
{
    if (m_view->gate().isHolding()) {
        m_view->gate().run(std::move(action));
    } else {
        action();
    }
}

void ClassifyPage::advance(SampleState wanted)
{
    const SampleState other = wanted == SampleState::ToConfirm ? SampleState::Unlabelled : SampleState::ToConfirm;
    for (const SampleState state : {wanted, other}) {
        const QList<int> rows = m_toDo.after(m_walk.row(), state, 1);
        if (!rows.isEmpty()) {
            showSample(m_list.model.idAt(rows.front()));
            return;
        }
    }
    m_status->tell(tr("Every picture of the list is labelled."));
}

void ClassifyPage::undo()
{
    if (m_document.isSaving()) {
        m_view->gate().run([this] { undo(); });
        return;
    }
    if (!m_done.empty()) {
        showSample(m_done.back());
        m_done.pop_back();
    }
    if (m_document.canUndo()) {
        m_undone.push_back(m_document.sample().id);
        m_document.undo();
        m_status->tell({}); // the label that it named may be gone
        m_unsaved.insert(m_document.sample().id);
        m_toDo.mark(m_document.sample().id, m_document.sample().state);
    }
    refreshUndo();
}

void ClassifyPage::redo()
{
    if (m_document.isSaving()) {
        m_view->gate().run([this] { redo(); });
        return;
    }
    if (!m_undone.empty()) {
        showSample(m_undone.back());
        m_undone.pop_back();
    }
    if (m_document.canRedo()) {
        m_done.push_back(m_document.sample().id);
        m_document.redo();
        m_unsaved.insert(m_document.sample().id);
        m_toDo.mark(m_document.sample().id, m_document.sample().state);
    }
    refreshUndo();
}

void ClassifyPage::goOn()
{
    advance(SampleState::ToConfirm);
}

void ClassifyPage::takeBack()
{
    if (m_review->takeLast().isValid()) {
        undo();
    }
}

void ClassifyPage::setHard(bool isHard)
{
    document::commands::markHard(m_document, isHard);
    remember();
}

void ClassifyPage::showHistory()
{
    m_history->showSample(m_document.sample());
}

void ClassifyPage::addLabel()
{
    m_labels->startAdding();
}

bool ClassifyPage::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    const bool isKey = type == QEvent::ShortcutOverride || type == QEvent::KeyPress || type == QEvent::KeyRelease;
    if (watched != m_view || !isKey) {
        return PicturePage::eventFilter(watched, event);
    }
    const auto& key = static_cast<const QKeyEvent&>(*event);
    const bool isPlain = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool isNext = isPlain && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter ||
                                    key.key() == Qt::Key_Space);
    const domain::LabelId label = m_keys.labelFor(key);
    if (!isNext && !label.isValid()) {
        return PicturePage::eventFilter(watched, event);
    }
    // Keys of labels win over those of actions. Their release is no gesture that could wait for the disk.
    event->accept();
    if (type == QEvent::KeyPress && !key.isAutoRepeat()) {
        m_stopwatch.touch();
        inTurn([this, label, isNext] { isNext ? advance(SampleState::Unlabelled) : useLabel(label); });
    }
    return true;
}

} // namespace lw::studio
