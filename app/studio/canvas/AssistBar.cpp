// SPDX-License-Identifier: GPL-3.0-or-later
//! A caption, a choice, a note and a button.
#include "app/studio/canvas/AssistBar.h"

#include "app/studio/canvas/ClickTeacher.h"
#include "widgets/common/Theme.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace lw::studio {

namespace {

QString overlapText(double overlap)
{
    return QLocale().toString(overlap, 'f', 2);
}

} // namespace

AssistBar::AssistBar(ClickTeacher& teacher, jobs::CanvasAssistants& assistants, QAction* teach, QWidget* parent)
    : QFrame(parent), m_teacher(teacher), m_assistants(assistants), m_caption(new QLabel(this)),
      m_way(new QComboBox(this)), m_assistant(new QComboBox(this)), m_note(new QLabel(this)),
      m_teach(new QToolButton(this))
{
    setObjectName(QStringLiteral("assistBar"));
    setAccessibleName(tr("Options of the tool"));
    common::setRole(this, "bar");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(common::kGrid, 4, common::kGrid, 4);
    row->setSpacing(common::kGrid);
    row->addWidget(m_caption);
    m_way->setObjectName(QStringLiteral("outlineWay"));
    m_way->setAccessibleName(tr("How outlines are found"));
    m_way->setToolTip(tr("What was learned from your outlines is used when it finds held-out ones better than the "
                         "built-in way does"));
    m_assistant->setObjectName(QStringLiteral("assistantChoice"));
    m_assistant->setAccessibleName(tr("Assistant"));
    m_assistant->setToolTip(tr("The imported assistant that answers clicks and boxes"));
    for (QComboBox* each : {m_way, m_assistant}) {
        each->setFocusPolicy(Qt::ClickFocus); // the canvas keeps the keyboard
        each->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        row->addWidget(each);
    }
    m_note->setObjectName(QStringLiteral("assistNote"));
    common::setRole(m_note, "muted");
    row->addWidget(m_note, 1);
    m_teach->setDefaultAction(teach);
    m_teach->setObjectName(teach->objectName() + QStringLiteral(".button"));
    m_teach->setAccessibleName(teach->text());
    m_teach->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_teach->setFocusPolicy(Qt::NoFocus);
    row->addWidget(m_teach);
    connect(m_way, &QComboBox::activated, this, [this] {
        m_prefersBuiltIn = !m_way->currentData().toBool();
        Q_EMIT wayChosen();
    });
    connect(m_assistant, &QComboBox::activated, this,
            [this] { Q_EMIT assistantChosen(m_assistant->currentData().toString()); });
    connect(&teacher, &ClickTeacher::changed, this, &AssistBar::refresh);
    connect(&assistants, &jobs::CanvasAssistants::lookingChanged, this, &AssistBar::refresh);
    refresh();
}

void AssistBar::setTool(const QString& id)
{
    m_tool = id;
    refresh();
}

void AssistBar::setAssistants(const std::vector<jobs::AssistantPair>& pairs, const QString& chosenId)
{
    m_pairs = pairs;
    m_assistant->clear();
    for (const jobs::AssistantPair& each : pairs) {
        m_assistant->addItem(each.name, each.id);
    }
    m_assistant->setCurrentIndex(std::max(0, m_assistant->findData(chosenId)));
    refresh();
}

void AssistBar::setPrefersBuiltIn(bool prefers)
{
    m_prefersBuiltIn = prefers;
    refresh();
}

void AssistBar::refresh()
{
    const bool isClicks = m_tool == QLatin1String("extreme");
    const bool isPrompt = m_tool == QLatin1String("prompt");
    m_way->setVisible(isClicks);
    m_teach->setVisible(isClicks);
    m_assistant->setVisible(isPrompt);
    setVisible(isClicks || isPrompt);
    if (isClicks) {
        m_caption->setText(tr("Outline by:"));
        showWays();
        showTeaching();
    } else if (isPrompt) {
        m_caption->setText(tr("Assistant:"));
        m_assistant->setEnabled(m_pairs.size() > 1);
        m_note->setText(m_assistants.isLooking() ? tr("Looking at the picture…") : QString());
    }
}

void AssistBar::showWays()
{
    const auto& taught = m_teacher.taught();
    const bool isBetter = taught && taught->isBetter();
    const QSignalBlocker fills(m_way); // only a person's choice counts
    m_way->clear();
    m_way->addItem(tr("built-in"), false);
    if (isBetter) {
        //: %1 is a number such as 0.84
        m_way->addItem(tr("learned from %Ln outline(s) (IoU %1)", nullptr, int(taught->outlines))
                           .arg(overlapText(taught->comparison->learned)),
                       true);
    }
    m_way->setCurrentIndex(isBetter && !m_prefersBuiltIn ? 1 : 0);
    m_way->setEnabled(isBetter);
}

void AssistBar::showTeaching()
{
    const ClickTeacher::State state = m_teacher.state();
    m_teach->defaultAction()->setEnabled(state == ClickTeacher::State::Idle);
    const auto& taught = m_teacher.taught();
    QString note;
    if (state == ClickTeacher::State::Teaching) {
        note = tr("Learning from your outlines: %1 %").arg(int(std::floor(m_teacher.progress() * 100)));
    } else if (state == ClickTeacher::State::Comparing) {
        note = tr("Comparing with the built-in way…");
    } else if (taught && taught->comparison->compared == 0) {
        note = tr("Nothing was left to compare with, so what was learned is not used: label more pictures.");
    } else if (taught && taught->isBetter()) {
        note = tr("Built-in: IoU %1, on %Ln held-out outline(s)", nullptr, int(taught->comparison->compared))
                   .arg(overlapText(taught->comparison->builtIn));
    } else if (taught) {
        note = tr("What was learned is not better: IoU %1 against %2 on %Ln held-out outline(s)", nullptr,
                  int(taught->comparison->compared))
                   .arg(overlapText(taught->comparison->learned), overlapText(taught->comparison->builtIn));
    }
    m_note->setText(note);
}

} // namespace lw::studio
