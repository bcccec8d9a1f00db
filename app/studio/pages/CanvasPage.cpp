// SPDX-License-Identifier: GPL-3.0-or-later
//! Walks through the samples and keeps document, picture, panels and header together.
#include "app/studio/pages/CanvasPage.h"

#include "app/studio/AppContext.h"
#include "app/studio/canvas/CanvasHeader.h"
#include "app/studio/canvas/CanvasParts.h"
#include "app/studio/canvas/CanvasStatus.h"
#include "app/studio/canvas/Filmstrip.h"
#include "app/studio/flows/LabelFlows.h"
#include "models/store/DatasetRepository.h"
#include "models/store/SampleRepository.h"
#include "widgets/canvas/CanvasActions.h"
#include "widgets/canvas/CanvasView.h"
#include "widgets/common/Theme.h"
#include "widgets/panels/LabelPanel.h"
#include "widgets/panels/ObjectPanel.h"

namespace lw::studio {

CanvasPage::CanvasPage(AppContext& context, domain::DatasetId dataset, QWidget* parent)
    : Page(context, parent), m_dataset(dataset), m_list(project().samples(dataset)), m_document(project().store()),
      m_walk(project(), m_list), m_loader(context.pools().compute(), pictureOptions(context)),
      m_vision(context.pools().compute(),
               [this] { return m_document.isEmpty() ? nullptr : m_loader.pyramid(pathOf(m_document.sample())); }),
      m_labelFlows(new LabelFlows(context, dataset, this))
{
    setObjectName(QStringLiteral("canvasPage"));
    if (const auto facts = store::DatasetRepository(project().store()).find(dataset)) {
        m_facts = *facts;
    }
    build();
    bindKeys();
    connectCanvas();
    connectWalk();
    connectPanels();
    applyAllowedShapes();
    setPartsShown();
    setFocusProxy(m_view);
    connect(&context.settings(), &Settings::limitsChanged, this,
            [this] { m_loader.setMaxPixels(this->context().settings().maxPixels()); });
}

CanvasPage::~CanvasPage()
{
    m_view->setPicture(nullptr);
    // Views follow the document, which is a member and goes before the children would.
    delete m_splitter;
}

QString CanvasPage::title() const
{
    return tr("Annotate");
}

QString CanvasPage::stateKey(const char* what) const
{
    return QStringLiteral("samples/%1/%2").arg(project().name()).arg(m_dataset.value) + QLatin1Char('/') +
           QLatin1String(what);
}

QString CanvasPage::pathOf(const domain::Sample& sample) const
{
    return domain::absolutePath(sample, m_facts.inputLocation);
}

void CanvasPage::leave()
{
    m_view->settle();
    m_stopwatch.startSample();
    context().settings().setCanvasOptions(m_view->options());
    context().settings().setState(stateKey("current"), m_walk.current().value);
    context().settings().setState(QStringLiteral("canvas/splitter"), m_splitter->saveState());
    m_list.search.setHeld(false);
}

void CanvasPage::open(const Route& route)
{
    m_list.search.setHeld(true);
    if (m_list.search.query().dataset != m_dataset) {
        items::SampleQuery all;
        all.dataset = m_dataset;
        m_list.search.setQuery(all);
    }
    if (const auto facts = store::DatasetRepository(project().store()).find(m_dataset)) {
        m_facts = *facts;
        applyAllowedShapes();
    }
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

void CanvasPage::openFirst()
{
    if (m_list.search.isRunning()) {
        connect(&m_list.search, &items::SampleSearch::finished, this, &CanvasPage::openFirst, Qt::SingleShotConnection);
        return;
    }
    m_walk.step(1);
}

void CanvasPage::showSample(domain::SampleId id)
{
    if (!id.isValid() || (id == m_document.sample().id && m_picture)) {
        return;
    }
    m_view->settle();
    m_stopwatch.startSample();
    if (const auto loaded = m_document.load(id); !loaded) {
        report(loaded.error());
        return;
    }
    m_walk.setCurrent(id);
    showPicture(m_document.sample());
    m_filmstrip->setCurrentRow(m_walk.row());
    refreshHeader();
    refreshPlace();
    prefetch();
    Q_EMIT routeReplaced(Route{.page = PageKind::Canvas, .dataset = m_dataset, .sample = id});
}

void CanvasPage::showPicture(const domain::Sample& sample)
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

void CanvasPage::prefetch()
{
    QStringList paths;
    for (const int distance : {1, -1, 2}) {
        if (const auto sample = m_walk.neighbour(distance)) {
            paths.append(pathOf(*sample));
        }
    }
    m_loader.prefetch(paths);
}

void CanvasPage::refreshHeader()
{
    const domain::Sample& sample = m_document.sample();
    m_header->setSample(sample);
    m_hard->setChecked(sample.isHard);
    m_header->setStopwatch(m_showStopwatch->isChecked() ? m_stopwatch.text() : QString());
}

void CanvasPage::refreshPlace()
{
    m_header->setPlace(m_walk.row(), m_walk.count());
}

void CanvasPage::refreshHint()
{
    for (const canvas::ToolInfo& tool : m_view->tools().tools()) {
        if (tool.id == m_view->tools().activeId()) {
            m_status->setHint(tool.hint);
        }
    }
}

void CanvasPage::applyAllowedShapes()
{
    const bool isBound = !m_facts.allowsAllShapes && m_facts.defaultShape;
    const std::span<const domain::ShapeKind> kinds = domain::shapeKindsOf(m_facts.type);
    const std::vector<domain::ShapeKind> all(kinds.begin(), kinds.end());
    m_view->tools().setAllowedShapes(isBound ? std::vector{*m_facts.defaultShape} : all);
}

void CanvasPage::shapeAdded(domain::ShapeKind kind)
{
    m_stopwatch.addObjects(1);
    if (!m_facts.defaultShape) {
        // IM-2: the first kind used becomes the dataset's default.
        m_facts.defaultShape = kind;
        reportErrors(store::DatasetRepository(project().store()).update(m_facts));
    }
}

void CanvasPage::confirmAndNext()
{
    m_view->settle();
    document::commands::confirm(m_document);
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

void CanvasPage::setPartsShown()
{
    m_filmstrip->setVisible(m_showFilmstrip->isChecked());
    m_side->setVisible(m_showSide->isChecked());
    context().settings().setState(QStringLiteral("canvas/filmstrip"), m_showFilmstrip->isChecked());
    context().settings().setState(QStringLiteral("canvas/side"), m_showSide->isChecked());
    context().settings().setState(QStringLiteral("canvas/stopwatch"), m_showStopwatch->isChecked());
    refreshHeader();
}

} // namespace lw::studio
