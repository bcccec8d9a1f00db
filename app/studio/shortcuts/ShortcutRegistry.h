// SPDX-License-Identifier: GPL-3.0-or-later
//! Which keys do what: the chosen profile, a person's own changes, and conflicts between them.
#pragma once

#include "app/studio/shortcuts/ActionCatalogue.h"
#include "app/studio/shortcuts/KeyProfiles.h"

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>

class QAction;

namespace lw::studio {

class Settings;

/// Holds the catalogue id of an action that was bound.
inline constexpr const char* kActionIdProperty = "lw.actionId";

/// Two actions that want the same keys in the same place.
struct KeyConflict {
    QString first;
    QString second;
    QKeySequence keys;
};

/// GUI thread only.
class ShortcutRegistry final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutRegistry)

public:
    explicit ShortcutRegistry(Settings& settings, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<ActionInfo>& actions() const { return m_actions; }
    [[nodiscard]] const std::vector<KeyProfile>& profiles() const { return m_profiles; }
    /// Null for an unknown id.
    [[nodiscard]] const ActionInfo* find(const QString& id) const;
    /// The keys in force now, the main one first; empty if none.
    [[nodiscard]] QList<QKeySequence> keys(const QString& id) const;
    /// The keys of the chosen profile without own changes.
    [[nodiscard]] QList<QKeySequence> profileKeys(const QString& id) const;
    [[nodiscard]] bool isChanged(const QString& id) const { return m_own.contains(id); }
    [[nodiscard]] const QString& profile() const { return m_profile; }

    /// Takes the keys and the mouse wheel's habit of another profile, with the own changes made to it earlier.
    void setProfile(const QString& id);
    /// Ids of other actions that have `keys` where `id` works too.
    [[nodiscard]] QStringList conflictsOf(const QString& id, const QKeySequence& keys) const;
    /// All pairs that clash with the keys in force now.
    [[nodiscard]] QList<KeyConflict> conflicts() const;
    /// Gives `id` these keys and takes them away from actions that they would clash with.
    void setKeys(const QString& id, const QList<QKeySequence>& keys);
    /// Back to the profile's keys.
    void reset(const QString& id);
    void resetAll();

    /// Gives `action` its words, icon and keys, and an object name if it has none, and keeps them current as long as
    /// it lives. Unknown ids are a programming error.
    void bind(QAction* action, const QString& id);
    /// The same for an action that has its own words and tooltip: keys only.
    void bindKeys(QAction* action, const QString& id);
    /// A page with all keys for printing, HTML.
    [[nodiscard]] QString cardHtml() const;
    /// Takes the words of the language of the moment.
    void reloadTexts();

Q_SIGNALS:
    /// Keys of one or more actions are others.
    void keysChanged();

private:
    struct Bound {
        QPointer<QAction> action;
        QString id;
        bool isKeysOnly = false;
    };

    void applyTo(const Bound& bound) const;
    void remember(const Bound& bound);
    void applyToAll();
    void store();
    [[nodiscard]] const KeyProfile& currentProfile() const;

    Settings& m_settings;
    std::vector<ActionInfo> m_actions;
    QHash<QString, size_t> m_index;
    std::vector<KeyProfile> m_profiles;
    QString m_profile;
    QHash<QString, QStringList> m_own; ///< portable text
    QList<Bound> m_bound;
};

/// True if the keys of both scopes may be pressed at the same place.
[[nodiscard]] bool scopesMeet(ActionScope a, ActionScope b);

} // namespace lw::studio
