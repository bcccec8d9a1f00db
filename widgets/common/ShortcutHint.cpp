// SPDX-License-Identifier: GPL-3.0-or-later
//! Splits a key sequence into key caps.
#include "widgets/common/ShortcutHint.h"

#include "widgets/common/Theme.h"

#include <QHBoxLayout>
#include <QLabel>

#include <memory>

namespace lw::common {

namespace {

/// Names of the keys of `sequence`. The plus key itself is written as "Ctrl++", so a plain split would lose it.
QStringList keyNames(const QKeySequence& sequence)
{
    QStringList names;
    for (int i = 0; i < sequence.count(); ++i) {
        QString chord = QKeySequence(sequence[uint(i)]).toString(QKeySequence::NativeText);
        const bool endsWithPlus = chord.endsWith(QLatin1Char('+'));
        if (endsWithPlus)
            chord.chop(1);
        names += chord.split(QLatin1Char('+'), Qt::SkipEmptyParts);
        if (endsWithPlus)
            names += QStringLiteral("+");
    }
    return names;
}

} // namespace

ShortcutHint::ShortcutHint(const QKeySequence& sequence, QWidget* parent)
    : QWidget(parent), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(3);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setSequence(sequence);
}

void ShortcutHint::setSequence(const QKeySequence& sequence)
{
    while (const std::unique_ptr<QLayoutItem> item{m_row->takeAt(0)})
        delete item->widget();
    for (const QString& name : keyNames(sequence)) {
        auto* key = new QLabel(name, this);
        key->setTextFormat(Qt::PlainText);
        setRole(key, "key");
        m_row->addWidget(key);
    }
    setAccessibleName(sequence.toString(QKeySequence::NativeText));
}

QString withShortcut(const QString& text, const QKeySequence& sequence)
{
    if (sequence.isEmpty())
        return text;
    return QStringLiteral("%1 (%2)").arg(text, sequence.toString(QKeySequence::NativeText));
}

} // namespace lw::common
