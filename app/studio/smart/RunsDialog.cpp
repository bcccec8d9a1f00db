// SPDX-License-Identifier: GPL-3.0-or-later
//! A table and a curve.
#include "app/studio/smart/RunsDialog.h"

#include "app/scenarios/EngineText.h"
#include "app/scenarios/SmartVerdict.h"
#include "models/items/Texts.h"
#include "widgets/charts/Sparkline.h"
#include "widgets/common/Theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lw::studio {

namespace {

enum Column { When, Mode, Model, Learned, Quality, Proposed, State, kColumns };

QString modeText(scenarios::SmartMode mode)
{
    switch (mode) {
    case scenarios::SmartMode::Fast:
        return RunsDialog::tr("Fast");
    case scenarios::SmartMode::Precise:
        return RunsDialog::tr("Precise");
    case scenarios::SmartMode::Model:
        break;
    }
    return RunsDialog::tr("Model");
}

/// The style's padding is not in what headers ask for.
void setWidths(QTableWidget& table)
{
    constexpr int kPadding = 28;
    QFont bold = table.font(); // as the theme draws headers
    bold.setBold(true);
    for (int column = 0; column < table.columnCount(); ++column) {
        int width = QFontMetrics(bold).horizontalAdvance(table.horizontalHeaderItem(column)->text());
        for (int row = 0; row < table.rowCount(); ++row) {
            width = std::max(width, table.fontMetrics().horizontalAdvance(table.item(row, column)->text()));
        }
        table.setColumnWidth(column, width + kPadding);
    }
    table.horizontalHeader()->setSectionResizeMode(Model, QHeaderView::Stretch);
}

QString metricText(const QString& metric)
{
    return metric == QLatin1String("map50")  ? RunsDialog::tr("mAP50")
           : metric == QLatin1String("miou") ? RunsDialog::tr("mIoU")
                                             : RunsDialog::tr("Accuracy");
}

QString stateText(const scenarios::SmartRunEntry& entry)
{
    if (entry.run) {
        const bool isVain = entry.run->state == domain::SmartRunState::Done &&
                            scenarios::smartVerdict(entry.run->about) == scenarios::SmartVerdict::FoundNothing;
        return isVain                                               ? RunsDialog::tr("Found nothing")
               : entry.run->state == domain::SmartRunState::TakenBack ? RunsDialog::tr("Taken back")
               : entry.run->state == domain::SmartRunState::Writing ? RunsDialog::tr("Being written")
                                                                    : RunsDialog::tr("Done");
    }
    if (!entry.job) {
        return {};
    }
    switch (entry.job->state) {
    case domain::EngineJobState::Failed:
        return RunsDialog::tr("Failed");
    case domain::EngineJobState::Stopped:
        return RunsDialog::tr("Stopped");
    case domain::EngineJobState::Succeeded:
        return RunsDialog::tr("Being written");
    default:
        return RunsDialog::tr("Running");
    }
}

/// The newest run, if it did not come to its end.
const domain::EngineJob* unfinished(const std::vector<scenarios::SmartRunEntry>& runs)
{
    if (runs.empty() || runs.front().run || !runs.front().job) {
        return nullptr;
    }
    const domain::EngineJob& job = *runs.front().job;
    const bool isEnded = job.state == domain::EngineJobState::Stopped || job.state == domain::EngineJobState::Failed;
    return isEnded ? &job : nullptr;
}

} // namespace

RunsDialog::RunsDialog(const std::vector<scenarios::SmartRunEntry>& runs, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("smartRunsDialog"));
    setWindowTitle(tr("Runs of smart labelling"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    auto* heading = new QLabel(tr("Runs of smart labelling"), this);
    common::setRole(heading, "title");
    column->addWidget(heading);
    auto* note = new QLabel(runs.empty() ? tr("There was no run yet.")
                                         : tr("How good a run is was estimated where labels are known. Each round of "
                                              "confirmed labels should lift it."),
                            this);
    note->setWordWrap(true);
    common::setRole(note, "muted");
    column->addWidget(note);
    if (!runs.empty()) {
        column->addWidget(makeCurve(runs));
        column->addWidget(makeTable(runs), 1);
    }
    if (const domain::EngineJob* job = unfinished(runs)) {
        auto* reason = new QLabel(job->state == domain::EngineJobState::Stopped
                                      ? tr("The last run was stopped. What it had learned is kept.")
                                      : scenarios::jobErrorText(*job),
                                  this);
        reason->setObjectName(QStringLiteral("whyUnfinished"));
        reason->setWordWrap(true);
        column->addWidget(reason);
    }
    auto* box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    box->button(QDialogButtonBox::Close)->setText(tr("Close"));
    QPushButton* again = box->addButton(runs.empty() ? tr("Smart labelling…") : tr("Learn again…"),
                                        QDialogButtonBox::ActionRole);
    again->setObjectName(QStringLiteral("newRun"));
    common::setRole(again, "primary");
    if (const domain::EngineJob* job = unfinished(runs)) {
        QPushButton* resume = box->addButton(tr("Continue the last run"), QDialogButtonBox::ActionRole);
        resume->setObjectName(QStringLiteral("resumeRun"));
        connect(resume, &QPushButton::clicked, this, [this, asked = *job] {
            accept();
            Q_EMIT resumeRequested(asked);
        });
    }
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(again, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT newRunRequested();
    });
    column->addWidget(box);
    resize(760, runs.empty() ? sizeHint().height() : 480);
}

QWidget* RunsDialog::makeCurve(const std::vector<scenarios::SmartRunEntry>& runs)
{
    QList<QPointF> points;
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        if (run->quality) {
            points.append({double(points.size()), *run->quality});
        }
    }
    auto* curve = new charts::Sparkline(this);
    curve->setObjectName(QStringLiteral("qualityCurve"));
    curve->setAccessibleName(tr("Quality from run to run"));
    curve->setRange(0, 1);
    curve->setLabelled(true);
    curve->setPoints(points);
    curve->setMinimumHeight(110);
    curve->setVisible(!points.isEmpty());
    return curve;
}

QTableWidget* RunsDialog::makeTable(const std::vector<scenarios::SmartRunEntry>& runs)
{
    auto* table = new QTableWidget(int(runs.size()), kColumns, this);
    table->setObjectName(QStringLiteral("smartRuns"));
    table->setAccessibleName(tr("Runs"));
    table->setHorizontalHeaderLabels(
        {tr("When"), tr("Mode"), tr("Network"), tr("Learned from"), tr("Quality"), tr("Proposed"), tr("State")});
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const QLocale locale;
    for (int row = 0; row < int(runs.size()); ++row) {
        const scenarios::SmartRunEntry& run = runs[size_t(row)];
        const auto set = [&](int columnIndex, const QString& text) {
            table->setItem(row, columnIndex, new QTableWidgetItem(text));
        };
        set(When, items::timeText(run.createdAt));
        set(Mode, modeText(run.mode));
        set(Model, run.modelName.isEmpty() ? tr("Built in") : run.modelName);
        set(Learned, locale.toString(run.labelled));
        //: the name of a measure, then its value in per cent
        set(Quality, run.quality ? tr("%1 %2%").arg(metricText(run.metric)).arg(qRound(*run.quality * 100)) : QString());
        set(Proposed, run.run ? locale.toString(run.run->proposed) : QString());
        set(State, stateText(run));
        if (run.job && run.job->state == domain::EngineJobState::Failed) {
            table->item(row, State)->setToolTip(scenarios::jobErrorText(*run.job));
        } else if (run.run && scenarios::smartVerdict(run.run->about) != scenarios::SmartVerdict::Fine) {
            const QStringList lines = QStringList(scenarios::smartVerdictText(run.run->about)) +
                                      scenarios::smartAdvice(run.run->about);
            table->item(row, State)->setToolTip(lines.join(QLatin1Char('\n')));
        }
    }
    setWidths(*table);
    return table;
}

} // namespace lw::studio
