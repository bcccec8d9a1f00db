// SPDX-License-Identifier: GPL-3.0-or-later
//! Thumbnails in a grid; only those in sight are made.
#include "app/studio/learning/WorstSamples.h"

#include "app/scenarios/EvaluationAdvice.h"
#include "models/items/Texts.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"
#include "widgets/gallery/ThumbnailSource.h"

#include <QScrollBar>
#include <QTimer>

namespace lw::studio {

namespace {

constexpr int kEdge = 160;
constexpr int kIdRole = Qt::UserRole + 1;

QString captionOf(const domain::SampleScore& score, const domain::Evaluation& evaluation)
{
    if (score.isTrue >= 0 && score.said >= 0 && score.isTrue < evaluation.labels.size() &&
        score.said < evaluation.labels.size()) {
        //: true label, arrow, answer of the model
        return WorstSamples::tr("%1 → %2").arg(evaluation.labels.at(score.isTrue), evaluation.labels.at(score.said));
    }
    QStringList reasons;
    for (const QString& reason : score.reasons) {
        reasons.append(scenarios::reasonText(reason));
    }
    return reasons.join(QStringLiteral(", "));
}

} // namespace

WorstSamples::WorstSamples(gallery::ThumbnailSource& thumbnails, QWidget* parent)
    : QListWidget(parent), m_thumbnails(thumbnails)
{
    setObjectName(QStringLiteral("worstSamples"));
    setAccessibleName(tr("Worst samples"));
    setViewMode(IconMode);
    setMovement(Static);
    setResizeMode(Adjust);
    setUniformItemSizes(true);
    setWordWrap(true);
    setIconSize({kEdge, kEdge});
    setGridSize({kEdge + 24, kEdge + 48});
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    connect(this, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        Q_EMIT sampleActivated(domain::SampleId(item->data(kIdRole).toLongLong()));
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &WorstSamples::requestVisible);
    connect(&thumbnails, &gallery::ThumbnailSource::ready, this, &WorstSamples::takeThumbnail);
}

void WorstSamples::setSamples(const domain::Evaluation& evaluation, const std::vector<domain::Sample>& rows,
                              const QString& inputLocation)
{
    m_inputLocation = inputLocation;
    clear();
    m_samples.clear();
    for (const domain::Sample& row : rows) {
        m_samples.insert(row.id.value, row);
    }
    const QIcon waiting = common::icon(QStringLiteral("image"), common::colours().textMuted);
    for (const domain::SampleScore& score : evaluation.samples) {
        const auto row = m_samples.constFind(score.sample.value);
        if (row == m_samples.cend()) {
            continue;
        }
        const QString caption = captionOf(score, evaluation);
        auto* item = new QListWidgetItem(waiting, caption, this);
        item->setData(kIdRole, score.sample.value);
        item->setTextAlignment(Qt::AlignHCenter | Qt::AlignTop);
        item->setToolTip(tr("%1\n%2\nScore %3")
                             .arg(row->name, caption, items::percentText(std::max(0.0, score.score))));
    }
    QTimer::singleShot(0, this, &WorstSamples::requestVisible);
}

QList<domain::SampleId> WorstSamples::ids() const
{
    QList<domain::SampleId> list;
    for (int i = 0; i < count(); ++i) {
        list.append(domain::SampleId(item(i)->data(kIdRole).toLongLong()));
    }
    return list;
}

void WorstSamples::showEvent(QShowEvent* event)
{
    QListWidget::showEvent(event);
    QTimer::singleShot(0, this, &WorstSamples::requestVisible);
}

void WorstSamples::requestVisible()
{
    if (!isVisible()) {
        return;
    }
    for (int i = 0; i < count(); ++i) {
        if (visualItemRect(item(i)).intersects(viewport()->rect())) {
            takeThumbnail(domain::SampleId(item(i)->data(kIdRole).toLongLong()));
        }
    }
}

void WorstSamples::takeThumbnail(domain::SampleId sample)
{
    const auto row = m_samples.constFind(sample.value);
    if (row == m_samples.cend() || !isVisible()) {
        return;
    }
    const gallery::Thumbnail made =
        m_thumbnails.request({sample, domain::absolutePath(*row, m_inputLocation), int(kEdge * devicePixelRatioF()), row->modifiedAt});
    for (int i = 0; i < count(); ++i) {
        if (item(i)->data(kIdRole).toLongLong() == sample.value && made.state == gallery::ThumbnailState::Ready) {
            item(i)->setIcon(made.pixmap);
        } else if (item(i)->data(kIdRole).toLongLong() == sample.value &&
                   made.state == gallery::ThumbnailState::Broken) {
            item(i)->setIcon(common::icon(QStringLiteral("image-broken"), common::colours().textMuted));
        }
    }
}

} // namespace lw::studio
