// SPDX-License-Identifier: GPL-3.0-or-later
//! Fetches sample rows by page, keeps the last ones, and follows the store's changes row by row.
#include "models/items/SampleListModel.h"

#include "models/items/ListSplices.h"

#include <QElapsedTimer>
#include <QSet>

#include <algorithm>

namespace lw::items {

namespace {

constexpr int kCachedSamples = 2000;
constexpr int kPage = 64;
/// Above this many changed samples it is cheaper to have everything asked for again.
constexpr qsizetype kMaxAnnounced = 500;

} // namespace

SampleListModel::SampleListModel(const SampleSource& source, QObject* parent)
    : QAbstractListModel(parent), m_source(source), m_cache(kCachedSamples)
{
}

SampleListModel::~SampleListModel() = default;

int SampleListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

QVariant SampleListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    if (role == IdRole) {
        return idAt(index.row()).value;
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && (role < IdRole || role > LabelsRole)) {
        return {};
    }
    Entry* entry = entryAt(index.row());
    if (entry && role == LabelsRole && !entry->hasAnnotations) {
        readAnnotations(*entry);
    }
    return entry ? valueOf(*entry, role) : QVariant();
}

QVariant SampleListModel::valueOf(const Entry& entry, int role) const
{
    const domain::Sample& sample = entry.sample;
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return sample.name;
    case Qt::ToolTipRole:
        return sample.folder.isEmpty() ? sample.name : QString(sample.folder + u'/' + sample.name);
    case FolderRole:
        return sample.folder;
    case StateRole:
        return static_cast<int>(sample.state);
    case IsHardRole:
        return sample.isHard;
    case IsMissingRole:
        return sample.isMissing;
    case WidthRole:
        return sample.width;
    case HeightRole:
        return sample.height;
    case BytesRole:
        return sample.bytes;
    case AnnotationCountRole:
        return sample.annotationCount;
    case ConfidenceRole:
        return sample.minConfidence ? QVariant(*sample.minConfidence) : QVariant();
    case ChangedRole:
        return sample.changedAt;
    case LabelsRole: {
        QVariantList pairs;
        for (const LabelCount& count : entry.labels) {
            pairs.append(QVariant(QVariantList{count.label.value, count.count}));
        }
        return pairs;
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> SampleListModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert({{IdRole, "sampleId"},
                  {NameRole, "name"},
                  {FolderRole, "folder"},
                  {StateRole, "state"},
                  {IsHardRole, "isHard"},
                  {IsMissingRole, "isMissing"},
                  {LabelsRole, "labels"}});
    return names;
}

domain::SampleId SampleListModel::idAt(int row) const
{
    return row >= 0 && row < m_ids.size() ? m_ids.at(row) : domain::SampleId();
}

int SampleListModel::rowOf(domain::SampleId id) const
{
    return static_cast<int>(m_ids.indexOf(id));
}

void SampleListModel::setIds(const QList<domain::SampleId>& ids)
{
    const std::optional<std::vector<ListSplice>> splices = listSplices(m_ids, ids);
    if (!splices) {
        beginResetModel();
        m_ids = ids;
        endResetModel();
        return;
    }
    // From the end to the beginning, so that earlier positions stay true.
    for (auto splice = splices->rbegin(); splice != splices->rend(); ++splice) {
        const int first = static_cast<int>(splice->oldFirst);
        if (splice->removed > 0) {
            beginRemoveRows({}, first, first + static_cast<int>(splice->removed) - 1);
            m_ids.remove(first, splice->removed);
            endRemoveRows();
        }
        if (splice->inserted > 0) {
            beginInsertRows({}, first, first + static_cast<int>(splice->inserted) - 1);
            m_ids = m_ids.first(first) + ids.mid(splice->newFirst, splice->inserted) + m_ids.sliced(first);
            endInsertRows();
        }
    }
}

const domain::Sample* SampleListModel::cachedSample(int row) const
{
    const Entry* entry = m_cache.object(idAt(row).value);
    return entry ? &entry->sample : nullptr;
}

const QList<LabelCount>* SampleListModel::cachedLabels(int row) const
{
    const Entry* entry = m_cache.object(idAt(row).value);
    return entry && entry->hasAnnotations ? &entry->labels : nullptr;
}

const std::vector<Outline>* SampleListModel::cachedOutlines(int row) const
{
    const Entry* entry = m_cache.object(idAt(row).value);
    return entry && entry->hasAnnotations ? &entry->outlines : nullptr;
}

bool SampleListModel::fetch(int first, int last, int budgetMs)
{
    first = std::max(first, 0);
    last = std::min(last, rowCount() - 1);
    QElapsedTimer clock;
    clock.start();
    const auto isSpent = [&] { return budgetMs > 0 && clock.elapsed() >= budgetMs; };
    for (int row = first; row <= last; ++row) {
        if (!m_cache.contains(idAt(row).value)) {
            if (isSpent()) {
                return false;
            }
            readPage(row);
        }
    }
    for (int row = first; row <= last; ++row) {
        Entry* entry = m_cache.object(idAt(row).value);
        if (entry && !entry->hasAnnotations) {
            if (isSpent()) {
                return false;
            }
            readAnnotations(*entry);
        }
    }
    return true;
}

std::optional<domain::Sample> SampleListModel::sampleAt(int row) const
{
    const Entry* entry = entryAt(row);
    return entry ? std::optional(entry->sample) : std::nullopt;
}

SampleListModel::Entry* SampleListModel::entryAt(int row) const
{
    const qint64 id = idAt(row).value;
    if (Entry* entry = m_cache.object(id)) {
        return entry;
    }
    readPage(row);
    return m_cache.object(id);
}

void SampleListModel::readPage(int row) const
{
    const qsizetype first = row / kPage * kPage;
    QList<domain::SampleId> wanted;
    for (qsizetype i = first; i < std::min<qsizetype>(first + kPage, m_ids.size()); ++i) {
        if (!m_cache.contains(m_ids.at(i).value)) {
            wanted.append(m_ids.at(i));
        }
    }
    for (domain::Sample& sample : m_source.rows(wanted)) {
        const qint64 id = sample.id.value;
        auto entry = std::make_unique<Entry>();
        entry->hasAnnotations = sample.annotationCount == 0;
        entry->sample = std::move(sample);
        m_cache.insert(id, entry.release());
    }
}

void SampleListModel::readAnnotations(Entry& entry) const
{
    std::vector<domain::Annotation> annotations = m_source.annotations(entry.sample.id);
    entry.labels = countLabels(annotations);
    annotations.resize(std::min(annotations.size(), kMaxOutlines));
    entry.outlines.clear();
    for (domain::Annotation& annotation : annotations) {
        entry.outlines.push_back({annotation.labelId, std::move(annotation.shape)});
    }
    entry.hasAnnotations = true;
}

void SampleListModel::applyChange(const store::Change& change)
{
    if (m_dataset.isValid() && change.dataset.isValid() && change.dataset != m_dataset) {
        return;
    }
    if (!(change.kinds & (store::Change::Samples | store::Change::Annotations))) {
        return;
    }
    if (change.samples.isEmpty() || change.samples.size() > kMaxAnnounced) {
        m_cache.clear();
        if (!m_ids.isEmpty()) {
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        }
        return;
    }
    for (domain::SampleId id : change.samples) {
        m_cache.remove(id.value);
    }
    announceRows(change.samples);
}

void SampleListModel::announceRows(const QList<domain::SampleId>& samples)
{
    QSet<domain::SampleId> wanted(samples.begin(), samples.end());
    for (qsizetype row = 0; row < m_ids.size() && !wanted.isEmpty(); ++row) {
        if (wanted.remove(m_ids.at(row))) {
            const QModelIndex changed = index(static_cast<int>(row));
            Q_EMIT dataChanged(changed, changed);
        }
    }
}

QList<LabelCount> countLabels(const std::vector<domain::Annotation>& annotations)
{
    QList<LabelCount> counts;
    for (const domain::Annotation& annotation : annotations) {
        const auto known = std::find_if(counts.begin(), counts.end(),
                                        [&](const LabelCount& count) { return count.label == annotation.labelId; });
        if (known != counts.end()) {
            ++known->count;
        } else {
            counts.append({annotation.labelId, 1});
        }
    }
    std::stable_sort(counts.begin(), counts.end(),
                     [](const LabelCount& a, const LabelCount& b) { return a.count > b.count; });
    return counts;
}

} // namespace lw::items
