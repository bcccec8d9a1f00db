// SPDX-License-Identifier: GPL-3.0-or-later
//! Visibility of joints, by key and by menu.
#include "widgets/canvas/JointCommands.h"

#include "models/domain/Skeletons.h"
#include "models/items/ShapeTexts.h"

#include <QActionGroup>
#include <QMenu>

#include <cmath>

namespace lw::canvas {

namespace {

using domain::JointVisibility;

JointVisibility next(JointVisibility visibility)
{
    switch (visibility) {
    case JointVisibility::Visible:
        return JointVisibility::Hidden;
    case JointVisibility::Hidden:
        return JointVisibility::Absent;
    case JointVisibility::Absent:
        break;
    }
    return JointVisibility::Visible;
}

QString menuText(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

JointCommands::JointCommands(CanvasView& view, QObject* parent) : QObject(parent), m_view(view), m_scene(view.scene())
{
}

const domain::Annotation* JointCommands::skeleton() const
{
    const domain::Annotation* only = m_scene.onlySelected();
    return only && only->shape.kind == domain::ShapeKind::Skeleton ? only : nullptr;
}

void JointCommands::cycleGrabbed()
{
    m_view.gate().run([this] {
        m_view.tools().active().settle();
        const domain::Annotation* annotation = skeleton();
        const auto joint = m_view.tools().active().grabbedHandle();
        if (!annotation || !joint || size_t(*joint) >= annotation->shape.visibility.size()) {
            Q_EMIT m_view.messageGiven(tr("Click a joint of a selected skeleton first, or press G."));
            return;
        }
        setVisibility(*joint, next(annotation->shape.visibility[size_t(*joint)]));
    });
}

void JointCommands::setVisibility(int joint, JointVisibility visibility)
{
    m_view.gate().run([this, joint, visibility] {
        const domain::Annotation* annotation = skeleton();
        if (!annotation) {
            return;
        }
        if (m_scene.isLocked(annotation->id)) {
            Q_EMIT m_view.messageGiven(tr("Shapes of locked labels were left as they are."));
            return;
        }
        const domain::SkeletonLayout& layout = m_scene.style(annotation->labelId).skeleton;
        const QSizeF size = m_scene.pictureSize();
        domain::Shape changed = domain::withVisibility(annotation->shape, joint, visibility, layout);
        if (m_view.options().usesWholePixels && joint >= 0 && size_t(joint) < changed.points.size()) {
            domain::ImagePoint& place = changed.points[size_t(joint)];
            place = place == annotation->shape.points[size_t(joint)]
                        ? place
                        : domain::ImagePoint{std::round(place.x), std::round(place.y)};
        }
        changed = domain::clampedToImage(changed, size.width(), size.height());
        if (!changed.isValid()) {
            Q_EMIT m_view.messageGiven(tr("One joint must stay. Delete the skeleton instead."));
            return;
        }
        document::commands::reshape(m_scene.document(), {{annotation->id, changed}}, m_scene.author());
        Q_EMIT m_view.messageGiven(items::jointText(layout, joint, visibility));
    });
}

void JointCommands::addStates(QMenu& menu, int joint)
{
    const domain::Annotation* annotation = skeleton();
    auto* group = new QActionGroup(&menu);
    for (JointVisibility each : {JointVisibility::Visible, JointVisibility::Hidden, JointVisibility::Absent}) {
        QAction* action = menu.addAction(items::visibilityText(each));
        action->setCheckable(true);
        action->setChecked(annotation->shape.visibility[size_t(joint)] == each);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, joint, each] { setVisibility(joint, each); });
    }
}

void JointCommands::addTo(QMenu& menu)
{
    const domain::Annotation* annotation = skeleton();
    if (!annotation) {
        return;
    }
    const domain::SkeletonLayout& layout = m_scene.style(annotation->labelId).skeleton;
    const auto count = int(annotation->shape.visibility.size());
    const auto grabbed = m_view.tools().active().grabbedHandle();
    if (grabbed && *grabbed < count) {
        QMenu* one = menu.addMenu(menuText(items::jointName(layout, *grabbed)));
        one->setObjectName(QStringLiteral("canvas.menu.joint"));
        addStates(*one, *grabbed);
    }
    QMenu* all = menu.addMenu(tr("Joints"));
    all->setObjectName(QStringLiteral("canvas.menu.joints"));
    for (int joint = 0; joint < count; ++joint) {
        QMenu* one =
            all->addMenu(menuText(items::jointText(layout, joint, annotation->shape.visibility[size_t(joint)])));
        addStates(*one, joint);
    }
    menu.addSeparator();
}

} // namespace lw::canvas
