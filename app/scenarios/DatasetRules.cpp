// SPDX-License-Identifier: GPL-3.0-or-later
//! Checks of names, labels and locations.
#include "app/scenarios/DatasetRules.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSet>

namespace lw::scenarios {

namespace {

struct Rules {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::Rules)
};

auto refusal(const QString& sentence)
{
    return core::failure(core::ErrorCode::InvalidArgument, sentence);
}

/// The path with links resolved as far as it exists already.
QString resolved(const QString& path)
{
    QString rest;
    QString head = path;
    while (!QFileInfo::exists(head) && head.size() > 1) {
        const QFileInfo info(head);
        rest = u'/' + info.fileName() + rest;
        head = info.path();
    }
    const QString canonical = QFileInfo(head).canonicalFilePath();
    return QDir::cleanPath((canonical.isEmpty() ? head : canonical) + rest);
}

} // namespace

core::Result<> checkName(const QString& name)
{
    if (domain::isValidName(name)) {
        return {};
    }
    return refusal(Rules::tr("The name “%1” is not allowed: use 1 to 100 letters, digits, “_” and “-”.").arg(name));
}

core::Result<> checkLabelName(const QString& name)
{
    if (domain::isValidLabelName(name)) {
        return {};
    }
    return refusal(Rules::tr("“%1” is not allowed as a label name: use 1 to 32 Chinese characters, letters, digits, "
                             "“_”, “-” and blanks inside.")
                       .arg(name));
}

core::Result<> checkLabels(const std::vector<domain::Label>& labels)
{
    QSet<QString> names;
    QSet<QString> shortcuts;
    for (const domain::Label& label : labels) {
        if (auto valid = checkLabelName(label.name); !valid) {
            return valid;
        }
        if (names.contains(label.name)) {
            return refusal(Rules::tr("The label “%1” is given twice.").arg(label.name));
        }
        if (!label.shortcut.isEmpty() && shortcuts.contains(label.shortcut)) {
            return refusal(Rules::tr("The shortcut “%1” is given to two labels.").arg(label.shortcut));
        }
        names.insert(label.name);
        shortcuts.insert(label.shortcut);
    }
    return {};
}

core::Result<> checkLocations(const QString& input, const QString& output)
{
    if (input.isEmpty() || output.isEmpty()) {
        return refusal(Rules::tr("A dataset needs an input location and an output location."));
    }
    for (const QString& path : {input, output}) {
        if (QFileInfo::exists(path) && !QFileInfo(path).isDir()) {
            return refusal(Rules::tr("“%1” is a file, not a folder.").arg(path));
        }
    }
    if (resolved(input) == resolved(output)) {
        return refusal(Rules::tr("The output location must be another folder than the input location."));
    }
    if (isWithin(output, input)) {
        return refusal(
            Rules::tr("The output location “%1” must not lie inside the input location “%2”.").arg(output, input));
    }
    return {};
}

QString cleanPath(const QString& path)
{
    return path.isEmpty() ? QString() : QDir::cleanPath(QDir::current().absoluteFilePath(path));
}

bool isWithin(const QString& path, const QString& folder)
{
    const QString inner = resolved(path);
    const QString outer = resolved(folder);
    return inner == outer || inner.startsWith(outer.endsWith(u'/') ? outer : QString(outer + u'/'));
}

QString spelledWithin(const QString& path, const QString& folder)
{
    if (path == folder || path.startsWith(folder + u'/') || !isWithin(path, folder)) {
        return path;
    }
    return QDir::cleanPath(folder + resolved(path).mid(resolved(folder).size()));
}

void removeEmptyFolders(const QString& path)
{
    QDirIterator walk(path, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks,
                      QDirIterator::Subdirectories);
    QStringList folders{path};
    while (walk.hasNext()) {
        folders.append(walk.next());
    }
    for (auto folder = folders.crbegin(); folder != folders.crend(); ++folder) {
        QDir().rmdir(*folder); // parents come before what lies in them; refuses those that hold something
    }
}

QStringList NewFolders::missing(const QString& path)
{
    QStringList missing;
    QString head = path;
    while (!QFileInfo::exists(head) && head.size() > 1) {
        missing.prepend(head);
        head = QFileInfo(head).path();
    }
    return missing;
}

core::Result<> NewFolders::make(const QString& path)
{
    const QStringList missing = NewFolders::missing(path);
    const QString head = missing.isEmpty() ? path : QFileInfo(missing.front()).path();
    if (!QFileInfo(head).isDir()) {
        return core::failure(core::ErrorCode::AlreadyExists, {}, head);
    }
    for (const QString& folder : missing) {
        if (!QDir().mkdir(folder)) {
            const bool isReadOnly = !QFileInfo(QFileInfo(folder).path()).isWritable();
            return core::failure(isReadOnly ? core::ErrorCode::ReadOnly : core::ErrorCode::WriteFailed, {}, folder);
        }
        m_made.prepend(folder);
    }
    return {};
}

NewFolders::~NewFolders()
{
    for (const QString& folder : std::as_const(m_made)) {
        QDir().rmdir(folder);
    }
}

} // namespace lw::scenarios
