// SPDX-License-Identifier: GPL-3.0-or-later
//! The question for the label and what follows from its answer.
#include "widgets/canvas/ShapeFinisher.h"

#include "models/core/WhenDone.h"
#include "widgets/canvas/InputGate.h"
#include "widgets/canvas/LabelPopup.h"
#include "widgets/canvas/ShapePainter.h"
#include "widgets/common/Theme.h"

#include <QWidget>

#include <utility>

namespace lw::canvas {

ShapeFinisher::ShapeFinisher(const Surroundings& surroundings, QObject* parent)
    : QObject(parent), m_scene(surroundings.scene), m_transform(surroundings.transform),
      m_options(surroundings.options), m_gate(surroundings.gate), m_host(surroundings.host)
{
}

void ShapeFinisher::begin(const domain::Shape& shape, std::optional<double> confidence)
{
    if (isAsking() && !settle()) {
        cancel();
    }
    m_pending = shape;
    m_pendingConfidence = confidence;
    m_pendingSample = m_scene.document().sample().id;
    const domain::LabelId current = m_chosen.isValid() ? m_chosen : m_scene.labels().current();
    if (m_chosen.isValid() || (!m_options.asksForLabel && current.isValid())) {
        take(current);
        return;
    }
    open(shape.boundingRect(), current);
}

void ShapeFinisher::askForSelection()
{
    const Ids ids = m_scene.changeableSelection();
    if (isAsking() || ids.empty()) {
        return;
    }
    m_pending.reset();
    m_pendingSample = m_scene.document().sample().id;
    const domain::Annotation* last = m_scene.find(ids.back());
    open(last->shape.boundingRect(), last->labelId);
}

bool ShapeFinisher::settle()
{
    return !m_popup || m_popup->accept();
}

void ShapeFinisher::cancel()
{
    m_pending.reset();
    close();
    Q_EMIT repaintNeeded();
}

void ShapeFinisher::chooseLabel(domain::LabelId label)
{
    if (label == m_chosen) {
        return;
    }
    m_chosen = label;
    if (label.isValid()) {
        m_scene.labels().use(label);
    }
    Q_EMIT chosenLabelChanged(label);
    Q_EMIT repaintNeeded();
}

QColor ShapeFinisher::drawingColour() const
{
    const domain::LabelId label = m_chosen.isValid() ? m_chosen : m_scene.labels().current();
    return m_scene.labels().find(label) ? m_scene.style(label).colour : common::colours().accent;
}

void ShapeFinisher::paint(QPainter& painter)
{
    if (m_pending) {
        ShapeLook look;
        look.colour = drawingColour();
        look.isSelected = true;
        paintShape(painter, *m_pending, m_transform, look);
    }
}

void ShapeFinisher::open(const QRectF& imageRect, domain::LabelId highlighted)
{
    m_popup = new LabelPopup(m_scene.labels(), highlighted, &m_host);
    connect(m_popup, &LabelPopup::labelPicked, this, &ShapeFinisher::take);
    connect(m_popup, &LabelPopup::newLabelRequested, this, &ShapeFinisher::create);
    connect(m_popup, &LabelPopup::cancelled, this, &ShapeFinisher::cancel);
    m_popup->openBeside(m_transform.toView(imageRect).toAlignedRect());
    Q_EMIT repaintNeeded();
}

void ShapeFinisher::close()
{
    if (LabelPopup* popup = std::exchange(m_popup, nullptr)) {
        popup->hide();
        popup->deleteLater();
        m_host.setFocus(Qt::OtherFocusReason);
        Q_EMIT closed();
    }
}

void ShapeFinisher::take(domain::LabelId label)
{
    const std::optional<domain::Shape> shape = std::exchange(m_pending, std::nullopt);
    const domain::SampleId sample = m_pendingSample;
    close();
    m_gate.run([this, shape, confidence = m_pendingConfidence, sample, label] {
        document::SampleDocument& document = m_scene.document();
        if (document.sample().id != sample) {
            return;
        }
        m_scene.labels().use(label);
        if (!shape) {
            document::commands::changeLabel(document, m_scene.changeableSelection(), label, m_scene.author());
            return;
        }
        const domain::AnnotationId id = document::commands::addShape(document, label, *shape, m_scene.author(), confidence);
        if (id.isValid()) {
            Q_EMIT shapeAdded(id, shape->kind);
        }
    });
    Q_EMIT repaintNeeded();
}

void ShapeFinisher::create(const QString& name, QRgb colour)
{
    // The popup goes now, the shape stays drawn until the label exists.
    const std::optional<domain::Shape> shape = m_pending;
    const domain::SampleId sample = m_pendingSample;
    close();
    core::whenDone(m_scene.labels().create(name, colour), this,
                   [this, shape, sample, name](const core::Result<domain::LabelId>& made) {
                       m_pending = shape;
                       m_pendingSample = sample;
                       if (made) {
                           take(*made);
                       } else {
                           createFailed(made.error(), name);
                       }
                   });
}

void ShapeFinisher::createFailed(const core::Error& error, const QString& name)
{
    switch (error.code) {
    case core::ErrorCode::AlreadyExists:
        Q_EMIT messageGiven(tr("There already is a label “%1”.").arg(name));
        break;
    case core::ErrorCode::InvalidArgument:
        Q_EMIT messageGiven(tr("“%1” cannot be the name of a label.").arg(name));
        break;
    default:
        Q_EMIT messageGiven(tr("The label “%1” could not be saved.").arg(name));
        break;
    }
    if (m_pending && m_pendingSample == m_scene.document().sample().id) {
        open(m_pending->boundingRect(), m_scene.labels().current());
    } else {
        m_pending.reset();
    }
}

} // namespace lw::canvas
