// SPDX-License-Identifier: GPL-3.0-or-later
//! Zip archives by QuaZip; names are taken as bytes, since what they mean is for us to say.
#include "engine/formats/ZipArchive.h"

#include "engine/formats/CleanPath.h"
#include "engine/formats/FileIo.h"
#include "engine/formats/PictureNames.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QStorageInfo>
#include <QStringDecoder>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipnewinfo.h>

#include <algorithm>
#include <sys/stat.h>
#include <unistd.h>

namespace lw::formats {

using core::ErrorCode;

namespace {

constexpr qint64 kBlock = 1024 * 1024;
constexpr qint64 kGigabyte = qint64(1) << 30;
constexpr uLong kMostNameBytes = 65'535;
constexpr uLong kIsEncrypted = 1;
constexpr int kStored = 0;
constexpr int kDeflated = 8;
constexpr int kBzip2 = 12;

/// Archives say whether a name is UTF-8, and say it wrongly; those that are not mostly come from Chinese systems.
QString nameFrom(const QByteArray& bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString name = utf8.decode(bytes);
    if (!utf8.hasError()) {
        return name;
    }
    QStringDecoder chinese("GB18030");
    const QString other = chinese.isValid() ? QString(chinese.decode(bytes)) : QString();
    return chinese.isValid() && !chinese.hasError() ? other : QString::fromLatin1(bytes);
}

bool isHidden(const QStringList& parts)
{
    return std::any_of(parts.begin(), parts.end(), [](const QString& part) {
        return part.startsWith(u'.') || part == QLatin1String("__MACOSX");
    });
}

/// An absolute name, one that climbs, and one that no file system takes, must not be unpacked.
bool isSafe(const QString& name, const QStringList& parts)
{
    const bool isDrive = name.size() > 1 && name[1] == u':' && name[0].isLetter();
    return !name.startsWith(u'/') && !isDrive && !parts.contains(QStringLiteral("..")) && !name.contains(QChar(0)) &&
           !hasTooLongPart(name.toStdString());
}

/// Links, devices and the like, as archives made on Unix mark them.
bool isSpecial(uLong externalAttributes)
{
    const mode_t kind = mode_t(externalAttributes >> 16) & S_IFMT;
    return kind != 0 && kind != S_IFREG && kind != S_IFDIR;
}

} // namespace

struct ZipArchive::Reader {
    explicit Reader(const QString& path) : zip(path) {}

    QuaZip zip;
    std::vector<unz64_file_pos> places; ///< by ZipEntry::index
};

ZipArchive::ZipArchive() = default;
ZipArchive::~ZipArchive() = default;

bool isArchive(const QString& path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile()) {
        return false;
    }
    const QByteArray start = file.open(QIODevice::ReadOnly) ? file.read(4) : QByteArray();
    return start == "PK\x03\x04" || start == "PK\x05\x06" || path.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive);
}

core::Result<> ZipArchive::open(const QString& path, const ZipLimits& limits)
{
    m_path = path;
    m_entries.clear();
    m_totalBytes = 0;
    const QFileInfo info(path);
    if (!info.exists()) {
        return core::failure(ErrorCode::NotFound, {}, path);
    }
    if (!info.isReadable() || !info.isFile()) {
        return core::failure(ErrorCode::ReadFailed, {}, path);
    }
    m_reader = std::make_unique<Reader>(path);
    if (!m_reader->zip.open(QuaZip::mdUnzip)) {
        m_reader.reset();
        return core::failure(ErrorCode::Malformed, QStringLiteral("zip"), path);
    }
    return check(limits);
}

core::Result<> ZipArchive::check(const ZipLimits& limits)
{
    const auto refuse = [this](ErrorCode code, const QString& detail) { return core::failure(code, detail, m_path); };
    QuaZip& zip = m_reader->zip;
    if (zip.getEntriesCount() > limits.maxEntries) {
        return refuse(ErrorCode::TooLarge, QStringLiteral("%1 > %2").arg(zip.getEntriesCount()).arg(limits.maxEntries));
    }
    QSet<QString> files, folders;
    QByteArray bytes(qsizetype(kMostNameBytes) + 1, Qt::Uninitialized);
    for (bool more = zip.goToFirstFile(); more; more = zip.goToNextFile()) {
        unz_file_info64 facts{};
        unz64_file_pos place{};
        if (unzGetCurrentFileInfo64(zip.getUnzFile(), &facts, bytes.data(), kMostNameBytes, nullptr, 0, nullptr, 0) !=
                UNZ_OK ||
            unzGetFilePos64(zip.getUnzFile(), &place) != UNZ_OK) {
            return refuse(ErrorCode::Malformed, QStringLiteral("zip"));
        }
        QString name = nameFrom(bytes.left(qsizetype(std::min(facts.size_filename, kMostNameBytes))));
        name.replace(u'\\', u'/');
        while (name.startsWith(QLatin1String("./"))) {
            name.remove(0, 2);
        }
        const QStringList parts = name.split(u'/', Qt::SkipEmptyParts);
        if (!isSafe(name, parts) || isSpecial(facts.external_fa)) {
            return refuse(ErrorCode::InvalidArgument, name.left(200));
        }
        if (parts.isEmpty() || name.endsWith(u'/') || isHidden(parts)) {
            continue;
        }
        if ((facts.flag & kIsEncrypted) != 0 ||
            (facts.compression_method != kStored && facts.compression_method != kDeflated &&
             facts.compression_method != kBzip2)) {
            return refuse(ErrorCode::Unsupported, name.left(200));
        }
        name = parts.join(u'/');
        const QString key = name.toCaseFolded();
        for (qsizetype slash = key.indexOf(u'/'); slash >= 0; slash = key.indexOf(u'/', slash + 1)) {
            folders.insert(key.left(slash));
        }
        if (files.contains(key)) {
            return refuse(ErrorCode::InvalidArgument, name.left(200));
        }
        files.insert(key);
        m_entries.push_back({name, qint64(facts.uncompressed_size), qint64(m_reader->places.size())});
        m_reader->places.push_back(place);
        m_totalBytes += qint64(facts.uncompressed_size);
        if (m_entries.back().bytes < 0 || m_totalBytes < 0 || m_totalBytes > limits.maxBytes) {
            return refuse(ErrorCode::TooLarge, QStringLiteral("> %1 GB").arg(double(limits.maxBytes) / double(kGigabyte)));
        }
    }
    if (zip.getZipError() != UNZ_OK) {
        return refuse(ErrorCode::Malformed, QStringLiteral("zip"));
    }
    for (const ZipEntry& entry : m_entries) {
        if (folders.contains(entry.name.toCaseFolded())) {
            return refuse(ErrorCode::InvalidArgument, entry.name.left(200)); // a file and a folder of one name
        }
    }
    // The size of the file, not of the entries: these may share their packed bytes.
    const qint64 packed = std::max<qint64>(1, QFileInfo(m_path).size());
    if (m_totalBytes > ZipLimits::kFreeBytes && m_totalBytes / packed > limits.maxRatio) {
        return refuse(ErrorCode::TooLarge, QStringLiteral("%1 : 1 > %2 : 1").arg(m_totalBytes / packed).arg(limits.maxRatio));
    }
    std::sort(m_entries.begin(), m_entries.end(),
              [](const ZipEntry& a, const ZipEntry& b) { return a.name < b.name; });
    return {};
}

QByteArray ZipArchive::peek(const ZipEntry& entry, qint64 limit)
{
    const unzFile file = m_reader->zip.getUnzFile();
    if (unzGoToFilePos64(file, &m_reader->places[size_t(entry.index)]) != UNZ_OK || unzOpenCurrentFile(file) != UNZ_OK) {
        return {};
    }
    QByteArray bytes(qsizetype(std::min(limit, entry.bytes)), Qt::Uninitialized);
    const int got = unzReadCurrentFile(file, bytes.data(), unsigned(bytes.size()));
    unzCloseCurrentFile(file); // a sum of a part is nothing to check
    bytes.resize(std::max(0, got));
    return bytes;
}

core::Result<> ZipArchive::unpackEntry(const ZipEntry& entry, StagedFolder& folder, const core::Control& control,
                                       qint64& done)
{
    const auto broken = [&] { return core::failure(ErrorCode::Malformed, entry.name.left(200), m_path); };
    const unzFile zip = m_reader->zip.getUnzFile();
    if (unzGoToFilePos64(zip, &m_reader->places[size_t(entry.index)]) != UNZ_OK || unzOpenCurrentFile(zip) != UNZ_OK) {
        return broken();
    }
    const std::string name = entry.name.toStdString();
    const size_t slash = name.rfind('/');
    core::Result<> result;
    if (slash != std::string::npos) {
        result = folder.makeFolder(name.substr(0, slash));
    }
    const std::string path = folder.path() + '/' + name;
    io::OutputFile out;
    if (const int error = result ? out.open(path.c_str()) : 0; error != 0) {
        result = core::failure(io::writeError(error, folder.target()));
    }
    QByteArray block(kBlock, Qt::Uninitialized);
    qint64 left = entry.bytes;
    while (result) {
        const int got = unzReadCurrentFile(zip, block.data(), unsigned(block.size()));
        if (got == 0) {
            break;
        }
        left -= got;
        if (got < 0 || left < 0) {
            result = broken();
        } else if (const int error = out.write(QByteArrayView(block.constData(), got)); error != 0) {
            result = core::failure(io::writeError(error, folder.target()));
        } else if (control.isCancelled()) {
            result = core::failure(ErrorCode::Cancelled);
        }
        done += std::max(0, got);
        control.report(std::min(done, m_totalBytes), m_totalBytes);
    }
    const int closed = unzCloseCurrentFile(zip);
    if (result && (closed != UNZ_OK || left != 0)) {
        result = broken();
    }
    if (const int error = out.close(); error != 0 && result) {
        result = core::failure(io::writeError(error, folder.target()));
    }
    return result;
}

core::Result<> ZipArchive::unpack(StagedFolder& folder, const core::Control& control)
{
    const QStorageInfo disk(QString::fromStdString(folder.path()));
    if (disk.isValid() && disk.bytesAvailable() < m_totalBytes) {
        return core::failure(ErrorCode::DiskFull, {}, folder.target());
    }
    qint64 done = 0;
    for (const ZipEntry& entry : m_entries) {
        if (control.isCancelled()) {
            return core::failure(ErrorCode::Cancelled);
        }
        if (const core::Result<> unpacked = unpackEntry(entry, folder, control, done); !unpacked) {
            return unpacked;
        }
    }
    control.report(m_totalBytes, m_totalBytes);
    return {};
}

namespace {

core::Result<> packFile(QuaZip& zip, const QString& path, const QString& name, const core::Control& control,
                        qint64& done, qint64 total)
{
    QFile from(path);
    if (!from.open(QIODevice::ReadOnly)) {
        return core::failure(ErrorCode::ReadFailed, from.errorString(), path);
    }
    const auto failed = [&] {
        const QFileDevice* const device = qobject_cast<QFileDevice*>(zip.getIoDevice());
        const bool isFull = device != nullptr && device->error() == QFileDevice::ResourceError;
        return core::failure(isFull ? ErrorCode::DiskFull : ErrorCode::WriteFailed, {}, zip.getZipName());
    };
    const bool isPacked = hasPictureSuffix(name.toStdString());
    QuaZipNewInfo info(name, path);
    constexpr quint32 kFile = quint32(S_IFREG | 0644) << 16;
    info.externalAttr = kFile;
    QuaZipFile to(&zip);
    if (!to.open(QIODevice::WriteOnly, info, nullptr, 0, isPacked ? kStored : kDeflated, isPacked ? 0 : 6)) {
        return failed();
    }
    QByteArray block(kBlock, Qt::Uninitialized);
    for (qint64 got = from.read(block.data(), kBlock); got != 0; got = from.read(block.data(), kBlock)) {
        if (got < 0) {
            return core::failure(ErrorCode::ReadFailed, from.errorString(), path);
        }
        if (to.write(block.constData(), got) != got) {
            return failed();
        }
        if (control.isCancelled()) {
            return core::failure(ErrorCode::Cancelled);
        }
        control.report(done += got, total);
    }
    to.close();
    return to.getZipError() == UNZ_OK ? core::Result<>() : failed();
}

} // namespace

core::Result<> packZip(const QString& folder, const QString& zipPath, const core::Control& control)
{
    if (QFileInfo::exists(zipPath)) {
        return core::failure(ErrorCode::AlreadyExists, {}, zipPath);
    }
    core::ProblemList unlisted;
    const auto files = io::listFiles(folder.toStdString(), [](std::string_view) { return true; }, unlisted, control);
    if (!files) {
        return core::failure(files.error());
    }
    const QFileInfo target(zipPath);
    const QString part = target.path() + QStringLiteral("/.%1.lw-part-%2").arg(target.fileName()).arg(::getpid());
    QFile::remove(part);
    qint64 total = 0, done = 0;
    for (const std::string& file : *files) {
        total += QFileInfo(folder + u'/' + QString::fromStdString(file)).size();
    }
    QuaZip zip(part);
    zip.setUtf8Enabled(true);
    zip.setZip64Enabled(true);
    core::Result<> result;
    if (!zip.open(QuaZip::mdCreate)) {
        const bool isReadOnly = !QFileInfo(target.path()).isWritable();
        result = core::failure(isReadOnly ? ErrorCode::ReadOnly : ErrorCode::WriteFailed, {}, zipPath);
    }
    for (auto file = files->begin(); result && file != files->end(); ++file) {
        const QString name = QString::fromStdString(*file);
        result = packFile(zip, folder + u'/' + name, name, control, done, total);
    }
    if (zip.isOpen()) {
        zip.close();
        if (result && zip.getZipError() != UNZ_OK) {
            result = core::failure(ErrorCode::WriteFailed, {}, zipPath);
        }
    }
    if (result && !QFile::rename(part, zipPath)) {
        result = core::failure(ErrorCode::WriteFailed, {}, zipPath);
    }
    if (!result) {
        QFile::remove(part);
    }
    return result;
}

} // namespace lw::formats
