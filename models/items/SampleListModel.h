// SPDX-License-Identifier: GPL-3.0-or-later
//! A list of up to millions of samples: holds ids, fetches rows when they are looked at.
#pragma once

#include "models/items/SampleSource.h"
#include "models/store/Change.h"

#include <QAbstractListModel>
#include <QCache>

#include <optional>

namespace lw::items {

/// How often one label occurs on one sample.
struct LabelCount {
    domain::LabelId label;
    int count = 0;

    bool operator==(const LabelCount&) const = default;
};

/// What of an annotation is drawn on a thumbnail.
struct Outline {
    domain::LabelId label;
    domain::Shape shape;
};

/// Counted by label, the most frequent first.
[[nodiscard]] QList<LabelCount> countLabels(const std::vector<domain::Annotation>& annotations);

/// Rows and annotations that were fetched stay in a cache of about 2,000 samples. GUI thread only.
class SampleListModel final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SampleListModel)

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< qint64
        NameRole,                  ///< QString, also Qt::DisplayRole
        FolderRole,                ///< QString
        StateRole,                 ///< int of domain::SampleState
        IsHardRole,
        IsMissingRole,
        WidthRole,
        HeightRole,
        BytesRole,
        AnnotationCountRole,
        ConfidenceRole, ///< double, or invalid
        ChangedRole,    ///< qint64, ms since 1970 UTC
        LabelsRole,     ///< QVariantList of {label id, count} pairs, the most frequent first
    };

    /// More outlines than this on a thumbnail cannot be told apart, and they would fill the cache.
    static constexpr size_t kMaxOutlines = 200;

    /// `source` must outlive the model.
    explicit SampleListModel(const SampleSource& source, QObject* parent = nullptr);
    ~SampleListModel() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] const QList<domain::SampleId>& ids() const { return m_ids; }
    /// An invalid id when there is no such row.
    [[nodiscard]] domain::SampleId idAt(int row) const;
    /// -1 when it is not in the list. Cost O(n), about 0.5 ms per million samples.
    [[nodiscard]] int rowOf(domain::SampleId id) const;

    /// Shows other samples. Emits row removals and insertions when a few runs of rows came or went, else a reset.
    void setIds(const QList<domain::SampleId>& ids);

    /// The row if it is in the cache, else null. Never reads. Valid until the next non-const call.
    [[nodiscard]] const domain::Sample* cachedSample(int row) const;
    /// Labels of the row if they are in the cache, else null. Never reads. Valid until the next non-const call.
    [[nodiscard]] const QList<LabelCount>* cachedLabels(int row) const;
    /// The lowest kMaxOutlines shapes of the row if they are in the cache, else null. As above.
    [[nodiscard]] const std::vector<Outline>* cachedOutlines(int row) const;
    /// Reads what is missing between two rows (inclusive), row data first, until `budgetMs` is used up. Returns true
    /// when everything is there. Does not emit dataChanged(): meant for the view that asks. Without a budget (0) it
    /// reads everything.
    bool fetch(int first, int last, int budgetMs = 0);

    /// The row, read if need be; nullopt when it is gone.
    [[nodiscard]] std::optional<domain::Sample> sampleAt(int row) const;

public Q_SLOTS:
    /// Forgets what `change` touched and tells the views. Connect to store::Store::changed(); only changes of
    /// setDataset() are taken. Membership is not handled here, see SampleSearch.
    void applyChange(const lw::store::Change& change);

public:
    /// Changes of other datasets are ignored; an invalid id takes all.
    void setDataset(domain::DatasetId dataset) { m_dataset = dataset; }

private:
    struct Entry {
        domain::Sample sample;
        bool hasAnnotations = false; ///< the two below are read
        QList<LabelCount> labels;
        std::vector<Outline> outlines;
    };

    Entry* entryAt(int row) const;
    void readPage(int row) const;
    void readAnnotations(Entry& entry) const;
    [[nodiscard]] QVariant valueOf(const Entry& entry, int role) const;
    void announceRows(const QList<domain::SampleId>& samples);

    const SampleSource& m_source;
    domain::DatasetId m_dataset;
    QList<domain::SampleId> m_ids;
    mutable QCache<qint64, Entry> m_cache; ///< by sample id
};

} // namespace lw::items
