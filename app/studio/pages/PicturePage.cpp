// SPDX-License-Identifier: GPL-3.0-or-later
//! Keeps document, picture, header and filmstrip together while one walks through the samples.
#include "app/studio/pages/PicturePage.h"

#include "app/studio/AppContext.h"
#include "app/studio/canvas/CanvasHeader.h"
#include "app/studio/canvas/CanvasParts.h"
#include "app/studio/canvas/CanvasStatus.h"
#include "app/studio/canvas/Filmstrip.h"
#include "app/studio/flows/HistoryFlows.h"
#include "app/studio/flows/LabelFlows.h"
#include "app/studio/review/ReviewBar.h"
#include "app/studio/review/SampleReview.h"
#include "app/studio/smart/NextFlows.h"
#include "app/studio/smart/SmartFlows.h"
#include "app/studio/smart/SmartRunBar.h"
#include "app/studio/smart/SmartRunner.h"
#include "models/store/DatasetRepository.h"
#include "models/store/SampleRepository.h"
#include "widgets/canvas/CanvasView.h"
#include "widgets/panels/LabelPanel.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace lw::studio {

namespace {

constexpr int kSideWidth = 296;

} // namespace

PicturePage::PicturePage(AppContext& context, domain::DatasetId dataset, QWidget* parent)
    : Page(context, parent), m_list(project().samples(dataset)), m_document(project().store()),
      m_walk(project(), m_list), m_loader(context.pools().compute(), pictureOptions(context)),
      m_labelFlows(new LabelFlows(context, dataset, this)), m_history(new HistoryFlows(context, this)),
      m_useful(new NextFlows(context, dataset, this)), m_dataset(dataset), m_splitter(new QSplitter(this)), m_middle(new QWidget(m_splitter))
{
    readFacts();
    m_view = new canvas::CanvasView(m_document, project().labels(dataset), project().store().author(), m_middle);
    m_view->setOptions(context.settings().canvasOptions());
    setFocusProxy(m_view);
    connect(&context.settings(), &Settings::limitsChanged, this,
            [this] { m_loader.setMaxPixels(this->context().settings().maxPixels()); });
}

PicturePage::~PicturePage() = default;

void PicturePage::takeDown()
{
    m_view->setPicture(nullptr);
    delete m_splitter;
}

void PicturePage::readFacts()
{
    if (const auto facts = store::DatasetRepository(project().store()).find(m_dataset)) {
        m_facts = *facts;
    }
}

QString PicturePage::title() const
{
    return tr("Annotate");
}

QString PicturePage::stateKey(const char* what) const
{
    return QStringLiteral("samples/%1/%2").arg(project().name()).arg(m_dataset.value) + QLatin1Char('/') +
           QLatin1String(what);
}

QString PicturePage::pathOf(const domain::Sample& sample) const
{
    return domain::absolutePath(sample, m_facts.inputLocation);
}

void PicturePage::makeCommands()
{
    m_back = addCommand(QStringLiteral("canvas.back"), [this] {
        Q_EMIT routeRequested(Route{.page = PageKind::Samples, .dataset = m_dataset, .sample = m_walk.current()});
    });
    m_previous = addCommand(QStringLiteral("canvas.previous"), [this] { inTurn([this] { m_walk.step(-1); }); });
    m_next = addCommand(QStringLiteral("canvas.next"), [this] { inTurn([this] { m_walk.step(1); }); });
    m_nextUnlabelled = addCommand(QStringLiteral("canvas.nextUnlabelled"), [this] { m_walk.findUnlabelled(1); });
    addCommand(QStringLiteral("canvas.previousUnlabelled"), [this] { m_walk.findUnlabelled(-1); });
    addCommand(QStringLiteral("canvas.nextUseful"), [this] { inTurn([this] { m_useful->openNext(m_walk.current()); }); });
    m_jump = addCommand(QStringLiteral("canvas.jump"), [this] { askForPictureNumber(m_walk, this); });
    m_confirm = addCommand(QStringLiteral("canvas.confirmNext"), [this] { inTurn([this] { judge(true); }); });
    m_reject = addCommand(QStringLiteral("canvas.rejectNext"), [this] { inTurn([this] { judge(false); }); });
    m_takeBack = addCommand(QStringLiteral("canvas.takeBack"), [this] { inTurn([this] { takeBack(); }); });
    addCommand(QStringLiteral("canvas.acceptShapes"), [this] { inTurn([this] { acceptSelected(); }); });
    addCommand(QStringLiteral("canvas.history"), [this] {
        if (!m_document.isEmpty()) {
            showHistory();
        }
    });
    m_hard = addSwitch(QStringLiteral("canvas.hard"), false, [this] { setHard(m_hard->isChecked()); });
    addCommand(QStringLiteral("canvas.newLabel"), [this] { addLabel(); });
    auto* smart = new SmartFlows(context(), m_dataset, this);
    m_smartLabel = addCommand(QStringLiteral("canvas.smartLabel"), [smart] { smart->askAndStart(); });
    addCommand(QStringLiteral("canvas.smartRuns"), [smart] { smart->showRuns(); });
    addCommand(QStringLiteral("canvas.save"), [this] { m_status->tell(tr("Everything is saved already.")); });
    const auto addPart = [this](const char* id, const char* key) {
        const bool isOn = context().settings().state(QLatin1String(key), true).toBool();
        return addSwitch(QLatin1String(id), isOn, [this] { setPartsShown(); });
    };
    m_showStopwatch = addPart("canvas.stopwatch", "canvas/stopwatch");
    m_showFilmstrip = addPart("canvas.filmstrip", "canvas/filmstrip");
    m_showSide = addPart("canvas.panels", "canvas/side");
}

void PicturePage::assemble(const Parts& parts)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new CanvasHeader(
        {m_back, m_previous, m_next, m_nextUnlabelled, m_jump, m_smartLabel, m_hard, m_confirm}, this);
    column->addWidget(m_header);
    m_runBar = new SmartRunBar(context(), m_dataset, this);
    m_runBar->setStays(true);
    column->addWidget(m_runBar);
    auto* middleColumn = new QVBoxLayout(m_middle);
    middleColumn->setContentsMargins(0, 0, 0, 0);
    middleColumn->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(parts.toolBar);
    row->addWidget(m_view, 1);
    middleColumn->addLayout(row, 1);
    if (parts.line) {
        middleColumn->addWidget(parts.line);
    }
    middleColumn->addWidget(makeReviewBar(parts.hasShapes));
    m_status = new CanvasStatus(m_middle);
    middleColumn->addWidget(m_status);
    m_filmstrip = new Filmstrip(m_list.model, project().thumbnails(), m_facts.inputLocation, m_middle);
    middleColumn->addWidget(m_filmstrip);
    m_side = parts.side;
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_middle);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({1000, kSideWidth});
    m_splitter->restoreState(context().settings().state(QStringLiteral("canvas/splitter")).toByteArray());
    column->addWidget(m_splitter, 1);
    connectDocument();
    connectView();
    connectWalk();
    setPartsShown();
}

QWidget* PicturePage::makeReviewBar(bool hasShapes)
{
    auto* bar = new ReviewBar({m_confirm, m_reject, m_takeBack}, m_middle);
    m_review = new SampleReview({m_document, project().labels(m_dataset), *m_view, *bar, *m_confirm, *m_reject,
                                 *m_takeBack, hasShapes},
                                context().settings(), bar);
    return bar;
}

void PicturePage::judge(bool isRight)
{
    m_view->settle();
    if (isRight ? m_review->accept() : m_review->reject()) {
        edited();
    }
    goOn();
}

void PicturePage::acceptSelected()
{
    if (m_review->acceptSelected()) {
        edited();
    }
}

void PicturePage::takeBack()
{
    const domain::SampleId last = m_review->takeLast();
    if (last.isValid()) {
        showSample(last);
        if (m_document.sample().id == last && m_document.canUndo()) {
            m_document.undo();
        }
    }
}

void PicturePage::connectDocument()
{
    connect(&m_document, &document::SampleDocument::changed, this, [this] { refreshSample(); });
    connect(&m_document, &document::SampleDocument::savingChanged, m_header, &CanvasHeader::setSaving);
    connect(&m_document, &document::SampleDocument::savingChanged, this, [this](bool isSaving) {
        if (!isSaving) {
            context().smart()->learnFrom(m_dataset);
        }
    });
    connect(&m_document, &document::SampleDocument::saveFailed, this, &PicturePage::report);
}

void PicturePage::connectView()
{
    connect(m_view, &canvas::CanvasView::messageGiven, m_status, &CanvasStatus::tell);
    connect(m_view, &canvas::CanvasView::cursorMoved, m_status, &CanvasStatus::setCursor);
    connect(m_view, &canvas::CanvasView::cursorLeft, m_status, &CanvasStatus::clearCursor);
    connect(m_view, &canvas::CanvasView::transformChanged, this,
            [this] { m_status->setZoom(m_view->transform().zoom()); });
    connect(m_view, &canvas::CanvasView::activitySeen, &m_stopwatch, &Stopwatch::touch);
    connect(&m_stopwatch, &Stopwatch::ticked, this, &PicturePage::refreshStopwatch);
}

void PicturePage::connectWalk()
{
    connect(&m_walk, &SampleWalk::chosen, this, [this](domain::SampleId id) { showSample(id); });
    connect(&m_walk, &SampleWalk::failed, this, &PicturePage::report);
    connect(&m_walk, &SampleWalk::atEnd, this, [this] { m_status->tell(tr("This is the end of the list.")); });
    connect(&m_walk, &SampleWalk::allLabelled, this,
            [this] { m_status->tell(tr("Every picture of the list is labelled.")); });
    connect(&m_walk, &SampleWalk::moved, this, &PicturePage::showPlace);
    connect(m_useful, &NextFlows::openRequested, this, [this](domain::SampleId id) { showSample(id); });
    connect(m_filmstrip, &Filmstrip::sampleChosen, this, [this](domain::SampleId id) { showSample(id); });
}

void PicturePage::connectLabelFlows(panels::LabelPanel* labels)
{
    connect(labels, &panels::LabelPanel::renameRequested, m_labelFlows, &LabelFlows::rename);
    connect(labels, &panels::LabelPanel::editRequested, m_labelFlows, &LabelFlows::edit);
    connect(labels, &panels::LabelPanel::deleteRequested, m_labelFlows, &LabelFlows::remove);
}

void PicturePage::leave()
{
    m_stopwatch.startSample();
    context().settings().setState(stateKey("current"), m_walk.current().value);
    context().settings().setState(QStringLiteral("canvas/splitter"), m_splitter->saveState());
    m_list.search.setHeld(false);
}

void PicturePage::open(const Route& route)
{
    m_list.search.setHeld(true);
    if (m_list.search.query().dataset != m_dataset) {
        items::SampleQuery all;
        all.dataset = m_dataset;
        m_list.search.setQuery(all);
    }
    readFacts();
    factsChanged();
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

void PicturePage::openFirst()
{
    if (m_list.search.isRunning()) {
        connect(&m_list.search, &items::SampleSearch::finished, this, &PicturePage::openFirst,
                Qt::SingleShotConnection);
        return;
    }
    m_walk.step(1);
}

void PicturePage::showSample(domain::SampleId id)
{
    if (!id.isValid() || (id == m_document.sample().id && m_picture)) {
        return;
    }
    m_view->settle();
    m_runBar->leave();
    m_stopwatch.startSample();
    if (const auto loaded = m_document.load(id); !loaded) {
        report(loaded.error());
        return;
    }
    m_walk.setCurrent(id);
    showPicture(m_document.sample());
    refreshSample();
    showPlace();
    prefetch();
    QSet<domain::SampleId> looked{id};
    if (const auto next = m_walk.neighbour(1)) {
        looked.insert(next->id);
    }
    context().smart()->setLookedAt(m_dataset, looked);
    Q_EMIT routeReplaced(Route{.page = PageKind::Canvas, .dataset = m_dataset, .sample = id});
}

void PicturePage::showPicture(const domain::Sample& sample)
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

void PicturePage::showPlace()
{
    m_header->setPlace(m_walk.row(), m_walk.count());
    m_filmstrip->setCurrentRow(m_walk.row());
}

void PicturePage::prefetch()
{
    m_loader.prefetch(pathsAhead());
}

void PicturePage::refreshSample()
{
    m_header->setSample(m_document.sample());
    m_hard->setChecked(m_document.sample().isHard);
    m_review->refresh();
    refreshStopwatch();
}

void PicturePage::refreshStopwatch()
{
    m_header->setStopwatch(m_showStopwatch->isChecked() ? m_stopwatch.text() : QString());
}

void PicturePage::setPartsShown()
{
    m_filmstrip->setVisible(m_showFilmstrip->isChecked());
    m_side->setVisible(m_showSide->isChecked());
    context().settings().setState(QStringLiteral("canvas/filmstrip"), m_showFilmstrip->isChecked());
    context().settings().setState(QStringLiteral("canvas/side"), m_showSide->isChecked());
    context().settings().setState(QStringLiteral("canvas/stopwatch"), m_showStopwatch->isChecked());
    refreshStopwatch();
}

} // namespace lw::studio
