// SPDX-License-Identifier: GPL-3.0-or-later
//! Keys = the default's, replaced by the profile's, replaced by the person's own.
#include "app/studio/shortcuts/ShortcutRegistry.h"

#include "app/studio/Settings.h"
#include "widgets/common/Icons.h"
#include "widgets/common/ShortcutHint.h"

#include <QAction>

#include <algorithm>

namespace lw::studio {

namespace {

QList<QKeySequence> sequences(const QStringList& texts)
{
    QList<QKeySequence> keys;
    for (const QString& text : texts) {
        keys.append(QKeySequence(text, QKeySequence::PortableText));
    }
    return keys;
}

QStringList portable(const QList<QKeySequence>& keys)
{
    QStringList texts;
    for (const QKeySequence& each : keys) {
        texts.append(each.toString(QKeySequence::PortableText));
    }
    return texts;
}

} // namespace

bool scopesMeet(ActionScope a, ActionScope b)
{
    return a == b || a == ActionScope::Global || b == ActionScope::Global;
}

ShortcutRegistry::ShortcutRegistry(Settings& settings, QObject* parent) : QObject(parent), m_settings(settings)
{
    reloadTexts();
    const QString chosen = settings.keyProfile();
    m_profile = chosen.isEmpty() ? m_profiles.front().id : chosen;
    m_own = settings.ownKeys(m_profile);
}

void ShortcutRegistry::reloadTexts()
{
    m_actions = actionCatalogue();
    m_profiles = keyProfiles();
    m_index.clear();
    for (size_t i = 0; i < m_actions.size(); ++i) {
        m_index.insert(m_actions[i].id, i);
    }
}

const ActionInfo* ShortcutRegistry::find(const QString& id) const
{
    const auto found = m_index.constFind(id);
    return found == m_index.constEnd() ? nullptr : &m_actions[*found];
}

const KeyProfile& ShortcutRegistry::currentProfile() const
{
    const auto found =
        std::find_if(m_profiles.begin(), m_profiles.end(), [this](const auto& p) { return p.id == m_profile; });
    return found == m_profiles.end() ? m_profiles.front() : *found;
}

QList<QKeySequence> ShortcutRegistry::profileKeys(const QString& id) const
{
    const KeyProfile& profile = currentProfile();
    const auto special = profile.keys.constFind(id);
    if (special != profile.keys.constEnd()) {
        return sequences(*special);
    }
    const ActionInfo* info = find(id);
    return info ? sequences(info->keys) : QList<QKeySequence>{};
}

QList<QKeySequence> ShortcutRegistry::keys(const QString& id) const
{
    const auto own = m_own.constFind(id);
    return own != m_own.constEnd() ? sequences(*own) : profileKeys(id);
}

void ShortcutRegistry::setProfile(const QString& id)
{
    m_profile = id;
    m_settings.setKeyProfile(id);
    m_own = m_settings.ownKeys(id);
    canvas::CanvasOptions options = m_settings.canvasOptions();
    options.wheelZooms = currentProfile().wheelZooms;
    m_settings.setCanvasOptions(options);
    applyToAll();
}

QStringList ShortcutRegistry::conflictsOf(const QString& id, const QKeySequence& keys) const
{
    QStringList others;
    const ActionInfo* info = find(id);
    if (!info || keys.isEmpty()) {
        return others;
    }
    for (const ActionInfo& other : m_actions) {
        if (other.id != id && scopesMeet(info->scope, other.scope) && this->keys(other.id).contains(keys)) {
            others.append(other.id);
        }
    }
    return others;
}

QList<KeyConflict> ShortcutRegistry::conflicts() const
{
    QList<KeyConflict> all;
    for (size_t i = 0; i < m_actions.size(); ++i) {
        const QList<QKeySequence> mine = keys(m_actions[i].id);
        for (size_t j = i + 1; j < m_actions.size(); ++j) {
            if (!scopesMeet(m_actions[i].scope, m_actions[j].scope)) {
                continue;
            }
            const QList<QKeySequence> others = keys(m_actions[j].id);
            for (const QKeySequence& each : mine) {
                if (!each.isEmpty() && others.contains(each)) {
                    all.append({m_actions[i].id, m_actions[j].id, each});
                }
            }
        }
    }
    return all;
}

void ShortcutRegistry::setKeys(const QString& id, const QList<QKeySequence>& keys)
{
    QList<QKeySequence> wanted = keys;
    wanted.removeIf([](const QKeySequence& each) { return each.isEmpty(); });
    for (const QKeySequence& each : wanted) {
        const QStringList losers = conflictsOf(id, each);
        for (const QString& loser : losers) {
            QList<QKeySequence> left = this->keys(loser);
            left.removeAll(each);
            m_own.insert(loser, portable(left));
        }
    }
    if (wanted == profileKeys(id)) {
        m_own.remove(id);
    } else {
        m_own.insert(id, portable(wanted));
    }
    store();
}

void ShortcutRegistry::reset(const QString& id)
{
    setKeys(id, profileKeys(id));
}

void ShortcutRegistry::resetAll()
{
    m_own.clear();
    store();
}

void ShortcutRegistry::store()
{
    m_settings.setOwnKeys(m_profile, m_own);
    applyToAll();
}

void ShortcutRegistry::bind(QAction* action, const QString& id)
{
    const ActionInfo* info = find(id);
    Q_ASSERT_X(info, "ShortcutRegistry::bind", qPrintable(id));
    if (!info) {
        return;
    }
    action->setText(info->text);
    if (action->objectName().isEmpty()) {
        action->setObjectName(id);
    }
    if (!info->icon.isEmpty()) {
        action->setIcon(common::icon(info->icon));
    }
    remember({action, id, false});
}

void ShortcutRegistry::bindKeys(QAction* action, const QString& id)
{
    Q_ASSERT_X(find(id), "ShortcutRegistry::bindKeys", qPrintable(id));
    remember({action, id, true});
}

void ShortcutRegistry::remember(const Bound& bound)
{
    bound.action->setProperty(kActionIdProperty, bound.id);
    applyTo(bound);
    m_bound.removeIf([](const Bound& each) { return each.action.isNull(); });
    m_bound.append(bound);
}

void ShortcutRegistry::applyTo(const Bound& bound) const
{
    const QList<QKeySequence> all = keys(bound.id);
    bound.action->setShortcuts(all);
    if (!bound.isKeysOnly) {
        bound.action->setToolTip(common::withShortcut(bound.action->text(), all.value(0)));
    }
}

void ShortcutRegistry::applyToAll()
{
    for (const Bound& each : std::as_const(m_bound)) {
        if (each.action) {
            applyTo(each);
        }
    }
    Q_EMIT keysChanged();
}

QString ShortcutRegistry::cardHtml() const
{
    QString html = QStringLiteral("<html><body><h1>%1</h1>").arg(tr("Labelwright: keys").toHtmlEscaped());
    for (const ActionScope scope : {ActionScope::Canvas, ActionScope::Samples, ActionScope::Global}) {
        html += QStringLiteral("<h2>%1</h2><table width=\"100%\" cellspacing=\"0\" cellpadding=\"3\">")
                    .arg(scopeText(scope).toHtmlEscaped());
        for (const ActionInfo& info : m_actions) {
            QStringList names;
            for (const QKeySequence& each : keys(info.id)) {
                names.append(each.toString(QKeySequence::NativeText).toHtmlEscaped());
            }
            if (info.scope == scope && !names.isEmpty()) {
                html += QStringLiteral("<tr><td>%1</td><td align=\"right\"><b>%2</b></td></tr>")
                            .arg(info.text.toHtmlEscaped(), names.join(QStringLiteral(", ")));
            }
        }
        html += QStringLiteral("</table>");
    }
    return html + QStringLiteral("</body></html>");
}

} // namespace lw::studio
