// SPDX-License-Identifier: GPL-3.0-or-later
//! The question for the label and what follows from its answer.
#include "widgets/canvas/ShapeFinisher.h"

#include "models/core/WhenDone.h"
#include "models/domain/Skeletons.h"
#include "widgets/canvas/InputGate.h"
#include "widgets/canvas/LabelPopup.h"
#include "widgets/canvas/ShapePainter.h"
#include "widgets/common/Theme.h"

#include <QWidget>

#include <algorithm>
#include <cmath>
#include <utility>

namespace lw::canvas {

namespace {

/// A skeleton needs a label that says which joints it has.
bool suits(const domain::Label& label, domain::ShapeKind kind)
{
    return kind != domain::ShapeKind::Skeleton || !label.skeleton.joints.isEmpty();
}

} // namespace

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
    takeOrAsk();
}

void ShapeFinisher::takeOrAsk()
{
    const domain::LabelId likely = likelyLabel(m_pending->kind);
    const bool isChosen = m_chosen.isValid() && m_chosen == likely;
    const auto& labels = m_scene.labels().labels();
    const auto suiting = std::count_if(labels.begin(), labels.end(),
                                       [this](const domain::Label& label) { return suits(label, m_pending->kind); });
    const bool isOnlyOne = m_pending->kind == domain::ShapeKind::Skeleton && suiting == 1;
    if (isChosen || isOnlyOne || (!m_options.asksForLabel && likely.isValid())) {
        take(likely);
        return;
    }
    open(m_pending->boundingRect(), likely);
}

domain::LabelId ShapeFinisher::likelyLabel(domain::ShapeKind kind) const
{
    const domain::LabelId first = m_chosen.isValid() ? m_chosen : m_scene.labels().current();
    const domain::Label* label = m_scene.labels().find(first);
    if (kind != domain::ShapeKind::Skeleton || (label && suits(*label, kind))) {
        return first;
    }
    const std::vector<domain::Label> recent = m_scene.labels().byRecency();
    const auto found =
        std::find_if(recent.begin(), recent.end(), [kind](const domain::Label& each) { return suits(each, kind); });
    return found == recent.end() ? domain::LabelId() : found->id;
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

domain::SkeletonLayout ShapeFinisher::drawingSkeleton() const
{
    const domain::Label* label = m_scene.labels().find(likelyLabel(domain::ShapeKind::Skeleton));
    return label ? label->skeleton : domain::SkeletonLayout();
}

QColor ShapeFinisher::drawingColour(std::optional<domain::ShapeKind> kind) const
{
    const domain::LabelId label = likelyLabel(kind.value_or(domain::ShapeKind::BoundingBox));
    return m_scene.labels().find(label) ? m_scene.style(label).colour : common::colours().accent;
}

void ShapeFinisher::paint(QPainter& painter)
{
    if (m_pending) {
        ShapeLook look;
        const domain::SkeletonLayout skeleton = drawingSkeleton();
        look.colour = drawingColour(m_pending->kind);
        look.isSelected = true;
        look.skeleton = &skeleton;
        paintShape(painter, *m_pending, m_transform, look);
    }
}

void ShapeFinisher::open(const QRectF& imageRect, domain::LabelId highlighted)
{
    LabelPopup::Filter filter;
    if (m_pending && m_pending->kind == domain::ShapeKind::Skeleton) {
        filter = [](const domain::Label& label) { return suits(label, domain::ShapeKind::Skeleton); };
    }
    m_popup = new LabelPopup(m_scene.labels(), highlighted, &m_host, filter);
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
    std::optional<domain::Shape> shape = std::exchange(m_pending, std::nullopt);
    const domain::SampleId sample = m_pendingSample;
    close();
    if (shape && shape->kind == domain::ShapeKind::Skeleton) {
        // Drawn with the joints of the label that seemed likely; it gets those of the one that was taken.
        const domain::Label* taken = m_scene.labels().find(label);
        if (!taken || !suits(*taken, shape->kind)) {
            Q_EMIT messageGiven(tr("This label has no skeleton. Edit it in the label panel to give it joints."));
            Q_EMIT repaintNeeded();
            return;
        }
        shape = domain::skeletonIn(shape->boundingRect(), domain::placesOf(taken->skeleton));
        for (domain::ImagePoint& joint : shape->points) {
            joint = m_options.usesWholePixels ? domain::ImagePoint{std::round(joint.x), std::round(joint.y)} : joint;
        }
    }
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
