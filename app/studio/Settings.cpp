// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads and writes the settings file; ranges are enforced here.
#include "app/studio/Settings.h"

#include <algorithm>

namespace lw::studio {

namespace {

const QString kRecent = QStringLiteral("recent/projects");

QString ownKeysPath(const QString& profile)
{
    return QStringLiteral("keys/own/") + profile;
}

} // namespace

Settings::Settings(const QString& file, QObject* parent)
    : QObject(parent),
      m_file(file.isEmpty() ? new QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Labelwright"),
                                            QStringLiteral("Labelwright"), this)
                            : new QSettings(file, QSettings::IniFormat, this))
{
}

QString Settings::language() const
{
    return m_file->value(QStringLiteral("ui/language"), QStringLiteral("system")).toString();
}

void Settings::setLanguage(const QString& language)
{
    if (language != this->language()) {
        m_file->setValue(QStringLiteral("ui/language"), language);
        Q_EMIT appearanceChanged();
    }
}

common::ThemeMode Settings::theme() const
{
    return common::themeModeFromName(m_file->value(QStringLiteral("ui/theme")).toString());
}

void Settings::setTheme(common::ThemeMode mode)
{
    if (mode != theme()) {
        m_file->setValue(QStringLiteral("ui/theme"), common::themeModeName(mode));
        Q_EMIT appearanceChanged();
    }
}

QString Settings::author() const
{
    const QString author = m_file->value(QStringLiteral("user/author")).toString().trimmed();
    return author.isEmpty() ? QStringLiteral("human") : author;
}

void Settings::setAuthor(const QString& author)
{
    m_file->setValue(QStringLiteral("user/author"), author.trimmed());
    Q_EMIT authorChanged(this->author());
}

bool Settings::wantsNotifications() const
{
    return m_file->value(QStringLiteral("ui/notifications"), true).toBool();
}

void Settings::setWantsNotifications(bool wants)
{
    m_file->setValue(QStringLiteral("ui/notifications"), wants);
}

canvas::CanvasOptions Settings::canvasOptions() const
{
    const canvas::CanvasOptions normal;
    const auto read = [this](const char* name, bool fallback) {
        return m_file->value(QStringLiteral("canvas/") + QLatin1String(name), fallback).toBool();
    };
    canvas::CanvasOptions options;
    options.wheelZooms = read("wheelZooms", normal.wheelZooms);
    options.staysInDrawMode = read("staysInDrawMode", normal.staysInDrawMode);
    options.asksForLabel = read("asksForLabel", normal.asksForLabel);
    options.snaps = read("snaps", normal.snaps);
    options.usesWholePixels = read("usesWholePixels", normal.usesWholePixels);
    options.showsCrosshair = read("showsCrosshair", normal.showsCrosshair);
    options.showsNames = read("showsNames", normal.showsNames);
    options.showsPixelGrid = read("showsPixelGrid", normal.showsPixelGrid);
    options.keepsZoom = read("keepsZoom", normal.keepsZoom);
    return options;
}

void Settings::setCanvasOptions(const canvas::CanvasOptions& options)
{
    if (options == canvasOptions()) {
        return;
    }
    const auto write = [this](const char* name, bool value) {
        m_file->setValue(QStringLiteral("canvas/") + QLatin1String(name), value);
    };
    write("wheelZooms", options.wheelZooms);
    write("staysInDrawMode", options.staysInDrawMode);
    write("asksForLabel", options.asksForLabel);
    write("snaps", options.snaps);
    write("usesWholePixels", options.usesWholePixels);
    write("showsCrosshair", options.showsCrosshair);
    write("showsNames", options.showsNames);
    write("showsPixelGrid", options.showsPixelGrid);
    write("keepsZoom", options.keepsZoom);
    Q_EMIT canvasOptionsChanged();
}

int Settings::thumbnailSize() const
{
    return std::clamp(m_file->value(QStringLiteral("gallery/thumbnailSize"), 176).toInt(), 96, 320);
}

void Settings::setThumbnailSize(int pixels)
{
    if (pixels != thumbnailSize()) {
        m_file->setValue(QStringLiteral("gallery/thumbnailSize"), pixels);
        Q_EMIT thumbnailSizeChanged(thumbnailSize());
    }
}

int Settings::maxMegapixels() const
{
    return std::clamp(m_file->value(QStringLiteral("limits/megapixels"), 1'000).toInt(), kLeastMegapixels,
                      kMostMegapixels);
}

void Settings::setMaxMegapixels(int millions)
{
    m_file->setValue(QStringLiteral("limits/megapixels"), millions);
    Q_EMIT limitsChanged();
}

int Settings::cacheMegabytes() const
{
    return std::clamp(m_file->value(QStringLiteral("limits/cacheMegabytes"), 2'000).toInt(), 100, 100'000);
}

void Settings::setCacheMegabytes(int megabytes)
{
    m_file->setValue(QStringLiteral("limits/cacheMegabytes"), megabytes);
    Q_EMIT limitsChanged();
}

QString Settings::keyProfile() const
{
    return m_file->value(QStringLiteral("keys/profile")).toString();
}

void Settings::setKeyProfile(const QString& id)
{
    m_file->setValue(QStringLiteral("keys/profile"), id);
}

QHash<QString, QStringList> Settings::ownKeys(const QString& profile) const
{
    QHash<QString, QStringList> keys;
    m_file->beginGroup(ownKeysPath(profile));
    const QStringList ids = m_file->childKeys();
    for (const QString& id : ids) {
        keys.insert(id, m_file->value(id).toString().split(QStringLiteral("; "), Qt::SkipEmptyParts));
    }
    m_file->endGroup();
    return keys;
}

void Settings::setOwnKeys(const QString& profile, const QHash<QString, QStringList>& keys)
{
    m_file->remove(ownKeysPath(profile));
    m_file->beginGroup(ownKeysPath(profile));
    for (auto each = keys.begin(); each != keys.end(); ++each) {
        m_file->setValue(each.key(), each->join(QStringLiteral("; ")));
    }
    m_file->endGroup();
}

QList<RecentProject> Settings::recentProjects() const
{
    QList<RecentProject> projects;
    const QStringList lines = m_file->value(kRecent).toStringList();
    for (const QString& line : lines) {
        // "<time>|<folder>": the folder stands last because it may contain anything.
        const qsizetype bar = line.indexOf(QLatin1Char('|'));
        if (bar > 0) {
            projects.append({line.mid(bar + 1), QDateTime::fromString(line.left(bar), Qt::ISODate)});
        }
    }
    return projects;
}

void Settings::addRecentProject(const QString& folder)
{
    QStringList lines = m_file->value(kRecent).toStringList();
    lines.removeIf([&](const QString& line) { return line.section(QLatin1Char('|'), 1) == folder; });
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    lines.prepend(QStringLiteral("%1|%2").arg(now, folder));
    m_file->setValue(kRecent, QStringList(lines.mid(0, kKeptProjects)));
}

void Settings::removeRecentProject(const QString& folder)
{
    QStringList lines = m_file->value(kRecent).toStringList();
    lines.removeIf([&](const QString& line) { return line.section(QLatin1Char('|'), 1) == folder; });
    m_file->setValue(kRecent, lines);
}

QVariant Settings::state(const QString& key, const QVariant& fallback) const
{
    return m_file->value(QStringLiteral("state/") + key, fallback);
}

void Settings::setState(const QString& key, const QVariant& value)
{
    m_file->setValue(QStringLiteral("state/") + key, value);
}

} // namespace lw::studio
