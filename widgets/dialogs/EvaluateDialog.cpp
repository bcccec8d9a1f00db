// SPDX-License-Identifier: GPL-3.0-or-later
//! Three choices.
#include "widgets/dialogs/EvaluateDialog.h"

#include <QComboBox>
#include <QPushButton>

namespace lw::dialogs {

EvaluateDialog::EvaluateDialog(const QString& model, std::vector<TrainingDataset> datasets, QSettings* settings,
                               QWidget* parent)
    : FormDialog(tr("Evaluate %1").arg(model),
                 tr("Compares the answers of the model with your labels. Samples that the model has learnt from make it "
                    "look better than it is."),
                 settings, QStringLiteral("evaluateDialog"), parent),
      m_datasets(std::move(datasets)), m_dataset(new QComboBox(this)), m_version(new QComboBox(this)),
      m_part(new QComboBox(this))
{
    setObjectName(QStringLiteral("evaluateDialog"));
    for (const TrainingDataset& each : m_datasets) {
        m_dataset->addItem(each.name, each.id.value);
    }
    m_dataset->setCurrentIndex(qMax(0, m_dataset->findData(remembered(QStringLiteral("dataset"), 0))));
    addField(QStringLiteral("evaluateDataset"), tr("Dataset"), m_dataset);
    addField(QStringLiteral("evaluateVersion"), tr("Version"), m_version);
    m_part->addItems({tr("Validation part, where the version has one"), tr("All labelled samples")});
    m_part->setCurrentIndex(remembered(QStringLiteral("part"), 0).toInt() == 1 ? 1 : 0);
    addField(QStringLiteral("evaluatePart"), tr("Samples"), m_part);
    setAcceptText(tr("Evaluate"));
    connect(m_dataset, &QComboBox::currentIndexChanged, this, [this] {
        showVersions();
        touch(m_dataset);
    });
    showVersions();
}

void EvaluateDialog::showVersions()
{
    m_version->clear();
    m_version->addItem(tr("Current labels"), 0);
    const int index = m_dataset->currentIndex();
    if (index >= 0) {
        for (const domain::Version& version : m_datasets[size_t(index)].versions) {
            m_version->addItem(version.name, version.id.value);
        }
    }
}

TrainingInput EvaluateDialog::input() const
{
    return {domain::DatasetId(m_dataset->currentData().toLongLong()),
            domain::VersionId(m_version->currentData().toLongLong())};
}

bool EvaluateDialog::isValidationOnly() const
{
    return m_part->currentIndex() == 0;
}

void EvaluateDialog::validate()
{
    const int index = m_dataset->currentIndex();
    const bool isNow = m_version->currentData().toLongLong() == 0;
    if (index >= 0 && isNow && m_datasets[size_t(index)].labelled == 0) {
        complain(m_dataset, tr("Nothing is labelled in this dataset yet."));
    }
}

void EvaluateDialog::rememberChoices()
{
    remember(QStringLiteral("dataset"), m_dataset->currentData());
    remember(QStringLiteral("part"), m_part->currentIndex());
}

} // namespace lw::dialogs
