// SPDX-License-Identifier: GPL-3.0-or-later
//! The sample being edited: its annotations in memory, its unlimited undo history, its way to the disk.
#pragma once

#include "models/core/Result.h"
#include "models/domain/Dataset.h"
#include "models/domain/SampleEdit.h"

#include <QFuture>
#include <QObject>

#include <optional>
#include <vector>

namespace lw::store {
class Store;
struct Change;
}

namespace lw::document {

/// What changed in a SampleDocument; views repaint only that.
struct DocumentChange {
    bool isReset = false;                            ///< another sample, or everything may differ
    std::vector<domain::AnnotationId> annotations;   ///< added, removed or changed
    bool isSampleChanged = false;                    ///< hard mark, state
};

/// Loaded state of one sample. GUI thread only. Every edit is applied in memory at once and handed to the store's
/// writer, which commits it durably together with its undo step; isSaving() is true until the disk has confirmed.
/// Views defer new gestures while isSaving(), so that a finished gesture is durable before the next one finishes.
class SampleDocument final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SampleDocument)

public:
    explicit SampleDocument(store::Store& store, QObject* parent = nullptr);
    ~SampleDocument() override;

    /// Shows another sample (reads a screenful: its row, annotations and history). An invalid id empties the document.
    /// Errors: NotFound, ReadFailed; the document is then empty.
    core::Result<> load(domain::SampleId sample);

    [[nodiscard]] bool isEmpty() const { return !m_sample.id.isValid(); }
    [[nodiscard]] const domain::Sample& sample() const { return m_sample; }
    /// In stacking order, the lowest first.
    [[nodiscard]] const std::vector<domain::Annotation>& annotations() const { return m_annotations; }
    [[nodiscard]] const domain::Annotation* find(domain::AnnotationId id) const;
    /// A fresh id for an annotation about to be added to this sample.
    [[nodiscard]] domain::AnnotationId takeId();
    /// The order value above all others.
    [[nodiscard]] int topOrder() const;

    /// Applies a step. An empty or ineffective edit does nothing. Use the facade in commands/Commands.h rather than
    /// building edits in views.
    void perform(const domain::SampleEdit& asked);
    void undo();
    void redo();
    [[nodiscard]] bool canUndo() const { return m_position > 0; }
    [[nodiscard]] bool canRedo() const { return m_position < m_history.size(); }
    /// The step that undo() would take back / redo() would do again; only valid when canUndo() / canRedo().
    [[nodiscard]] domain::EditKind undoKind() const;
    [[nodiscard]] domain::EditKind redoKind() const;

    [[nodiscard]] bool isSaving() const { return m_pendingWrites > 0; }

Q_SIGNALS:
    void changed(const lw::document::DocumentChange& change);
    /// History position or length changed.
    void historyChanged();
    /// isSaving() became true or false.
    void savingChanged(bool isSaving);
    /// A write failed; the document was loaded again from the disk's state, so what one sees is what is kept.
    void saveFailed(const lw::core::Error& error);

private:
    struct Step {
        domain::EditKind kind;
        std::optional<domain::SampleEdit> edit; ///< read from the store when first needed
    };

    core::Result<> read(domain::SampleId id);
    void followStore(const store::Change& change);
    void applyInMemory(const domain::SampleEdit& edit);
    void setState(domain::SampleState state, DocumentChange& change);
    [[nodiscard]] domain::SampleEdit withState(const domain::SampleEdit& edit) const;
    void follow(const QFuture<core::Result<>>& write);
    void finishWrite(const core::Result<>& result, domain::SampleId sample);
    /// Null (and saveFailed() was emitted) when the step cannot be read.
    [[nodiscard]] const domain::SampleEdit* editAt(size_t index);

    store::Store& m_store;
    domain::Sample m_sample;
    std::vector<domain::Annotation> m_annotations;
    qint64 m_nextId = 1;
    std::vector<Step> m_history;
    size_t m_position = 0;
    int m_pendingWrites = 0;
    int m_ownChangesExpected = 0; ///< announcements of our own commits to this sample still on their way
};

} // namespace lw::document
