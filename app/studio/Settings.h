// SPDX-License-Identifier: GPL-3.0-or-later
//! What a person set about the program, typed; kept in the user's settings file.
#pragma once

#include "widgets/canvas/CanvasOptions.h"
#include "widgets/common/Theme.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QObject>
#include <QSettings>
#include <QStringList>
#include <QVariant>

namespace lw::studio {

struct RecentProject {
    QString folder;
    QDateTime openedAt;

    bool operator==(const RecentProject&) const = default;
};

/// GUI thread only. Every setter writes through.
class Settings final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Settings)

public:
    static constexpr int kKeptProjects = 12;

    /// `file` is an INI file, or empty for the user's own settings.
    explicit Settings(const QString& file = {}, QObject* parent = nullptr);

    /// "system", "en" or "zh_CN".
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& language);
    [[nodiscard]] common::ThemeMode theme() const;
    void setTheme(common::ThemeMode mode);
    /// Written into every edit and the history; "human" unless set.
    [[nodiscard]] QString author() const;
    void setAuthor(const QString& author);
    [[nodiscard]] bool wantsNotifications() const;
    void setWantsNotifications(bool wants);

    [[nodiscard]] canvas::CanvasOptions canvasOptions() const;
    void setCanvasOptions(const canvas::CanvasOptions& options);
    /// Longer side of gallery thumbnails in device-independent pixels, 96 to 320.
    [[nodiscard]] int thumbnailSize() const;
    void setThumbnailSize(int pixels);
    /// Pictures of more pixels are not opened, in millions.
    static constexpr int kLeastMegapixels = 10;
    static constexpr int kMostMegapixels = 10'000;
    [[nodiscard]] int maxMegapixels() const;
    /// The same as a number of pixels.
    [[nodiscard]] qint64 maxPixels() const { return qint64(maxMegapixels()) * 1'000'000; }
    void setMaxMegapixels(int millions);
    /// Ceiling of the thumbnail folder of a project, in MB.
    [[nodiscard]] int cacheMegabytes() const;
    void setCacheMegabytes(int megabytes);

    /// Id of the chosen key profile; empty before the first choice.
    [[nodiscard]] QString keyProfile() const;
    void setKeyProfile(const QString& id);
    /// Keys that differ from `profile`'s, by action id; portable text, separated by "; ".
    [[nodiscard]] QHash<QString, QStringList> ownKeys(const QString& profile) const;
    void setOwnKeys(const QString& profile, const QHash<QString, QStringList>& keys);

    /// The last opened first.
    [[nodiscard]] QList<RecentProject> recentProjects() const;
    void addRecentProject(const QString& folder);
    void removeRecentProject(const QString& folder);

    /// Small view state: geometry, splitters, the last route. `key` is a path such as "window/geometry".
    [[nodiscard]] QVariant state(const QString& key, const QVariant& fallback = {}) const;
    void setState(const QString& key, const QVariant& value);
    /// Writes to disk at once; otherwise that happens when the program is idle.
    void flush() { m_file->sync(); }
    /// For dialogs that remember their own choices.
    [[nodiscard]] QSettings* file() { return m_file; }

Q_SIGNALS:
    /// The program must speak another language or wear another theme: all pages are made anew.
    void appearanceChanged();
    void canvasOptionsChanged();
    void thumbnailSizeChanged(int pixels);
    void authorChanged(const QString& author);
    void limitsChanged();

private:
    QSettings* m_file;
};

} // namespace lw::studio
