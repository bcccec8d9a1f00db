// SPDX-License-Identifier: GPL-3.0-or-later
//! The things in the sample scenes, each drawn onto a SceneCanvas as one labelled object.
#pragma once

#include "engine/media/scenes/SceneCanvas.h"
#include "engine/media/scenes/SceneLight.h"
#include "engine/media/scenes/SceneRandom.h"

namespace lw::media {

/// What every object needs to draw itself.
struct ScenePen {
    SceneCanvas& canvas;
    const SceneLight& light;
    SceneRandom& random;
};

enum class TreeKind { Round, Conifer, Poplar, Birch };
enum class BoatKind { Sail, Motor, Fishing, Rowing };

/// `base` is where the trunk meets the ground; `distance` 0 (near) to 1 (horizon).
void addTree(const ScenePen& pen, TreeKind kind, QPointF base, double height, double distance);
/// A detached house; `base` is the middle of its foot, `width` includes the side wall.
void addHouse(const ScenePen& pen, QPointF base, double width, double distance);
/// A house in a row; `front` is the facade without the roof, which stands up to 0.45 of the width higher.
void addTownHouse(const ScenePen& pen, const QRectF& front, double distance);
void addLighthouse(const ScenePen& pen, QPointF base, double height, double distance);
/// A car from the side; `base` is the middle between the wheels on the road.
void addCar(const ScenePen& pen, QPointF base, double length, bool facesRight);
/// A car from behind or from the front.
void addCarOnRoad(const ScenePen& pen, QPointF base, double width, bool comesNearer);
/// `base` is the middle of the hull at the waterline; `length` that of the hull.
void addBoat(const ScenePen& pen, BoatKind kind, QPointF base, double length, bool facesRight);
/// A rowing boat on land; `base` is the middle of its keel.
void addBeachedBoat(const ScenePen& pen, QPointF base, double length, bool facesRight);
void addBalloon(const ScenePen& pen, QPointF centre, double diameter, double distance);
void addBird(const ScenePen& pen, QPointF centre, double span);
/// Street lamp: scenery without a label.
void addStreetLamp(const ScenePen& pen, QPointF base, double height);

} // namespace lw::media
