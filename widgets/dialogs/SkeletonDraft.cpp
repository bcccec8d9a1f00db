// SPDX-License-Identifier: GPL-3.0-or-later
//! Joints and bones that come and go.
#include "widgets/dialogs/SkeletonDraft.h"

#include "models/domain/Skeletons.h"

#include <algorithm>
#include <numeric>

namespace lw::dialogs {

using domain::JointPlace;
using domain::SkeletonLayout;

SkeletonDraft::SkeletonDraft(const SkeletonLayout& layout, const std::vector<int>& origins)
    : m_layout(layout), m_origins(origins)
{
    if (!domain::isValid(m_layout)) {
        m_layout.bones.clear();
    }
    m_layout.places = domain::placesOf(m_layout);
    if (m_origins.size() != size_t(count())) {
        m_origins.resize(size_t(count()));
        std::iota(m_origins.begin(), m_origins.end(), 0);
    }
}

int SkeletonDraft::addJoint(JointPlace place)
{
    int number = count() + 1;
    const auto name = [&number] { return QStringLiteral("joint_%1").arg(number); };
    while (m_layout.joints.contains(name())) {
        ++number;
    }
    m_layout.joints.append(name());
    m_layout.places.push_back({});
    m_origins.push_back(-1);
    move(count() - 1, place);
    return count() - 1;
}

void SkeletonDraft::removeJoint(int joint)
{
    if (joint < 0 || joint >= count()) {
        return;
    }
    m_layout.joints.removeAt(joint);
    m_layout.places.erase(m_layout.places.begin() + joint);
    m_origins.erase(m_origins.begin() + joint);
    std::erase_if(m_layout.bones, [joint](const auto& bone) { return bone.first == joint || bone.second == joint; });
    for (auto& [a, b] : m_layout.bones) {
        a -= a > joint ? 1 : 0;
        b -= b > joint ? 1 : 0;
    }
}

void SkeletonDraft::rename(int joint, const QString& name)
{
    if (joint >= 0 && joint < count()) {
        m_layout.joints[joint] = name;
    }
}

void SkeletonDraft::move(int joint, JointPlace place)
{
    if (joint >= 0 && joint < count()) {
        m_layout.places[size_t(joint)] = {std::clamp(place.x, 0.0, 1.0), std::clamp(place.y, 0.0, 1.0)};
    }
}

void SkeletonDraft::toggleBone(int a, int b)
{
    if (a == b || std::min(a, b) < 0 || std::max(a, b) >= count()) {
        return;
    }
    const auto isIt = [a, b](const auto& bone) { return std::minmax(bone.first, bone.second) == std::minmax(a, b); };
    if (std::erase_if(m_layout.bones, isIt) == 0) {
        m_layout.bones.emplace_back(a, b);
    }
}

QList<int> SkeletonDraft::neighbours(int joint) const
{
    QList<int> others;
    for (const auto& [a, b] : m_layout.bones) {
        if (a == joint || b == joint) {
            others.append(a == joint ? b : a);
        }
    }
    std::sort(others.begin(), others.end());
    return others;
}

void SkeletonDraft::setNeighbours(int joint, const QList<int>& others)
{
    const QList<int> before = neighbours(joint);
    for (int other = 0; other < count(); ++other) {
        if (before.contains(other) != others.contains(other)) {
            toggleBone(joint, other);
        }
    }
}

void SkeletonDraft::replace(const SkeletonLayout& layout)
{
    const SkeletonDraft before = *this;
    *this = SkeletonDraft(layout);
    for (int joint = 0; joint < count(); ++joint) {
        const auto same = before.m_layout.joints.indexOf(m_layout.joints.at(joint));
        m_origins[size_t(joint)] = same < 0 ? -1 : before.m_origins[size_t(same)];
    }
}

} // namespace lw::dialogs
