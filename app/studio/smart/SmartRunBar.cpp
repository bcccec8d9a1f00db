// SPDX-License-Identifier: GPL-3.0-or-later
//! Progress, remaining time, a small curve, and a button that stops.
#include "app/studio/smart/SmartRunBar.h"

#include "app/scenarios/EngineText.h"
#include "app/scenarios/Messages.h"
#include "app/studio/AppContext.h"
#include "engine/jobs/JobFolders.h"
#include "engine/jobs/LocalLauncher.h"
#include "models/core/WhenDone.h"
#include "models/store/DatasetRepository.h"
#include "widgets/charts/Sparkline.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"
#include "widgets/dialogs/SmartLabelDialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>

namespace lw::studio {

namespace {

/// What gets better (or, for a loss, smaller) while a job learns: the first of these that it writes.
bool isCurve(const QString& name)
{
    return name.startsWith(QLatin1String("train/loss"));
}

} // namespace

SmartRunBar::SmartRunBar(AppContext& context, domain::DatasetId dataset, QWidget* parent)
    : QFrame(parent), m_context(context), m_text(new common::ElidedLabel({}, Qt::ElideRight, this)),
      m_line(new charts::Sparkline(this)), m_progress(new QProgressBar(this)), m_rest(new QLabel(this))
{
    setObjectName(QStringLiteral("smartRunBar"));
    setAccessibleName(tr("Smart labelling"));
    common::setRole(this, "bar");
    ProjectSession& project = *context.project();
    if (const auto facts = store::DatasetRepository(project.store()).find(dataset)) {
        m_datasetUid = facts->uid;
    }
    makeParts();
    connect(&project.jobWatch(), &jobs::JobWatch::jobsChanged, this, &SmartRunBar::refresh);
    connect(&project.jobWatch(), &jobs::JobWatch::firstLookDone, this, &SmartRunBar::refresh);
    hide();
    refresh();
}

void SmartRunBar::makeParts()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(common::kGrid * 2, 4, common::kGrid * 2, 4);
    row->setSpacing(common::kGrid);
    m_text->setObjectName(QStringLiteral("smartRunText"));
    row->addWidget(m_text, 1);
    m_line->setObjectName(QStringLiteral("smartRunCurve"));
    m_line->setAccessibleName(tr("Loss of the training"));
    m_line->setToolTip(tr("Loss of the training: it should fall"));
    row->addWidget(m_line);
    m_progress->setObjectName(QStringLiteral("smartRunProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    common::setRole(m_progress, "thin");
    m_progress->setFixedWidth(160);
    row->addWidget(m_progress, 0, Qt::AlignVCenter);
    m_rest->setObjectName(QStringLiteral("smartRunRest"));
    common::setRole(m_rest, "muted");
    row->addWidget(m_rest);
    m_cancel = addButton("smartRunCancel", tr("Stop"), "cancel", tr("Stop it; what is labelled stays as it is"));
    m_cancel->setAccessibleName(tr("Stop smart labelling"));
    m_goOn = addButton("smartRunGoOn", tr("Go on"), "play", tr("Start it again; it goes on from what it had learned"));
    m_close = addButton("smartRunClose", {}, "close", tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    connect(m_cancel, &QToolButton::clicked, this, &SmartRunBar::cancel);
    connect(m_goOn, &QToolButton::clicked, this, &SmartRunBar::goOn);
    connect(m_close, &QToolButton::clicked, this, &SmartRunBar::close);
}

QToolButton* SmartRunBar::addButton(const char* name, const QString& text, const char* icon, const QString& tip)
{
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(tip);
    button->setIcon(common::icon(QLatin1String(icon)));
    button->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    layout()->addWidget(button);
    return button;
}

void SmartRunBar::refresh()
{
    const auto& jobs = m_context.project()->jobWatch().list(); // the newest first
    const auto last = std::find_if(jobs.begin(), jobs.end(), [this](const domain::EngineJob& job) {
        return job.kind == domain::EngineJobKind::SmartLabel &&
               std::any_of(job.inputs.begin(), job.inputs.end(),
                           [this](const domain::JobInput& input) { return input.datasetUid == m_datasetUid; });
    });
    if (last != jobs.end() && !last->isOver()) {
        show(*last);
        return;
    }
    const bool isFailed = last != jobs.end() && last->state == domain::EngineJobState::Failed;
    const bool wasRunning = last != jobs.end() && m_jobId == last->id && !m_cancel->isHidden();
    m_jobId = isFailed ? last->id : QString();
    if (isFailed && m_context.settings().state(closedKey()).toString() != m_jobId) {
        showFailure(*last);
    } else if (m_stays && wasRunning && isVisible()) {
        showParts(false);
        m_line->hide();
        m_goOn->hide();
        m_text->setText(last->state == domain::EngineJobState::Stopped ? tr("Smart labelling was stopped.")
                                                                      : tr("Smart labelling is through."));
    } else if (!m_stays || !isVisible() || m_goOn->isVisible()) {
        hide();
    }
}

void SmartRunBar::leave()
{
    if (!isHidden() && m_cancel->isHidden() && m_goOn->isHidden()) {
        hide();
    }
}

void SmartRunBar::showParts(bool isRunning)
{
    m_progress->setVisible(isRunning);
    m_rest->setVisible(isRunning);
    m_cancel->setVisible(isRunning);
    m_goOn->setVisible(!isRunning);
    m_close->setVisible(!isRunning);
}

void SmartRunBar::showFailure(const domain::EngineJob& job)
{
    showParts(false);
    m_line->hide();
    m_goOn->setEnabled(true);
    //: %1 is a sentence or two
    m_text->setText(tr("Smart labelling has failed. %1").arg(scenarios::jobErrorText(job)));
    setVisible(true);
}

QString SmartRunBar::closedKey() const
{
    return QStringLiteral("smart/closedFailure/") + m_datasetUid;
}

void SmartRunBar::close()
{
    m_context.settings().setState(closedKey(), m_jobId);
    hide();
}

void SmartRunBar::goOn()
{
    const domain::EngineJob* job = m_context.project()->jobWatch().find(m_jobId);
    if (!job) {
        return;
    }
    m_goOn->setEnabled(false);
    const auto start = [asked = *job](store::Store&) { return worker::startJob(asked); };
    core::whenDone(m_context.project()->inBackground(start), this, [this](const core::Result<>& started) {
        m_goOn->setEnabled(!started);
        if (!started) {
            m_text->setText(scenarios::errorText(started.error()));
        }
        m_context.project()->jobWatch().refresh();
    });
}

void SmartRunBar::show(const domain::EngineJob& job)
{
    if (job.id != m_jobId) {
        m_jobId = job.id;
        m_cancel->setEnabled(true);
    }
    showParts(true);
    const bool isWaiting = job.state != domain::EngineJobState::Running;
    m_text->setText(!m_cancel->isEnabled() ? tr("Smart labelling is being stopped…")
                    : isWaiting            ? tr("Smart labelling begins…")
                                           : tr("Smart labelling learns from %L1 samples").arg(job.labelled));
    m_progress->setRange(0, isWaiting ? 0 : 1000);
    m_progress->setValue(int(job.progress * 1000));
    m_rest->setText(job.remainingSeconds ? dialogs::durationText(*job.remainingSeconds) : QString());
    readCurve(job);
    setVisible(true);
}

void SmartRunBar::readCurve(const domain::EngineJob& job)
{
    if (m_curveId != job.id) {
        m_curveId = job.id;
        m_offset = 0;
        m_curve.clear();
        m_line->setPoints({});
    }
    m_line->setVisible(!m_curve.isEmpty());
    if (std::exchange(m_isReading, true)) {
        return;
    }
    using Points = std::vector<domain::MetricPoint>;
    const auto read = [id = job.id, from = m_offset](store::Store& store) {
        qint64 offset = from;
        Points points = worker::JobFolders(store.folder()).metrics(id, &offset);
        return std::pair(offset, points);
    };
    core::whenDone(m_context.project()->inBackground(read), this, [this, id = job.id](const std::pair<qint64, Points>& found) {
        m_isReading = false;
        if (id != m_curveId) {
            return;
        }
        m_offset = found.first;
        for (const domain::MetricPoint& point : found.second) {
            if (isCurve(point.name)) {
                m_curve.append({double(point.step), point.value});
            }
        }
        m_line->setPoints(m_curve);
        m_line->setVisible(m_curve.size() > 1);
    });
}

void SmartRunBar::cancel()
{
    const domain::EngineJob* job = m_context.project()->jobWatch().find(m_jobId);
    if (!job) {
        return;
    }
    m_cancel->setEnabled(false);
    m_text->setText(tr("Smart labelling is being stopped…"));
    const auto stop = [asked = *job](store::Store&) { return worker::stopJob(asked); };
    core::whenDone(m_context.project()->inBackground(stop), this, [this](const core::Result<>& stopped) {
        m_cancel->setEnabled(!stopped);
        m_context.project()->jobWatch().refresh();
    });
}

} // namespace lw::studio
