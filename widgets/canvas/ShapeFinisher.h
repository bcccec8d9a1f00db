// SPDX-License-Identifier: GPL-3.0-or-later
//! From a drawn figure to an annotation: which label, by popup or without a question, then into the document.
#pragma once

#include "widgets/canvas/CanvasOptions.h"
#include "widgets/canvas/CanvasScene.h"
#include "widgets/canvas/ViewTransform.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QPainter;
class QWidget;

namespace lw::canvas {

class InputGate;
class LabelPopup;

/// GUI thread only. Everything handed in must outlive it; popups become children of `host`.
class ShapeFinisher final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShapeFinisher)

public:
    struct Surroundings {
        CanvasScene& scene;
        const ViewTransform& transform;
        const CanvasOptions& options;
        InputGate& gate;
        QWidget& host;
    };

    explicit ShapeFinisher(const Surroundings& surroundings, QObject* parent = nullptr);

    /// A shape has been drawn: adds it with the chosen label, or asks. A question that is open is settled first.
    void begin(const domain::Shape& shape, std::optional<double> confidence = {});
    /// Asks for a label for the selected shapes.
    void askForSelection();
    [[nodiscard]] bool isAsking() const { return !m_popup.isNull(); }
    /// Answers an open question with what is highlighted; without labels the shape stays waiting and false comes back.
    bool settle();
    /// Drops the waiting shape.
    void cancel();

    /// New shapes take `label` without a question, until cleared by an invalid id.
    void chooseLabel(domain::LabelId label);
    [[nodiscard]] domain::LabelId chosenLabel() const { return m_chosen; }
    /// Colour of the label that the next shape will probably have.
    [[nodiscard]] QColor drawingColour(std::optional<domain::ShapeKind> kind = {}) const;
    /// The joints of the label that the next skeleton will probably have; none if no label has any.
    [[nodiscard]] domain::SkeletonLayout drawingSkeleton() const;
    /// Draws the shape that waits for its label.
    void paint(QPainter& painter);

Q_SIGNALS:
    void shapeAdded(lw::domain::AnnotationId id, lw::domain::ShapeKind kind);
    /// A question was answered or dropped; the keyboard belongs to the canvas again.
    void closed();
    void chosenLabelChanged(lw::domain::LabelId label);
    void messageGiven(const QString& message);
    void repaintNeeded();

private:
    /// The label that a new shape of this kind will probably have; invalid if no label suits it.
    [[nodiscard]] domain::LabelId likelyLabel(domain::ShapeKind kind) const;
    /// Takes the label at once if there is no choice.
    void takeOrAsk();
    void open(const QRectF& imageRect, domain::LabelId highlighted);
    void close();
    void take(domain::LabelId label);
    void create(const QString& name, QRgb colour);
    void createFailed(const core::Error& error, const QString& name);

    CanvasScene& m_scene;
    const ViewTransform& m_transform;
    const CanvasOptions& m_options;
    InputGate& m_gate;
    QWidget& m_host;
    QPointer<LabelPopup> m_popup;
    std::optional<domain::Shape> m_pending; ///< nullopt while the question is about the selection
    std::optional<double> m_pendingConfidence;
    domain::SampleId m_pendingSample;
    domain::LabelId m_chosen;
};

} // namespace lw::canvas
