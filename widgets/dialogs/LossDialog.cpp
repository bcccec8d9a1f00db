// SPDX-License-Identifier: GPL-3.0-or-later
//! The list of losses.
#include "widgets/dialogs/LossDialog.h"

#include "widgets/common/Theme.h"

#include <QDialogButtonBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace lw::dialogs {

namespace {

constexpr int kWidth = 640;
/// Of the rows; more of them scroll.
constexpr int kMostRowsHeight = 420;

} // namespace

LossDialog::LossDialog(const Facts& facts, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("lossDialog"));
    setWindowTitle(tr("Before the export"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    const bool isLossless = facts.rows.empty();
    auto* title = new QLabel(isLossless ? tr("Nothing is lost")
                                        //: %1 is the name of a file format
                                        : tr("What “%1” cannot hold").arg(facts.format),
                             this);
    title->setObjectName(QStringLiteral("lossTitle"));
    title->setTextFormat(Qt::PlainText);
    common::setRole(title, "title");
    column->addWidget(title);
    const QLocale locale;
    auto* scope = new QLabel(isLossless ? tr("“%1” holds everything that these %2 samples with %3 annotations say.")
                                              .arg(facts.format, locale.toString(facts.samples),
                                                   locale.toString(facts.annotations))
                                        : tr("Found in %1 samples with %2 annotations. Your dataset stays as it is.")
                                              .arg(locale.toString(facts.samples), locale.toString(facts.annotations)),
                             this);
    scope->setTextFormat(Qt::PlainText);
    scope->setWordWrap(true);
    common::setRole(scope, "muted");
    column->addWidget(scope);
    if (isLossless) {
        column->addStretch(1);
    } else {
        column->addWidget(makeRows(facts.rows), 1);
    }
    addButtons(column);
    resize(kWidth, sizeHint().height());
}

void LossDialog::showEvent(QShowEvent* event)
{
    // As high as its rows, whose height is known once they have their fonts.
    if (m_rows != nullptr) {
        const int width = kWidth - layout()->contentsMargins().left() - layout()->contentsMargins().right();
        QLayout* rows = m_rows->widget()->layout();
        rows->activate();
        const int wanted = rows->hasHeightForWidth() ? rows->totalHeightForWidth(width) : rows->totalSizeHint().height();
        // The area's own hint reckons with narrower rows, hence with more lines.
        m_rows->setMinimumHeight(qMin(wanted, kMostRowsHeight));
        m_rows->setMaximumHeight(wanted);
    }
    layout()->activate();
    resize(kWidth, layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(kWidth) : sizeHint().height());
    QDialog::showEvent(event);
}

QWidget* LossDialog::makeRows(const std::vector<Row>& rows)
{
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("lossList"));
    scroll->setAccessibleName(tr("What is lost"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* page = new QWidget(scroll);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    int number = 0;
    for (const Row& row : rows) {
        column->addWidget(makeRow(row, ++number));
    }
    column->addStretch(1);
    scroll->setWidget(page);
    m_rows = scroll;
    return scroll;
}

QWidget* LossDialog::makeRow(const Row& row, int number)
{
    auto* card = new QFrame(this);
    common::setRole(card, "card");
    auto* line = new QHBoxLayout(card);
    line->setContentsMargins(14, 8, 10, 8);
    auto* text = new QLabel(row.text, card);
    text->setObjectName(QStringLiteral("loss%1").arg(number));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->addWidget(text, 1);
    if (!row.samples.isEmpty()) {
        const bool isAll = row.sampleCount <= row.samples.size();
        auto* show = new QPushButton(isAll ? tr("Show %n sample(s)", nullptr, int(row.sampleCount))
                                           : tr("Show the first %n samples", nullptr, int(row.samples.size())),
                                     card);
        show->setObjectName(QStringLiteral("showLoss%1").arg(number));
        show->setAccessibleName(tr("%1: show the samples").arg(row.text));
        show->setToolTip(tr("Close this and select the samples in the gallery"));
        show->setAutoDefault(false);
        common::setRole(show, "link");
        line->addWidget(show);
        connect(show, &QPushButton::clicked, this, [this, samples = row.samples] {
            reject();
            Q_EMIT samplesRequested(samples);
        });
    }
    return card;
}

void LossDialog::addButtons(QVBoxLayout* column)
{
    auto* buttons = new QDialogButtonBox(this);
    auto* start = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    start->setObjectName(QStringLiteral("acceptButton"));
    start->setAccessibleName(tr("Export"));
    start->setToolTip(tr("Start the export (Enter)"));
    start->setDefault(true);
    common::setRole(start, "primary");
    auto* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(QStringLiteral("cancelButton"));
    cancel->setAccessibleName(tr("Cancel"));
    cancel->setToolTip(tr("Close without an export (Esc)"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    start->setFocus();
}

} // namespace lw::dialogs
