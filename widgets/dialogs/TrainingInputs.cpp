// SPDX-License-Identifier: GPL-3.0-or-later
//! Rows of two choices.
#include "widgets/dialogs/TrainingInputs.h"

#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lw::dialogs {

TrainingInputs::TrainingInputs(std::vector<TrainingDataset> datasets, QWidget* parent)
    : QWidget(parent), m_datasets(std::move(datasets)), m_column(new QVBoxLayout(this)),
      m_add(new QPushButton(tr("Add another dataset"), this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(common::kGrid / 2);
    m_add->setObjectName(QStringLiteral("addInput"));
    m_add->setToolTip(tr("Train on the samples of several datasets of this type together"));
    common::setRole(m_add, "link");
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        const QList<TrainingInput> taken = inputs();
        for (const TrainingDataset& each : m_datasets) {
            const bool isTaken = std::any_of(taken.begin(), taken.end(),
                                             [&](const TrainingInput& input) { return input.dataset == each.id; });
            if (each.type == type() && !isTaken) {
                addRow({each.id, {}});
                break;
            }
        }
        showAdd();
        Q_EMIT changed();
        Q_EMIT heightChanged();
    });
    if (!m_datasets.empty()) {
        addRow({m_datasets.front().id, {}});
    }
    showAdd();
}

const TrainingDataset* TrainingInputs::find(domain::DatasetId id) const
{
    const auto found = std::find_if(m_datasets.begin(), m_datasets.end(),
                                    [id](const TrainingDataset& each) { return each.id == id; });
    return found == m_datasets.end() ? nullptr : &*found;
}

void TrainingInputs::setInputs(const QList<TrainingInput>& inputs)
{
    while (!m_rows.empty()) {
        delete m_rows.back().line;
        m_rows.pop_back();
    }
    for (const TrainingInput& each : inputs) {
        const TrainingDataset* dataset = find(each.dataset);
        if (dataset && (m_rows.empty() || dataset->type == type())) {
            addRow(each);
        }
    }
    if (m_rows.empty() && !m_datasets.empty()) {
        addRow({m_datasets.front().id, {}});
    }
    showAdd();
    Q_EMIT changed();
}

QList<TrainingInput> TrainingInputs::inputs() const
{
    QList<TrainingInput> list;
    for (const Row& row : m_rows) {
        list.append({domain::DatasetId(row.dataset->currentData().toLongLong()),
                     domain::VersionId(row.version->currentData().toLongLong())});
    }
    return list;
}

std::optional<domain::DatasetType> TrainingInputs::type() const
{
    if (m_rows.empty()) {
        return std::nullopt;
    }
    const TrainingDataset* first = find(domain::DatasetId(m_rows.front().dataset->currentData().toLongLong()));
    return first ? std::optional(first->type) : std::nullopt;
}

void TrainingInputs::addRow(const TrainingInput& input)
{
    const auto number = QString::number(m_rows.size());
    Row row{new QWidget(this), nullptr, nullptr};
    auto* line = new QHBoxLayout(row.line);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(common::kGrid);
    row.dataset = new QComboBox(row.line);
    row.dataset->setObjectName(QString(QStringLiteral("inputDataset") + number));
    row.dataset->setAccessibleName(tr("Dataset"));
    row.dataset->setMinimumContentsLength(12);
    row.version = new QComboBox(row.line);
    row.version->setObjectName(QString(QStringLiteral("inputVersion") + number));
    row.version->setAccessibleName(tr("Version"));
    row.version->setMinimumContentsLength(15);
    const bool isFirst = m_rows.empty();
    for (const TrainingDataset& each : m_datasets) {
        if (isFirst || each.type == type()) {
            row.dataset->addItem(each.name, each.id.value);
        }
    }
    row.dataset->setCurrentIndex(row.dataset->findData(input.dataset.value));
    line->addWidget(row.dataset, 3);
    line->addWidget(row.version, 2);
    auto* remove = new QToolButton(row.line);
    remove->setObjectName(QString(QStringLiteral("removeInput") + number));
    remove->setIcon(common::icon(QStringLiteral("close")));
    remove->setToolTip(tr("Do not train on this dataset"));
    remove->setAccessibleName(remove->toolTip());
    remove->setVisible(!isFirst);
    line->addWidget(remove);
    m_rows.push_back(row);
    fillVersions(row);
    row.version->setCurrentIndex(std::max(0, row.version->findData(input.version.value)));
    m_column->insertWidget(int(m_rows.size()) - 1, row.line);
    setFocusProxy(m_rows.front().dataset);
    connect(remove, &QToolButton::clicked, this, [this, made = row.line] { removeRow(made); });
    connect(row.dataset, &QComboBox::currentIndexChanged, this, [this, row, isFirst] {
        fillVersions(row);
        if (isFirst) {
            firstChanged();
        }
        Q_EMIT changed();
    });
    connect(row.version, &QComboBox::currentIndexChanged, this, &TrainingInputs::changed);
}

void TrainingInputs::fillVersions(const Row& row)
{
    const QSignalBlocker once(row.version); // the choice of the dataset tells the change
    row.version->clear();
    row.version->addItem(tr("Current labels"), 0);
    if (const TrainingDataset* dataset = find(domain::DatasetId(row.dataset->currentData().toLongLong()))) {
        for (const domain::Version& version : dataset->versions) {
            row.version->addItem(version.name, version.id.value);
        }
    }
}

void TrainingInputs::firstChanged()
{
    // The others are of the first one's type.
    const auto wanted = type();
    for (size_t i = m_rows.size(); i-- > 1;) {
        const TrainingDataset* dataset = find(domain::DatasetId(m_rows[i].dataset->currentData().toLongLong()));
        if (!dataset || dataset->type != wanted) {
            m_rows[i].line->deleteLater();
            m_rows[i].line->hide();
            m_rows.erase(m_rows.begin() + std::ptrdiff_t(i));
        }
    }
    showAdd();
    Q_EMIT heightChanged();
}

void TrainingInputs::removeRow(QWidget* line)
{
    std::erase_if(m_rows, [line](const Row& row) { return row.line == line; });
    line->hide();
    line->deleteLater(); // its own button was clicked
    showAdd();
    Q_EMIT changed();
    Q_EMIT heightChanged();
}

void TrainingInputs::showAdd()
{
    const auto alike = std::count_if(m_datasets.begin(), m_datasets.end(),
                                     [this](const TrainingDataset& each) { return each.type == type(); });
    m_add->setVisible(alike > std::ssize(m_rows));
}

} // namespace lw::dialogs
