// SPDX-License-Identifier: GPL-3.0-or-later
//! Numbers and a table of the difference between two versions.
#include "widgets/dialogs/CompareVersionsDialog.h"

#include "models/domain/WholeLabels.h"
#include "widgets/common/Theme.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lw::dialogs {

namespace {

/// "+12", "−3", "0".
QString signedText(qint64 number)
{
    const QString digits = QLocale().toString(qAbs(number));
    return number > 0 ? QString(u'+' + digits) : number < 0 ? QString(QChar(0x2212) + digits) : digits;
}

QTableWidgetItem* numberItem(const QString& text)
{
    auto* item = new QTableWidgetItem(text);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

} // namespace

namespace {

using LabelChange = store::VersionDiff::LabelChange;

/// What happened to the label itself, apart from its objects.
QString fateText(const LabelChange& change)
{
    if (change.isAdded()) {
        return CompareVersionsDialog::tr("added");
    }
    if (change.isRemoved()) {
        return CompareVersionsDialog::tr("removed");
    }
    if (change.isRenamed()) {
        return CompareVersionsDialog::tr("was called %1").arg(change.nameBefore);
    }
    return change.isRecoloured() ? CompareVersionsDialog::tr("other colour") : QString();
}

QString fateText(store::VersionDiff::Fate fate)
{
    switch (fate) {
    case store::VersionDiff::Fate::Added:
        return CompareVersionsDialog::tr("added");
    case store::VersionDiff::Fate::Removed:
        return CompareVersionsDialog::tr("removed");
    case store::VersionDiff::Fate::Changed:
        return CompareVersionsDialog::tr("changed");
    }
    return {};
}

} // namespace

CompareVersionsDialog::CompareVersionsDialog(domain::DatasetType type, const domain::Version& before,
                                             const domain::Version& after, const store::VersionDiff& diff,
                                             QWidget* parent)
    : QDialog(parent), m_captions(captionsFor(type))
{
    setObjectName(QStringLiteral("compareVersionsDialog"));
    setWindowTitle(tr("Compare versions"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(16);
    //: two version names
    auto* title = new QLabel(tr("From %1 to %2").arg(before.name, after.name), this);
    title->setTextFormat(Qt::PlainText);
    common::setRole(title, "title");
    column->addWidget(title);
    column->addWidget(makeNumbers(diff));
    const bool isSame = diff.samples.empty() &&
                        std::none_of(diff.labels.begin(), diff.labels.end(),
                                     [](const LabelChange& change) { return !fateText(change).isEmpty(); });
    if (isSame) {
        auto* same = new QLabel(tr("The two versions have the same samples and labels."), this);
        same->setObjectName(QStringLiteral("sameText"));
        common::setRole(same, "muted");
        column->addWidget(same);
    }
    auto* tabs = new QTabWidget(this);
    tabs->setObjectName(QStringLiteral("diffTabs"));
    tabs->addTab(makeTable(diff, before, after), tr("Labels"));
    tabs->addTab(makeSamples(diff), tr("Samples"));
    column->addWidget(tabs, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    resize(760, 620);
}

CompareVersionsDialog::Captions CompareVersionsDialog::captionsFor(domain::DatasetType type)
{
    if (domain::labelsWholeSamples(type)) {
        return {tr("Labels added"), tr("Labels removed"), tr("Labels changed")};
    }
    return {tr("Objects added"), tr("Objects removed"), tr("Objects changed")};
}

QWidget* CompareVersionsDialog::makeNumbers(const store::VersionDiff& diff)
{
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(12);
    grid->addWidget(makeCard(tr("Samples added"), diff.added.size(), diff.added, QStringLiteral("showAdded")), 0, 0);
    grid->addWidget(makeCard(tr("Samples removed"), diff.removed.size(), {}), 0, 1);
    grid->addWidget(makeCard(tr("Samples changed"), diff.changed.size(), diff.changed, QStringLiteral("showChanged")), 0, 2);
    grid->addWidget(makeCard(m_captions.added, diff.annotationsAdded, {}), 1, 0);
    grid->addWidget(makeCard(m_captions.removed, diff.annotationsRemoved, {}), 1, 1);
    grid->addWidget(makeCard(m_captions.changed, diff.annotationsChanged, {}), 1, 2);
    return box;
}

QWidget* CompareVersionsDialog::makeCard(const QString& title, qint64 count, const QList<domain::SampleId>& samples,
                                         const QString& showName)
{
    auto* card = new QFrame(this);
    common::setRole(card, "card");
    auto* grid = new QGridLayout(card);
    grid->setContentsMargins(16, 10, 16, 10);
    grid->setSpacing(2);
    auto* number = new QLabel(QLocale().toString(count), card);
    common::setRole(number, "number");
    auto* caption = new QLabel(title, card);
    common::setRole(caption, "muted");
    caption->setBuddy(number);
    number->setAccessibleName(tr("%1: %2").arg(title, number->text()));
    grid->addWidget(number, 0, 0);
    grid->addWidget(caption, 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    if (!samples.isEmpty()) {
        auto* show = new QPushButton(tr("Show"), card);
        show->setObjectName(showName);
        show->setAccessibleName(tr("Show %1").arg(title));
        common::setRole(show, "link");
        show->setAutoDefault(false);
        grid->addWidget(show, 0, 1);
        connect(show, &QPushButton::clicked, this, [this, samples] {
            Q_EMIT samplesRequested(samples);
            accept(); // what is shown lies behind
        });
    }
    return card;
}

QTableWidget* CompareVersionsDialog::makeTable(const store::VersionDiff& diff, const domain::Version& before,
                                               const domain::Version& after)
{
    QTableWidget* table = plainTable(static_cast<int>(diff.labels.size()),
                                     {tr("Label"), tr("Change"), before.name, after.name, tr("Difference")});
    table->setObjectName(QStringLiteral("labelDiff"));
    table->setAccessibleName(tr("Changes by label"));
    const QLocale locale;
    int row = 0;
    for (const store::VersionDiff::LabelChange& change : diff.labels) {
        const qint64 difference = change.after - change.before;
        table->setItem(row, 0, new QTableWidgetItem(change.label));
        table->setItem(row, 1, new QTableWidgetItem(fateText(change)));
        table->setItem(row, 2, numberItem(locale.toString(change.before)));
        table->setItem(row, 3, numberItem(locale.toString(change.after)));
        QTableWidgetItem* item = numberItem(signedText(difference));
        if (difference != 0) {
            item->setForeground(difference > 0 ? common::colours().success : common::colours().danger);
        }
        table->setItem(row, 4, item);
        ++row;
    }
    return table;
}

QTableWidget* CompareVersionsDialog::makeSamples(const store::VersionDiff& diff)
{
    const size_t count = std::min(diff.samples.size(), store::VersionDiff::kMostNamed);
    QTableWidget* table = plainTable(static_cast<int>(count), {tr("Sample"), tr("Change"), m_captions.added,
                                                               m_captions.removed, m_captions.changed});
    table->setObjectName(QStringLiteral("sampleDiff"));
    table->setAccessibleName(tr("Samples that differ"));
    table->setToolTip(tr("Open a sample with a double click or Enter"));
    const QLocale locale;
    for (size_t i = 0; i < count; ++i) {
        const store::VersionDiff::SampleChange& change = diff.samples[i];
        const int row = static_cast<int>(i);
        auto* name = new QTableWidgetItem(change.name);
        const bool isGone = change.fate == store::VersionDiff::Fate::Removed;
        name->setData(Qt::UserRole, isGone ? qint64(0) : change.sample.value);
        table->setItem(row, 0, name);
        table->setItem(row, 1, new QTableWidgetItem(fateText(change.fate)));
        table->setItem(row, 2, numberItem(locale.toString(change.added)));
        table->setItem(row, 3, numberItem(locale.toString(change.removed)));
        table->setItem(row, 4, numberItem(locale.toString(change.changed)));
    }
    connect(table, &QTableWidget::itemActivated, this, [this, table](QTableWidgetItem* item) {
        const domain::SampleId sample(table->item(item->row(), 0)->data(Qt::UserRole).toLongLong());
        if (sample.isValid()) {
            accept();
            Q_EMIT sampleRequested(sample);
        }
    });
    return table;
}

QTableWidget* CompareVersionsDialog::plainTable(int rows, const QStringList& titles)
{
    auto* table = new QTableWidget(rows, static_cast<int>(titles.size()), this);
    table->setHorizontalHeaderLabels(titles);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    table->horizontalHeader()->setMinimumSectionSize(96);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeaderItem(1)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(30);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    return table;
}

} // namespace lw::dialogs
