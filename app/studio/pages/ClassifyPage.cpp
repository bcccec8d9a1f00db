// SPDX-License-Identifier: GPL-3.0-or-later
//! From a key to a label, and from one picture to the next; undo goes back the same way.
#include "app/studio/pages/ClassifyPage.h"

#include "app/studio/AppContext.h"
#include "app/studio/canvas/CanvasHeader.h"
#include "app/studio/canvas/CanvasParts.h"
#include "app/studio/canvas/CanvasStatus.h"
#include "app/studio/canvas/Filmstrip.h"
#include "app/studio/canvas/LabelLine.h"
#include "app/studio/flows/LabelFlows.h"
#include "models/document/commands/Commands.h"
#include "models/store/DatasetRepository.h"
#include "models/store/SampleRepository.h"
#include "widgets/canvas/CanvasView.h"
#include "widgets/panels/LabelPanel.h"

#include <QKeyEvent>
#include <QSplitter>

namespace lw::studio {

using domain::SampleState;

namespace {

/// Pictures of samples still to do that are loaded before one asks for them.
constexpr int kAhead = 4;

} // namespace

ClassifyPage::ClassifyPage(AppContext& context, domain::DatasetId dataset, QWidget* parent)
    : Page(context, parent), m_dataset(dataset), m_list(project().samples(dataset)), m_document(project().store()),
      m_walk(project(), m_list), m_toDo(project(), m_list), m_loader(context.pools().compute(), pictureOptions(context)),
      m_switches(context, dataset), m_labelFlows(new LabelFlows(context, dataset, this))
{
    setObjectName(QStringLiteral("classifyPage"));
    if (const auto facts = store::DatasetRepository(project().store()).find(dataset)) {
        m_facts = *facts;
    }
    build();
    connectParts();
    connectWalk();
    connectLabels();
    setPartsShown();
    setFocusProxy(m_view);
    connect(&context.settings(), &Settings::limitsChanged, this,
            [this] { m_loader.setMaxPixels(this->context().settings().maxPixels()); });
}

ClassifyPage::~ClassifyPage()
{
    m_view->setPicture(nullptr);
    // Views follow the document, which is a member and goes before the children would.
    delete m_splitter;
}

QString ClassifyPage::title() const
{
    return tr("Annotate");
}

QString ClassifyPage::stateKey(const char* what) const
{
    return QStringLiteral("samples/%1/%2").arg(project().name()).arg(m_dataset.value) + QLatin1Char('/') +
           QLatin1String(what);
}

QString ClassifyPage::pathOf(const domain::Sample& sample) const
{
    return domain::absolutePath(sample, m_facts.inputLocation);
}

void ClassifyPage::leave()
{
    m_stopwatch.startSample();
    context().settings().setState(stateKey("current"), m_walk.current().value);
    context().settings().setState(QStringLiteral("canvas/splitter"), m_splitter->saveState());
    m_list.search.setHeld(false);
}

void ClassifyPage::open(const Route& route)
{
    m_list.search.setHeld(true);
    if (m_list.search.query().dataset != m_dataset) {
        items::SampleQuery all;
        all.dataset = m_dataset;
        m_list.search.setQuery(all);
    }
    if (const auto facts = store::DatasetRepository(project().store()).find(m_dataset)) {
        m_facts = *facts;
    }
    m_single->setChecked(m_switches.isSingle());
    m_toDo.refresh();
    const auto last = domain::SampleId(context().settings().state(stateKey("current"), 0).toLongLong());
    if (route.sample.isValid()) {
        showSample(route.sample);
    } else if (m_walk.current().isValid()) {
        showSample(m_walk.current());
    } else if (last.isValid() && store::SampleRepository(project().store()).find(last)) {
        showSample(last);
    } else {
        openFirst();
    }
}

void ClassifyPage::openFirst()
{
    if (m_list.search.isRunning()) {
        connect(&m_list.search, &items::SampleSearch::finished, this, &ClassifyPage::openFirst,
                Qt::SingleShotConnection);
        return;
    }
    m_walk.step(1);
}

void ClassifyPage::showSample(domain::SampleId id)
{
    if (!id.isValid() || (id == m_document.sample().id && m_picture)) {
        return;
    }
    if (m_unsaved.contains(id) && m_document.isSaving()) {
        // The file does not know yet what was done to it a moment ago.
        m_view->gate().run([this, id] { showSample(id); });
        return;
    }
    m_stopwatch.startSample();
    if (const auto loaded = m_document.load(id); !loaded) {
        report(loaded.error());
        return;
    }
    m_walk.setCurrent(id);
    showPicture(m_document.sample());
    m_filmstrip->setCurrentRow(m_walk.row());
    m_header->setPlace(m_walk.row(), m_walk.count());
    prefetch();
    Q_EMIT routeReplaced(Route{.page = PageKind::Canvas, .dataset = m_dataset, .sample = id});
}

void ClassifyPage::showPicture(const domain::Sample& sample)
{
    auto picture = m_loader.open(pathOf(sample), QSize(sample.width, sample.height));
    connect(picture.get(), &canvas::PictureSource::changed, this, [this, source = picture.get()] {
        m_header->setNotes(source->notes());
        m_status->setPictureSize(source->imageSize());
    });
    m_view->setPicture(picture.get());
    m_header->setNotes(picture->notes());
    m_status->setPictureSize(picture->imageSize());
    m_picture = std::move(picture);
}

void ClassifyPage::prefetch()
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
    m_loader.prefetch(paths);
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
        const domain::Label* known = project().labels(m_dataset).find(label);
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

void ClassifyPage::confirmAndNext()
{
    if (m_document.sample().state == SampleState::ToConfirm) {
        document::commands::confirm(m_document);
        remember();
    }
    advance(SampleState::ToConfirm);
}

bool ClassifyPage::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    const bool isKey = type == QEvent::ShortcutOverride || type == QEvent::KeyPress || type == QEvent::KeyRelease;
    if (watched != m_view || !isKey) {
        return Page::eventFilter(watched, event);
    }
    const auto& key = static_cast<const QKeyEvent&>(*event);
    const bool isPlain = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool isNext = isPlain && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter ||
                                    key.key() == Qt::Key_Space);
    const domain::LabelId label = m_keys.labelFor(key);
    if (!isNext && !label.isValid()) {
        return Page::eventFilter(watched, event);
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
