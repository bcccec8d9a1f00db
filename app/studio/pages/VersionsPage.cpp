// SPDX-License-Identifier: GPL-3.0-or-later
//! The version panel over the store, its requests as flows.
#include "app/studio/pages/VersionsPage.h"

#include "app/studio/AppContext.h"
#include "app/studio/SampleView.h"
#include "app/studio/flows/OutputFlows.h"
#include "models/store/DatasetRepository.h"
#include "models/store/VersionRepository.h"
#include "widgets/common/Theme.h"
#include "widgets/panels/VersionPanel.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace lw::studio {

VersionsPage::VersionsPage(AppContext& context, domain::DatasetId dataset, QWidget* parent)
    : Page(context, parent), m_dataset(dataset), m_flows(new OutputFlows(context, this))
{
    setObjectName(QStringLiteral("versionsPage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(common::kGrid * 3, common::kGrid * 2, common::kGrid * 3, common::kGrid * 2);
    m_panel = new panels::VersionPanel(m_model, this);
    m_panel->setObjectName(QStringLiteral("versionPanel"));
    column->addWidget(m_panel, 1);
    connect(m_panel, &panels::VersionPanel::publishRequested, this, [this] { m_flows->publish(m_dataset); });
    connect(m_panel, &panels::VersionPanel::setCurrentRequested, this, [this](domain::VersionId id) {
        if (const domain::Version* chosen = version(id)) {
            m_flows->setCurrentVersion(*chosen);
        }
    });
    connect(m_panel, &panels::VersionPanel::deleteRequested, this, [this](domain::VersionId id) {
        if (const domain::Version* chosen = version(id)) {
            m_flows->deleteVersion(*chosen);
        }
    });
    connect(m_panel, &panels::VersionPanel::compareRequested, this,
            [this](domain::VersionId before, domain::VersionId after) {
                const domain::Version* older = version(before);
                const domain::Version* newer = version(after);
                if (older && newer) {
                    m_flows->compare(*older, *newer);
                }
            });
    const auto train = [this](domain::VersionId id) {
        Q_EMIT routeRequested(
            Route{.page = PageKind::Training, .dataset = m_dataset, .sample = {}, .anchor = QStringLiteral("v%1").arg(id.value)});
    };
    connect(m_panel, &panels::VersionPanel::trainRequested, this, train);
    addCommand(QStringLiteral("training.new"), [this, train] { train(m_panel->selectedId()); });
    connect(m_panel, &panels::VersionPanel::openFolderRequested, this, [](const QString& manifest) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(manifest).absolutePath()));
    });
    connect(m_flows, &OutputFlows::samplesRequested, this, [this](const QList<domain::SampleId>& samples) {
        domain::SampleFilter picked;
        picked.samples = samples;
        setSampleFilter(project(), m_dataset, picked);
        Q_EMIT routeRequested(Route{.page = PageKind::Samples, .dataset = m_dataset});
    });
    connect(m_flows, &OutputFlows::sampleRequested, this, [this](domain::SampleId sample) {
        Q_EMIT routeRequested(Route{.page = PageKind::Canvas, .dataset = m_dataset, .sample = sample});
    });
    addCommand(QStringLiteral("dataset.publish"), [this] { m_flows->publish(m_dataset); });
    m_soon.setSingleShot(true);
    m_soon.setInterval(50);
    connect(&m_soon, &QTimer::timeout, this, &VersionsPage::reload);
    connect(&project().store(), &store::Store::changed, this, [this](const store::Change& change) {
        const bool isOurs = !change.dataset.isValid() || change.dataset == m_dataset;
        if (isOurs && (change.kinds & (store::Change::Versions | store::Change::Datasets))) {
            m_soon.start();
        }
    });
    reload();
}

QString VersionsPage::title() const
{
    return tr("Versions");
}

void VersionsPage::open(const Route&)
{
    reload();
}

void VersionsPage::reload()
{
    const auto versions = store::VersionRepository(project().store()).list(m_dataset);
    const auto dataset = store::DatasetRepository(project().store()).find(m_dataset);
    if (!versions) {
        report(versions.error());
        return;
    }
    if (dataset) {
        m_panel->setDatasetType(dataset->type);
    }
    const domain::VersionId selected = m_panel->selectedId();
    m_model.setVersions(*versions, dataset ? dataset->currentVersion : domain::VersionId());
    if (m_model.rowOf(selected) >= 0) {
        m_panel->select(selected);
    }
}

const domain::Version* VersionsPage::version(domain::VersionId id) const
{
    return m_model.versionAt(m_model.rowOf(id));
}

} // namespace lw::studio
