// SPDX-License-Identifier: GPL-3.0-or-later
//! Facts in groups.
#include "app/studio/learning/JobFacts.h"

#include "models/domain/Algorithms.h"
#include "models/items/EngineTexts.h"
#include "models/items/Texts.h"

#include <QDir>
#include <QHeaderView>
#include <QLocale>

namespace lw::studio {

JobFacts::JobFacts(QWidget* parent) : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("jobFacts"));
    setAccessibleName(tr("Parameters and data"));
    setColumnCount(2);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setSelectionMode(NoSelection);
    setFocusPolicy(Qt::TabFocus);
    header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    header()->setStretchLastSection(true);
}

QTreeWidgetItem* JobFacts::addGroup(const QString& title)
{
    auto* group = new QTreeWidgetItem(this, {title});
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    group->setFont(0, bold);
    group->setFirstColumnSpanned(true);
    group->setExpanded(true);
    return group;
}

void JobFacts::addFact(QTreeWidgetItem* group, const QString& title, const QString& text, const QString& hint)
{
    if (!text.isEmpty()) {
        auto* item = new QTreeWidgetItem(group, {title, text});
        item->setToolTip(0, hint);
        item->setToolTip(1, hint.isEmpty() ? text : hint);
    }
}

void JobFacts::setJob(const domain::EngineJob& job)
{
    const bool isSame = job.id == m_job.id && job.parameters == m_job.parameters && job.startedAt == m_job.startedAt &&
                        job.finishedAt == m_job.finishedAt;
    m_job = job;
    if (isSame) {
        return;
    }
    clear();
    const QLocale locale;
    QTreeWidgetItem* general = addGroup(tr("Job"));
    addFact(general, tr("Kind"), items::engineJobKindText(job.kind));
    addFact(general, tr("Type"), items::typeText(job.type));
    addFact(general, tr("Description"), job.description);
    addFact(general, tr("Algorithm"), items::algorithmTitle(job.algorithm), items::algorithmHint(job.algorithm));
    addFact(general, job.kind == domain::EngineJobKind::Train ? tr("Started from") : tr("Model"), job.model);
    addFact(general, tr("Created"), items::timeText(job.createdAt));
    addFact(general, tr("Started"), items::timeText(job.startedAt));
    addFact(general, tr("Ended"), items::timeText(job.finishedAt));
    addFact(general, tr("Folder"), QDir::toNativeSeparators(job.folder));
    QTreeWidgetItem* inputs = addGroup(tr("Data"));
    for (const domain::JobInput& input : job.inputs) {
        addFact(inputs, tr("Dataset"),
                input.versionName.isEmpty() ? tr("%1, labels as they were then").arg(input.datasetName)
                                            : tr("%1, version %2").arg(input.datasetName, input.versionName));
    }
    addFact(inputs, tr("Samples"), locale.toString(job.samples));
    addFact(inputs, tr("Labelled"), locale.toString(job.labelled));
    addFact(inputs, tr("Labels"), job.labels.join(QStringLiteral(", ")));
    QTreeWidgetItem* parameters = addGroup(tr("Parameters"));
    // In the order of the form; what the algorithm does not know comes last.
    QStringList ids;
    if (const domain::Algorithm* algorithm = domain::algorithmOf(job.algorithm)) {
        for (const domain::AlgorithmParameter& parameter : algorithm->parameters) {
            ids.append(parameter.id);
        }
    }
    for (const QString& id : job.parameters.keys()) {
        if (!ids.contains(id)) {
            ids.append(id);
        }
    }
    for (const QString& id : std::as_const(ids)) {
        if (job.parameters.contains(id)) {
            addFact(parameters, items::parameterTitle(id), items::parameterText(id, job.parameters.value(id)),
                    items::parameterHint(id));
        }
    }
    parameters->setHidden(parameters->childCount() == 0);
}

} // namespace lw::studio
