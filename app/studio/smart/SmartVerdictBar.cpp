// SPDX-License-Identifier: GPL-3.0-or-later
//! Two lines of text and three buttons.
#include "app/studio/smart/SmartVerdictBar.h"

#include "app/scenarios/SmartVerdict.h"
#include "app/studio/AppContext.h"
#include "models/core/WhenDone.h"
#include "models/store/ProposalRepository.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace lw::studio {

SmartVerdictBar::SmartVerdictBar(AppContext& context, domain::DatasetId dataset, QWidget* parent)
    : QFrame(parent), m_context(context), m_dataset(dataset)
{
    setObjectName(QStringLiteral("smartVerdictBar"));
    setAccessibleName(tr("How smart labelling ended"));
    common::setRole(this, "bar");
    makeParts();
    hide();
    connect(&context.project()->store(), &store::Store::changed, this, [this](const store::Change& change) {
        // Runs end in a task; undoing one is a change of many samples.
        if (change.kinds & (store::Change::Tasks | store::Change::Annotations)) {
            refresh();
        }
    });
    refresh();
}

void SmartVerdictBar::makeParts()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(common::kGrid * 2, common::kGrid, common::kGrid * 2, common::kGrid);
    row->setSpacing(common::kGrid);
    auto* icon = new QLabel(this);
    icon->setPixmap(common::icon(QStringLiteral("warning"), common::colours().warning).pixmap(QSize(20, 20), devicePixelRatioF()));
    row->addWidget(icon, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    m_verdict = new QLabel(this);
    m_verdict->setObjectName(QStringLiteral("smartVerdict"));
    m_advice = new QLabel(this);
    m_advice->setObjectName(QStringLiteral("smartAdvice"));
    common::setRole(m_advice, "muted");
    for (QLabel* label : {m_verdict, m_advice}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    row->addLayout(column, 1);
    const auto add = [&](const char* name, const QString& text, const char* image, const QString& tip) {
        auto* button = new QToolButton(this);
        button->setObjectName(QLatin1String(name));
        button->setText(text);
        button->setAccessibleName(tip);
        button->setToolTip(tip);
        button->setIcon(common::icon(QLatin1String(image)));
        button->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
        row->addWidget(button, 0, Qt::AlignVCenter);
        return button;
    };
    connect(add("verdictNext", tr("Label these next"), "tag", tr("Show the samples whose labels would teach the most")),
            &QToolButton::clicked, this, &SmartVerdictBar::nextRequested);
    connect(add("verdictAgain", tr("Learn again…"), "wand", tr("Start smart labelling anew")), &QToolButton::clicked,
            this, &SmartVerdictBar::learnAgainRequested);
    connect(add("verdictClose", {}, "close", tr("Close this message")), &QToolButton::clicked, this,
            &SmartVerdictBar::close);
}

QString SmartVerdictBar::closedKey() const
{
    return QStringLiteral("smart/closedVerdict/%1/%2").arg(m_context.project()->name()).arg(m_dataset.value);
}

void SmartVerdictBar::refresh()
{
    const auto read = [dataset = m_dataset](store::Store& store) {
        return store::ProposalRepository(store).runs(dataset);
    };
    core::whenDone(m_context.project()->inBackground(read), this,
                   [this](const core::Result<std::vector<domain::SmartRun>>& runs) {
                       if (!runs) {
                           return; // the pages that need the store say so
                       }
                       const domain::SmartRun* last = runs->empty() ? nullptr : &runs->front();
                       const bool isOfUse = last && last->state == domain::SmartRunState::Done &&
                                            scenarios::smartVerdict(last->about) != scenarios::SmartVerdict::Fine &&
                                            m_context.settings().state(closedKey()).toString() != last->jobId;
                       if (isOfUse) {
                           m_jobId = last->jobId;
                           m_verdict->setText(scenarios::smartVerdictText(last->about));
                           m_advice->setText(scenarios::smartAdvice(last->about).join(QLatin1Char(' ')));
                       }
                       setVisible(isOfUse);
                   });
}

void SmartVerdictBar::close()
{
    m_context.settings().setState(closedKey(), m_jobId);
    hide();
}

} // namespace lw::studio
