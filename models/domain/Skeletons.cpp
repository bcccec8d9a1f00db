// SPDX-License-Identifier: GPL-3.0-or-later
//! Places of joints, and what follows from changes of a layout.
#include "models/domain/Skeletons.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>

namespace lw::domain {

namespace {

struct PersonJoint {
    const char* name;
    JointPlace place;
};

// A person who looks at us: the left side is on the right.
constexpr std::array<PersonJoint, 17> kPerson = {{{"nose", {0.5, 0.1}},
                                                  {"left_eye", {0.57, 0.04}},
                                                  {"right_eye", {0.43, 0.04}},
                                                  {"left_ear", {0.65, 0.08}},
                                                  {"right_ear", {0.35, 0.08}},
                                                  {"left_shoulder", {0.74, 0.22}},
                                                  {"right_shoulder", {0.26, 0.22}},
                                                  {"left_elbow", {0.88, 0.38}},
                                                  {"right_elbow", {0.12, 0.38}},
                                                  {"left_wrist", {0.96, 0.53}},
                                                  {"right_wrist", {0.04, 0.53}},
                                                  {"left_hip", {0.65, 0.54}},
                                                  {"right_hip", {0.35, 0.54}},
                                                  {"left_knee", {0.68, 0.75}},
                                                  {"right_knee", {0.32, 0.75}},
                                                  {"left_ankle", {0.7, 0.96}},
                                                  {"right_ankle", {0.3, 0.96}}}};
constexpr std::array<std::pair<int, int>, 19> kPersonBones = {
    {{15, 13}, {13, 11}, {16, 14}, {14, 12}, {11, 12}, {5, 11}, {6, 12}, {5, 6}, {5, 7}, {6, 8},
     {7, 9},   {8, 10},  {1, 2},   {0, 1},   {0, 2},   {1, 3},  {2, 4},  {3, 5}, {4, 6}}};

constexpr int kRounds = 150;
constexpr int kMostSpread = 200; ///< larger skeletons stay on their circle

std::vector<JointPlace> onCircle(int count)
{
    std::vector<JointPlace> places;
    for (int i = 0; i < count; ++i) {
        const double angle = 2 * M_PI * i / count - M_PI / 2;
        places.push_back({0.5 + 0.45 * std::cos(angle), 0.5 + 0.45 * std::sin(angle)});
    }
    return places;
}

/// Joints push each other away, bones pull theirs together; the same start leads to the same end.
void spread(std::vector<JointPlace>& places, const std::vector<std::pair<int, int>>& bones)
{
    const auto count = places.size();
    const double wanted = std::sqrt(1.0 / double(count)) * 0.8;
    for (int round = 0; round < kRounds; ++round) {
        std::vector<JointPlace> force(count);
        const auto push = [&](size_t a, size_t b, double strength) {
            const double dx = places[a].x - places[b].x;
            const double dy = places[a].y - places[b].y;
            const double length = std::max(1e-3, std::hypot(dx, dy));
            const double by = strength > 0 ? wanted * wanted / length : -length * length / wanted;
            force[a].x += dx / length * by;
            force[a].y += dy / length * by;
            force[b].x -= dx / length * by;
            force[b].y -= dy / length * by;
        };
        for (size_t a = 0; a < count; ++a) {
            for (size_t b = a + 1; b < count; ++b) {
                push(a, b, 1);
            }
        }
        for (const auto& [a, b] : bones) {
            push(size_t(a), size_t(b), -1);
        }
        const double step = 0.1 * (1 - double(round) / kRounds);
        for (size_t i = 0; i < count; ++i) {
            const double length = std::max(1e-9, std::hypot(force[i].x, force[i].y));
            places[i].x += force[i].x / length * std::min(length, step);
            places[i].y += force[i].y / length * std::min(length, step);
        }
    }
}

QRectF boundsOf(const std::vector<JointPlace>& places)
{
    const auto [left, right] =
        std::minmax_element(places.begin(), places.end(), [](auto a, auto b) { return a.x < b.x; });
    const auto [top, bottom] =
        std::minmax_element(places.begin(), places.end(), [](auto a, auto b) { return a.y < b.y; });
    return {QPointF(left->x, top->y), QPointF(right->x, bottom->y)};
}

/// `value` carried from one range to another; the middle where the first has no width.
double carried(double value, double from, double width, double to, double toWidth)
{
    return width > 1e-9 ? to + (value - from) * toWidth / width : to + toWidth / 2;
}

bool isPresent(const Shape& skeleton, int joint)
{
    return joint >= 0 && size_t(joint) < skeleton.points.size() &&
           (size_t(joint) >= skeleton.visibility.size() ||
            skeleton.visibility[size_t(joint)] != JointVisibility::Absent);
}

} // namespace

SkeletonLayout personLayout()
{
    SkeletonLayout layout;
    for (const PersonJoint& joint : kPerson) {
        layout.joints.append(QString::fromLatin1(joint.name));
        layout.places.push_back(joint.place);
    }
    layout.bones.assign(kPersonBones.begin(), kPersonBones.end());
    return layout;
}

std::vector<JointPlace> placesOf(const SkeletonLayout& layout)
{
    const auto count = size_t(layout.joints.size());
    if (count == 0 || layout.places.size() == count) {
        return layout.places;
    }
    if (const SkeletonLayout person = personLayout(); layout.joints == person.joints) {
        return person.places;
    }
    std::vector<JointPlace> places = onCircle(int(count));
    if (!layout.bones.empty() && count <= kMostSpread && isValid({layout.joints, layout.bones, {}})) {
        spread(places, layout.bones);
        const QRectF bounds = boundsOf(places);
        for (JointPlace& place : places) {
            place.x = carried(place.x, bounds.left(), bounds.width(), 0.05, 0.9);
            place.y = carried(place.y, bounds.top(), bounds.height(), 0.05, 0.9);
        }
    }
    return places;
}

bool isValid(const SkeletonLayout& layout)
{
    const auto count = int(layout.joints.size());
    std::set<std::pair<int, int>> seen;
    for (const auto& [a, b] : layout.bones) {
        const bool isInside = a >= 0 && b >= 0 && a < count && b < count && a != b;
        if (!isInside || !seen.insert(std::minmax(a, b)).second) {
            return false;
        }
    }
    return layout.places.empty() || int(layout.places.size()) == count;
}

Shape skeletonIn(const QRectF& rect, const std::vector<JointPlace>& places)
{
    if (places.empty()) {
        return Shape::skeleton({}, {});
    }
    const QRectF board = boundsOf(places);
    std::vector<ImagePoint> joints;
    joints.reserve(places.size());
    for (const JointPlace& place : places) {
        joints.push_back({carried(place.x, board.left(), board.width(), rect.left(), rect.width()),
                          carried(place.y, board.top(), board.height(), rect.top(), rect.height())});
    }
    return Shape::skeleton(std::move(joints), std::vector(places.size(), JointVisibility::Visible));
}

ImagePoint likelyPlace(const Shape& skeleton, int joint, const std::vector<JointPlace>& places)
{
    const QRectF rect = skeleton.boundingRect();
    std::vector<JointPlace> present;
    for (size_t i = 0; i < std::min(places.size(), skeleton.points.size()); ++i) {
        if (isPresent(skeleton, int(i))) {
            present.push_back(places[i]);
        }
    }
    if (present.empty() || joint < 0 || size_t(joint) >= places.size()) {
        return {rect.center().x(), rect.center().y()};
    }
    const QRectF board = boundsOf(present);
    return {carried(places[size_t(joint)].x, board.left(), board.width(), rect.left(), rect.width()),
            carried(places[size_t(joint)].y, board.top(), board.height(), rect.top(), rect.height())};
}

Shape withVisibility(const Shape& skeleton, int joint, JointVisibility visibility, const SkeletonLayout& layout)
{
    if (joint < 0 || size_t(joint) >= skeleton.visibility.size()) {
        return skeleton;
    }
    Shape changed = skeleton;
    if (!isPresent(skeleton, joint) && visibility != JointVisibility::Absent) {
        changed.points[size_t(joint)] = likelyPlace(skeleton, joint, placesOf(layout));
    }
    changed.visibility[size_t(joint)] = visibility;
    return changed;
}

double distanceToBones(const Shape& skeleton, const std::vector<std::pair<int, int>>& bones, ImagePoint at)
{
    double best = std::numeric_limits<double>::infinity();
    for (const auto& [a, b] : bones) {
        if (isPresent(skeleton, a) && isPresent(skeleton, b)) {
            const Shape bone = Shape::line(skeleton.points[size_t(a)], skeleton.points[size_t(b)]);
            best = std::min(best, distanceToOutline(bone, at));
        }
    }
    return best;
}

Shape withJoints(const Shape& skeleton, const std::vector<int>& origins)
{
    Shape changed = skeleton;
    changed.points.clear();
    changed.visibility.clear();
    for (int origin : origins) {
        const bool isKept = origin >= 0 && size_t(origin) < skeleton.points.size();
        changed.points.push_back(isKept ? skeleton.points[size_t(origin)] : ImagePoint{});
        changed.visibility.push_back(isKept && size_t(origin) < skeleton.visibility.size()
                                         ? skeleton.visibility[size_t(origin)]
                                         : JointVisibility::Absent);
    }
    return changed;
}

bool changesJoints(const std::vector<int>& origins, int count)
{
    bool isSame = int(origins.size()) == count;
    for (size_t i = 0; isSame && i < origins.size(); ++i) {
        isSame = origins[i] == int(i);
    }
    return !isSame;
}

QString skeletonToJson(const SkeletonLayout& skeleton)
{
    if (skeleton.joints.isEmpty()) {
        return QStringLiteral("");
    }
    QJsonArray bones;
    for (const auto& [from, to] : skeleton.bones) {
        bones.append(QJsonArray{from, to});
    }
    QJsonObject object{{QStringLiteral("joints"), QJsonArray::fromStringList(skeleton.joints)},
                       {QStringLiteral("bones"), bones}};
    if (!skeleton.places.empty()) {
        QJsonArray places;
        for (const JointPlace& place : skeleton.places) {
            places.append(QJsonArray{place.x, place.y});
        }
        object.insert(QStringLiteral("places"), places);
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

SkeletonLayout skeletonFromJson(const QString& json)
{
    SkeletonLayout skeleton;
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    for (const QJsonValue& joint : object[QLatin1String("joints")].toArray()) {
        skeleton.joints.append(joint.toString());
    }
    for (const QJsonValue& bone : object[QLatin1String("bones")].toArray()) {
        skeleton.bones.emplace_back(bone[0].toInt(), bone[1].toInt());
    }
    for (const QJsonValue& place : object[QLatin1String("places")].toArray()) {
        skeleton.places.push_back({place[0].toDouble(), place[1].toDouble()});
    }
    return skeleton;
}

} // namespace lw::domain
