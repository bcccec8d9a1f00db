// SPDX-License-Identifier: GPL-3.0-or-later
//! Hands out keys to labels.
#include "app/studio/labels/LabelKeys.h"

#include "app/studio/shortcuts/ShortcutRegistry.h"
#include "models/document/LabelSet.h"

#include <QKeyEvent>
#include <QSet>

#include <algorithm>
#include <array>

namespace lw::studio {

namespace {

constexpr size_t kDigits = 10;

constexpr std::array kLabellingActions = {
    "canvas.next",        "canvas.previous",  "canvas.nextUnlabelled", "canvas.previousUnlabelled", "canvas.jump",
    "canvas.confirmNext", "canvas.hard",      "canvas.stopwatch",      "canvas.newLabel",           "canvas.filmstrip",
    "canvas.panels",      "canvas.save",      "canvas.history",        "canvas.back",               "canvas.undo",
    "canvas.redo",        "canvas.zoomIn",    "canvas.zoomOut",        "canvas.fit",                "canvas.actualSize",
    "canvas.singleLabel", "canvas.advance",   "canvas.rejectNext",     "canvas.takeBack",           "canvas.acceptShapes",
};

/// Keys that already mean something on the gallery page or on the page for labelling.
QSet<QString> takenKeys(const ShortcutRegistry& shortcuts)
{
    QSet<QString> taken;
    for (const ActionInfo& info : shortcuts.actions()) {
        if (info.scope == ActionScope::Canvas && !isOnLabellingPage(info.id)) {
            continue;
        }
        for (const QKeySequence& keys : shortcuts.keys(info.id)) {
            taken.insert(keys.toString(QKeySequence::PortableText));
        }
    }
    return taken;
}

} // namespace

bool isOnLabellingPage(const QString& action)
{
    return std::any_of(kLabellingActions.begin(), kLabellingActions.end(),
                       [&](const char* id) { return action == QLatin1String(id); });
}

LabelKeys::LabelKeys(const ShortcutRegistry& shortcuts, const document::LabelSet& labels)
{
    const std::vector<domain::Label>& all = labels.labels();
    for (const domain::Label& label : all) {
        give(label.id, label.shortcut);
    }
    for (size_t i = 0; i < std::min(all.size(), kDigits); ++i) {
        give(all[i].id, QString::number((i + 1) % kDigits));
    }
    const QSet<QString> taken = takenKeys(shortcuts);
    char16_t letter = u'A';
    for (size_t i = kDigits; i < all.size(); ++i) {
        if (m_shown.contains(all[i].id)) {
            continue;
        }
        while (letter <= u'Z' && (taken.contains(QString(letter)) || m_labels.contains(QString(letter)))) {
            ++letter;
        }
        if (letter > u'Z') {
            break;
        }
        give(all[i].id, QString(letter++));
    }
}

void LabelKeys::give(domain::LabelId label, const QString& key)
{
    if (key.isEmpty() || m_labels.contains(key)) {
        return;
    }
    m_labels.insert(key, label);
    if (!m_shown.contains(label)) {
        m_shown.insert(label, key);
    }
}

domain::LabelId LabelKeys::labelFor(const QKeyEvent& event) const
{
    const QKeyCombination keys(event.modifiers() & ~Qt::KeypadModifier, Qt::Key(event.key()));
    return m_labels.value(QKeySequence(keys).toString(QKeySequence::PortableText));
}

} // namespace lw::studio
