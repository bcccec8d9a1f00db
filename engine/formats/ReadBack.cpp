// SPDX-License-Identifier: GPL-3.0-or-later
//! Comparison of samples.
#include "engine/formats/ReadBack.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace lw::formats {

namespace {

using domain::Annotation;
using domain::JointVisibility;
using domain::Shape;

constexpr qsizetype kMostFacts = 5;

/// A sum of two doubles that were written apart may be off by its last digits.
constexpr double kRounding = 1e-9;

bool isNear(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance + kRounding * std::max(std::abs(a), std::abs(b));
}

bool isSameShare(const std::optional<double>& a, const std::optional<double>& b)
{
    return a.has_value() == b.has_value() && (!a || isNear(*a, *b, 1e-6));
}

/// Every member of `written` is in `read` with the same value.
bool keepsExtra(const QByteArray& written, const QByteArray& read)
{
    if (written == read || written.isEmpty()) {
        return true;
    }
    const QJsonObject wanted = QJsonDocument::fromJson(written).object();
    const QJsonObject found = QJsonDocument::fromJson(read).object();
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (found.value(it.key()) != it.value()) {
            return false;
        }
    }
    return true;
}

/// The first field that differs; null if none does. Labels and shapes are compared before.
const char* differentField(const Annotation& a, const Annotation& b)
{
    if (a.attributes != b.attributes) {
        return "attributes";
    }
    if (a.isDifficult != b.isDifficult || a.isTruncated != b.isTruncated || a.isOccluded != b.isOccluded ||
        a.pose != b.pose) {
        return "flags";
    }
    if (!isSameShare(a.confidence, b.confidence)) {
        return "confidence";
    }
    if (a.isHard != b.isHard || !isSameShare(a.hardCoefficient, b.hardCoefficient)) {
        return "hard";
    }
    if (a.author != b.author) {
        return "author";
    }
    return keepsExtra(a.extra, b.extra) ? nullptr : "unknown fields";
}

class Comparison {
public:
    Comparison(const ImportedSample& written, const ImportedSample& read, const FormatAbilities& abilities)
        : m_written(written), m_read(read),
          m_tolerance(abilities.relativeError * std::max({100, read.sample.width, read.sample.height})),
          m_isUsed(read.annotations.size(), false), m_abilities(abilities)
    {
    }

    QStringList run()
    {
        compareSample();
        std::vector<size_t> left;
        for (size_t i = 0; i < m_written.annotations.size(); ++i) {
            if (!m_abilities.order || !takePartner(i, i)) {
                left.push_back(i);
            }
        }
        for (size_t i : left) {
            comparePartner(i);
        }
        if (m_read.annotations.size() != m_written.annotations.size()) {
            add(QStringLiteral("annotations: %1, read %2")
                    .arg(m_written.annotations.size())
                    .arg(m_read.annotations.size()));
        }
        return m_facts;
    }

private:
    void add(const QString& fact)
    {
        if (m_facts.size() < kMostFacts) {
            m_facts.append(fact);
        }
    }

    void compareSample()
    {
        const domain::Sample& a = m_written.sample;
        const domain::Sample& b = m_read.sample;
        if (a.usage != b.usage) {
            add(QStringLiteral("usage: %1, read %2").arg(domain::usageName(a.usage), domain::usageName(b.usage)));
        }
        if (a.isHard != b.isHard || !isSameShare(a.hardCoefficient, b.hardCoefficient)) {
            add(QStringLiteral("hard"));
        }
        if (a.hardReasons != b.hardReasons) {
            add(QStringLiteral("hard reasons"));
        }
        if (a.attributes != b.attributes) {
            add(QStringLiteral("attributes"));
        }
        if (!keepsExtra(a.extra, b.extra)) {
            add(QStringLiteral("unknown fields"));
        }
    }

    [[nodiscard]] bool matches(size_t i, size_t j) const
    {
        const NamedAnnotation& a = m_written.annotations[i];
        const NamedAnnotation& b = m_read.annotations[j];
        return !m_isUsed[j] && a.label == b.label &&
               isSameShape(a.annotation.shape, b.annotation.shape, m_tolerance) &&
               differentField(a.annotation, b.annotation) == nullptr;
    }
    bool takePartner(size_t i, size_t j)
    {
        if (j >= m_isUsed.size() || !matches(i, j)) {
            return false;
        }
        m_isUsed[j] = true;
        return true;
    }

    void comparePartner(size_t i)
    {
        for (size_t j = 0; j < m_isUsed.size(); ++j) {
            if (takePartner(i, j)) {
                if (m_abilities.order) {
                    add(QStringLiteral("annotation %1: read as number %2").arg(i + 1).arg(j + 1));
                }
                return;
            }
        }
        const NamedAnnotation& a = m_written.annotations[i];
        if (i >= m_read.annotations.size()) {
            add(QStringLiteral("annotation %1: missing").arg(i + 1));
            return;
        }
        const NamedAnnotation& b = m_read.annotations[i];
        if (a.label != b.label) {
            add(QStringLiteral("annotation %1: label %2, read %3").arg(i + 1).arg(a.label, b.label));
        } else if (!isSameShape(a.annotation.shape, b.annotation.shape, m_tolerance)) {
            add(QStringLiteral("annotation %1: shape").arg(i + 1));
        } else if (const char* field = differentField(a.annotation, b.annotation); field != nullptr) {
            add(QStringLiteral("annotation %1: %2").arg(i + 1).arg(QLatin1String(field)));
        } else {
            add(QStringLiteral("annotation %1: missing").arg(i + 1));
        }
    }

    const ImportedSample& m_written;
    const ImportedSample& m_read;
    double m_tolerance;
    std::vector<bool> m_isUsed;
    const FormatAbilities& m_abilities;
    QStringList m_facts;
};

} // namespace

bool isSameShape(const Shape& a, const Shape& b, double tolerance)
{
    if (a.kind != b.kind || a.points.size() != b.points.size() || a.ringStarts != b.ringStarts ||
        a.visibility != b.visibility || a.mask != b.mask || !isNear(a.radius, b.radius, tolerance)) {
        return false;
    }
    for (size_t i = 0; i < a.points.size(); ++i) {
        const bool isAbsent = i < a.visibility.size() && a.visibility[i] == JointVisibility::Absent;
        if (!isAbsent && (!isNear(a.points[i].x, b.points[i].x, tolerance) ||
                          !isNear(a.points[i].y, b.points[i].y, tolerance))) {
            return false;
        }
    }
    return true;
}

QStringList differencesOf(const ImportedSample& written, const ImportedSample& read, const FormatAbilities& abilities)
{
    return Comparison(written, read, abilities).run();
}

} // namespace lw::formats
