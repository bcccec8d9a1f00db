// SPDX-License-Identifier: GPL-3.0-or-later
//! Debounces typing, so that a filter over a million samples runs once and not per key.
#include "widgets/common/SearchField.h"

#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QTimer>

namespace lw::common {

SearchField::SearchField(const QString& name, QWidget* parent) : QLineEdit(parent), m_pause(new QTimer(this))
{
    setPlaceholderText(name);
    setAccessibleName(name);
    addAction(icon(QStringLiteral("search"), colours().textMuted), QLineEdit::LeadingPosition);
    m_clear = addAction(icon(QStringLiteral("close"), colours().textMuted), QLineEdit::TrailingPosition);
    m_clear->setToolTip(tr("Clear (Esc)"));
    m_clear->setVisible(false);
    m_pause->setSingleShot(true);
    m_pause->setInterval(200);
    connect(m_pause, &QTimer::timeout, this, &SearchField::report);
    connect(m_clear, &QAction::triggered, this, [this] {
        clear();
        report();
    });
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_clear->setVisible(!text.isEmpty());
        m_pause->start();
    });
}

void SearchField::setDelay(int milliseconds)
{
    m_pause->setInterval(milliseconds);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        m_clear->trigger();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        report();
    QLineEdit::keyPressEvent(event);
}

void SearchField::report()
{
    m_pause->stop();
    const QString now = text().trimmed();
    if (now == m_reported)
        return;
    m_reported = now;
    Q_EMIT searchChanged(now);
}

} // namespace lw::common
