// SPDX-License-Identifier: GPL-3.0-or-later
//! Labels, badges and buttons in one row.
#include "app/studio/canvas/CanvasHeader.h"

#include "models/items/HardReasonTexts.h"
#include "models/items/Texts.h"
#include "widgets/common/Badge.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace lw::studio {

namespace {

constexpr qsizetype kMostReasons = 2;

common::BadgeKind badgeOf(domain::SampleState state)
{
    switch (state) {
    case domain::SampleState::Labelled:
        return common::BadgeKind::Success;
    case domain::SampleState::ToConfirm:
        return common::BadgeKind::Warning;
    case domain::SampleState::Unlabelled:
        break;
    }
    return common::BadgeKind::Neutral;
}

} // namespace

CanvasHeader::CanvasHeader(const Actions& actions, QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("canvasHeader"));
    common::setRole(this, "bar");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(common::kGrid, 4, common::kGrid, 4);
    row->setSpacing(6);
    addButton(row, actions.back);
    addButton(row, actions.previous);
    m_place = new QToolButton(this);
    m_place->setObjectName(QStringLiteral("canvasPlace"));
    m_place->setToolTip(actions.jump->toolTip());
    m_place->setAccessibleName(actions.jump->text());
    connect(m_place, &QToolButton::clicked, actions.jump, &QAction::trigger);
    row->addWidget(m_place);
    addButton(row, actions.next);
    addButton(row, actions.nextUnlabelled);
    m_name = new common::ElidedLabel({}, Qt::ElideMiddle, this);
    m_name->setObjectName(QStringLiteral("canvasFileName"));
    common::setRole(m_name, "heading");
    m_name->setContentsMargins(common::kGrid, 0, 0, 0);
    row->addWidget(m_name, 1);
    m_state = new common::Badge({}, common::BadgeKind::Neutral, this);
    m_state->setObjectName(QStringLiteral("canvasState"));
    row->addWidget(m_state);
    m_missing = new common::Badge(tr("File missing"), common::BadgeKind::Danger, this);
    row->addWidget(m_missing);
    m_reasons = new QHBoxLayout;
    m_reasons->setSpacing(4);
    row->addLayout(m_reasons);
    m_notes = new QHBoxLayout;
    m_notes->setSpacing(4);
    row->addLayout(m_notes);
    m_stopwatch = new QLabel(this);
    m_stopwatch->setObjectName(QStringLiteral("stopwatch"));
    common::setRole(m_stopwatch, "muted");
    row->addWidget(m_stopwatch);
    m_saving = new QLabel(this);
    m_saving->setObjectName(QStringLiteral("savingIndicator"));
    m_saving->setFixedWidth(18);
    row->addWidget(m_saving);
    addButton(row, actions.smartLabel);
    addButton(row, actions.hard);
    addButton(row, actions.confirm, true);
    setSaving(false);
}

void CanvasHeader::addButton(QHBoxLayout* row, QAction* action, bool withText)
{
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setObjectName(action->objectName() + QStringLiteral(".button"));
    button->setAccessibleName(action->text());
    button->setToolButtonStyle(withText ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    button->setFocusPolicy(Qt::NoFocus);
    row->addWidget(button);
}

void CanvasHeader::setSample(const domain::Sample& sample)
{
    const bool isEmpty = !sample.id.isValid();
    m_name->setText(sample.name);
    m_state->setVisible(!isEmpty);
    m_state->setText(items::stateText(sample.state));
    m_state->setKind(badgeOf(sample.state));
    m_missing->setVisible(!isEmpty && sample.isMissing);
    showReasons(sample.isHard ? sample.hardReasons : domain::HardReasons());
}

void CanvasHeader::showReasons(const domain::HardReasons& reasons)
{
    while (QLayoutItem* item = m_reasons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QStringList texts = items::hardReasonTexts(reasons);
    for (qsizetype i = 0; i < std::min<qsizetype>(texts.size(), kMostReasons); ++i) {
        auto* badge = new common::Badge(texts[i], common::BadgeKind::Warning, this);
        badge->setObjectName(QStringLiteral("hardReason"));
        badge->setToolTip(tr("Why it is hard: %1").arg(texts.join(tr(", "))));
        m_reasons->addWidget(badge);
    }
}

void CanvasHeader::setPlace(qint64 row, qint64 count)
{
    const QLocale locale;
    m_place->setText(row < 0 ? tr("– / %1").arg(locale.toString(count))
                             : tr("%1 / %2").arg(locale.toString(row + 1), locale.toString(count)));
}

void CanvasHeader::setNotes(const QList<canvas::PictureNote>& notes)
{
    while (QLayoutItem* item = m_notes->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const canvas::PictureNote& note : notes) {
        auto* badge = new common::Badge(note.text, common::BadgeKind::Accent, this);
        badge->setObjectName(QStringLiteral("pictureNote"));
        badge->setToolTip(note.explanation);
        badge->setAccessibleDescription(note.explanation);
        m_notes->addWidget(badge);
    }
}

void CanvasHeader::setSaving(bool isSaving)
{
    const QString text = isSaving ? tr("Saving…") : tr("Saved");
    m_saving->setToolTip(text);
    m_saving->setAccessibleName(text);
    const QColor& colour = isSaving ? common::colours().warning : common::colours().success;
    m_saving->setPixmap(common::icon(isSaving ? QStringLiteral("task-running") : QStringLiteral("check"), colour)
                            .pixmap(QSize(16, 16), devicePixelRatioF()));
}

void CanvasHeader::setStopwatch(const QString& text)
{
    m_stopwatch->setText(text);
    m_stopwatch->setVisible(!text.isEmpty());
}

} // namespace lw::studio
