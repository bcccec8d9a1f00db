// SPDX-License-Identifier: GPL-3.0-or-later
//! What the canvas shows of a document: index, selection, hover, and shapes that are being changed right now.
#pragma once

#include "models/document/LabelSet.h"
#include "models/document/SampleDocument.h"
#include "models/document/commands/Commands.h"
#include "widgets/canvas/ShapeIndex.h"

#include <QColor>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QSizeF>

#include <optional>
#include <unordered_map>
#include <vector>

namespace lw::canvas {

using Ids = std::vector<domain::AnnotationId>;

/// What drawing needs to know of a label.
struct LabelStyle {
    QString name;
    QColor colour{0x88, 0x88, 0x88};
    bool isHidden = false;
    bool isLocked = false;
    domain::SkeletonLayout skeleton{};

    bool operator==(const LabelStyle&) const = default;
};

/// GUI thread only.
class CanvasScene final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CanvasScene)

public:
    /// `author` is written into what is changed here. Document and labels must outlive the scene.
    CanvasScene(document::SampleDocument& document, document::LabelSet& labels, const QString& author,
                QObject* parent = nullptr);

    [[nodiscard]] document::SampleDocument& document() const { return m_document; }
    [[nodiscard]] document::LabelSet& labels() const { return m_labels; }
    [[nodiscard]] const QString& author() const { return m_author; }
    [[nodiscard]] const std::vector<domain::Annotation>& annotations() const { return m_document.annotations(); }
    [[nodiscard]] const ShapeIndex& index() const { return m_index; }
    /// nullptr if there is none; valid until the document changes.
    [[nodiscard]] const domain::Annotation* find(domain::AnnotationId id) const;
    [[nodiscard]] const LabelStyle& style(domain::LabelId label) const;

    /// Size of the picture in pixels; shapes are kept within it.
    void setPictureSize(const QSizeF& size) { m_pictureSize = size; }
    [[nodiscard]] QSizeF pictureSize() const { return m_pictureSize; }

    /// False hides all shapes; they are then neither drawn nor hit.
    void setShapesShown(bool areShown);
    [[nodiscard]] bool areShapesShown() const { return m_areShapesShown; }
    /// Shown as a whole and its label not hidden.
    [[nodiscard]] bool isShown(const domain::Annotation& annotation) const;
    [[nodiscard]] bool isLocked(domain::AnnotationId id) const;
    /// Proposed by a model on a sample that waits for a person.
    [[nodiscard]] bool isProposal(const domain::Annotation& annotation) const;
    /// Proposals of less confidence (0 to 1) are drawn faintly: they go when the others are accepted.
    void setLeastConfidence(double least);
    [[nodiscard]] double leastConfidence() const { return m_leastConfidence; }
    [[nodiscard]] bool isFaint(const domain::Annotation& annotation) const;
    /// Hits among what is shown, see ShapeIndex::hitsAt().
    [[nodiscard]] std::vector<Hit> hitsAt(domain::ImagePoint at, double tolerance) const;

    /// The last one is the primary one. Unknown and hidden ids are dropped.
    void setSelection(const Ids& ids);
    void toggleSelected(domain::AnnotationId id);
    [[nodiscard]] const Ids& selection() const { return m_selection; }
    [[nodiscard]] bool isSelected(domain::AnnotationId id) const { return m_selected.contains(id); }
    /// The one selected annotation, nullptr if none or several are.
    [[nodiscard]] const domain::Annotation* onlySelected() const;
    /// The selected ones whose labels are not locked.
    [[nodiscard]] Ids changeableSelection() const;
    /// Invalid id: nothing.
    void setHovered(domain::AnnotationId id);
    [[nodiscard]] domain::AnnotationId hovered() const { return m_hovered; }

    /// Shows `shapes` instead of what the document holds, without changing it.
    void setPreview(const std::vector<document::commands::Reshape>& shapes);
    /// Back to what the document holds.
    void clearPreview();
    /// Writes the previewed shapes, clamped into the picture, as one step and ends the preview.
    void commitPreview();
    [[nodiscard]] bool hasPreview() const { return !m_preview.empty(); }
    /// nullptr if the document's shape is shown.
    [[nodiscard]] const domain::Shape* previewOf(domain::AnnotationId id) const;
    /// The shape as shown now.
    [[nodiscard]] const domain::Shape& shownShape(const domain::Annotation& annotation) const;
    /// The shapes before the last committed preview, for "reset to the state before the drag".
    [[nodiscard]] const std::vector<document::commands::Reshape>& beforeLastDrag() const { return m_beforeLastDrag; }
    void forgetLastDrag() { m_beforeLastDrag.clear(); }

Q_SIGNALS:
    /// The part in picture pixels looks different; a null rectangle means all of it.
    void invalidated(const QRectF& imageRect);
    /// What is drawn on top (selection, hover, preview) looks different.
    void overlayChanged();
    void selectionChanged();
    /// Everything may differ; `isOtherSample` if it is another one, not the same one read anew.
    void documentReset(bool isOtherSample);

private:
    void followDocument(const document::DocumentChange& change);
    void followLabels();
    void dropLostIds();

    document::SampleDocument& m_document;
    document::LabelSet& m_labels;
    QString m_author;
    domain::SampleId m_sample;
    ShapeIndex m_index;
    QSizeF m_pictureSize;
    QHash<domain::LabelId, LabelStyle> m_styles;
    Ids m_selection;
    QSet<domain::AnnotationId> m_selected;
    domain::AnnotationId m_hovered;
    bool m_areShapesShown = true;
    bool m_isToConfirm = false; ///< as drawn
    double m_leastConfidence = 0;
    std::unordered_map<qint64, domain::Shape> m_preview; ///< by annotation id
    std::vector<document::commands::Reshape> m_beforeLastDrag;
};

} // namespace lw::canvas
