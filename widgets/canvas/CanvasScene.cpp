// SPDX-License-Identifier: GPL-3.0-or-later
//! Follows document and labels, and says which part of the picture looks different.
#include "widgets/canvas/CanvasScene.h"

#include "models/document/commands/ReviewCommands.h"

#include <algorithm>

namespace lw::canvas {

namespace {

/// Above this many changed annotations, everything is drawn again instead of each one's place.
constexpr size_t kManyChanges = 200;

} // namespace

CanvasScene::CanvasScene(document::SampleDocument& document, document::LabelSet& labels, const QString& author,
                         QObject* parent)
    : QObject(parent), m_document(document), m_labels(labels), m_author(author)
{
    connect(&m_document, &document::SampleDocument::changed, this, &CanvasScene::followDocument);
    connect(&m_labels, &document::LabelSet::changed, this, &CanvasScene::followLabels);
    followLabels();
    m_sample = m_document.sample().id;
    m_index.rebuild(m_document.annotations());
}

const domain::Annotation* CanvasScene::find(domain::AnnotationId id) const
{
    const qint64 at = m_index.position(id);
    const auto& all = m_document.annotations();
    return at >= 0 && size_t(at) < all.size() && all[size_t(at)].id == id ? &all[size_t(at)] : nullptr;
}

const LabelStyle& CanvasScene::style(domain::LabelId label) const
{
    static const LabelStyle kUnknown;
    const auto found = m_styles.constFind(label);
    return found == m_styles.constEnd() ? kUnknown : *found;
}

void CanvasScene::setShapesShown(bool areShown)
{
    if (areShown == m_areShapesShown) {
        return;
    }
    m_areShapesShown = areShown;
    setHovered({});
    if (!areShown) {
        setSelection({});
    }
    Q_EMIT invalidated({});
}

bool CanvasScene::isShown(const domain::Annotation& annotation) const
{
    return m_areShapesShown && !style(annotation.labelId).isHidden;
}

bool CanvasScene::isLocked(domain::AnnotationId id) const
{
    const domain::Annotation* annotation = find(id);
    return annotation && style(annotation->labelId).isLocked;
}

bool CanvasScene::isProposal(const domain::Annotation& annotation) const
{
    return m_document.sample().state == domain::SampleState::ToConfirm && document::commands::isProposal(annotation);
}

bool CanvasScene::isFaint(const domain::Annotation& annotation) const
{
    return isProposal(annotation) && *annotation.confidence < m_leastConfidence;
}

void CanvasScene::setLeastConfidence(double least)
{
    if (least != m_leastConfidence) {
        m_leastConfidence = least;
        Q_EMIT invalidated({});
        Q_EMIT overlayChanged();
    }
}

std::vector<Hit> CanvasScene::hitsAt(domain::ImagePoint at, double tolerance) const
{
    const auto bones = [this](domain::LabelId label) { return &style(label).skeleton.bones; };
    std::vector<Hit> hits = m_index.hitsAt(annotations(), at, tolerance, bones);
    std::erase_if(hits, [this](const Hit& hit) { return !isShown(*find(hit.id)); });
    return hits;
}

void CanvasScene::setSelection(const Ids& ids)
{
    Ids kept;
    QSet<domain::AnnotationId> seen;
    for (domain::AnnotationId id : ids) {
        const domain::Annotation* annotation = find(id);
        if (annotation && isShown(*annotation) && !seen.contains(id)) {
            kept.push_back(id);
            seen.insert(id);
        }
    }
    if (kept == m_selection) {
        return;
    }
    m_selection = std::move(kept);
    m_selected = std::move(seen);
    Q_EMIT selectionChanged();
    Q_EMIT overlayChanged();
}

void CanvasScene::toggleSelected(domain::AnnotationId id)
{
    Ids ids = m_selection;
    if (std::erase(ids, id) == 0) {
        ids.push_back(id);
    }
    setSelection(ids);
}

const domain::Annotation* CanvasScene::onlySelected() const
{
    return m_selection.size() == 1 ? find(m_selection.front()) : nullptr;
}

Ids CanvasScene::changeableSelection() const
{
    Ids ids = m_selection;
    std::erase_if(ids, [this](domain::AnnotationId id) { return isLocked(id); });
    return ids;
}

void CanvasScene::setHovered(domain::AnnotationId id)
{
    if (id != m_hovered) {
        m_hovered = id;
        Q_EMIT overlayChanged();
    }
}

void CanvasScene::setPreview(const std::vector<document::commands::Reshape>& shapes)
{
    QRectF touched;
    std::unordered_map<qint64, domain::Shape> next;
    next.reserve(shapes.size());
    for (const document::commands::Reshape& reshape : shapes) {
        if (!m_preview.contains(reshape.id.value)) {
            touched |= m_index.bounds(reshape.id);
        }
        next.emplace(reshape.id.value, reshape.shape);
    }
    for (const auto& [id, shape] : m_preview) {
        if (!next.contains(id)) {
            touched |= m_index.bounds(domain::AnnotationId(id));
        }
    }
    m_preview = std::move(next);
    if (!touched.isNull()) {
        Q_EMIT invalidated(touched);
    }
    Q_EMIT overlayChanged();
}

void CanvasScene::clearPreview()
{
    if (hasPreview()) {
        setPreview({});
    }
}

void CanvasScene::commitPreview()
{
    std::vector<document::commands::Reshape> before;
    std::vector<document::commands::Reshape> after;
    for (const auto& [id, shape] : m_preview) {
        const domain::Annotation* annotation = find(domain::AnnotationId(id));
        const domain::Shape clamped = domain::clampedToImage(shape, m_pictureSize.width(), m_pictureSize.height());
        if (annotation && clamped.isValid() && clamped != annotation->shape) {
            before.push_back({annotation->id, annotation->shape});
            after.push_back({annotation->id, clamped});
        }
    }
    clearPreview();
    if (!after.empty()) {
        m_beforeLastDrag = std::move(before);
        document::commands::reshape(m_document, after, m_author);
    }
}

const domain::Shape* CanvasScene::previewOf(domain::AnnotationId id) const
{
    const auto found = m_preview.find(id.value);
    return found == m_preview.end() ? nullptr : &found->second;
}

const domain::Shape& CanvasScene::shownShape(const domain::Annotation& annotation) const
{
    const domain::Shape* preview = previewOf(annotation.id);
    return preview ? *preview : annotation.shape;
}

void CanvasScene::followDocument(const document::DocumentChange& change)
{
    const bool wasToConfirm = m_isToConfirm;
    m_isToConfirm = m_document.sample().state == domain::SampleState::ToConfirm;
    if (change.isReset) {
        const bool isOther = m_document.sample().id != m_sample;
        m_sample = m_document.sample().id;
        m_preview.clear();
        m_beforeLastDrag.clear();
        m_hovered = {};
        m_index.rebuild(annotations());
        if (isOther) {
            setSelection({});
        }
        dropLostIds();
        Q_EMIT documentReset(isOther);
        Q_EMIT invalidated({});
        Q_EMIT overlayChanged();
        return;
    }
    std::vector<QRectF> touched;
    const bool areMany = change.annotations.size() > kManyChanges;
    const auto collect = [&] {
        for (size_t i = 0; !areMany && i < change.annotations.size(); ++i) {
            touched.push_back(m_index.bounds(change.annotations[i]));
        }
    };
    collect();
    m_index.update(annotations(), change.annotations);
    collect();
    dropLostIds();
    if (areMany || wasToConfirm != m_isToConfirm) {
        Q_EMIT invalidated({});
    }
    for (const QRectF& rect : touched) {
        if (rect != QRectF()) {
            Q_EMIT invalidated(rect);
        }
    }
    Q_EMIT overlayChanged();
}

void CanvasScene::followLabels()
{
    QHash<domain::LabelId, LabelStyle> styles;
    for (const domain::Label& label : m_labels.labels()) {
        styles.insert(label.id, {label.name, QColor::fromRgb(label.colour), label.isHidden, label.isLocked, label.skeleton});
    }
    // Counters of labels move with every gesture; only what is drawn matters here.
    if (styles == m_styles) {
        return;
    }
    m_styles = std::move(styles);
    dropLostIds();
    Q_EMIT invalidated({});
    Q_EMIT overlayChanged();
}

void CanvasScene::dropLostIds()
{
    setSelection(Ids(m_selection));
    std::erase_if(m_preview, [this](const auto& item) { return !find(domain::AnnotationId(item.first)); });
    if (m_hovered.isValid() && !find(m_hovered)) {
        m_hovered = {};
    }
}

} // namespace lw::canvas
