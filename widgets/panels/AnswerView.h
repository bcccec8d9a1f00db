// SPDX-License-Identifier: GPL-3.0-or-later
//! A picture with what a model says about it: boxes and masks over it, or shares of labels beside it.
#pragma once

#include <QImage>
#include <QPolygonF>
#include <QRectF>
#include <QWidget>

#include <vector>

namespace lw::panels {

/// One thing that the model says. A null rectangle: about the whole picture.
struct AnswerItem {
    QString label;
    double confidence = 0; ///< 0 to 1
    QRectF box = {};       ///< in pixels of the picture
    int colour = 0;        ///< number of the label, to choose a colour
    QList<QPolygonF> rings = {}; ///< of a mask, in pixels of the picture: filled by the even-odd rule, in place of the box

    bool operator==(const AnswerItem&) const = default;
};

/// The most confident answers first. GUI thread only.
class AnswerView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AnswerView)

public:
    explicit AnswerView(QWidget* parent = nullptr);

    /// `size` is that of the whole picture, of which `picture` may be a smaller copy.
    void setPicture(const QImage& picture, const QSize& size);
    void setAnswers(const std::vector<AnswerItem>& answers);
    /// Answers below it are not shown.
    void setLeastConfidence(double least);
    /// How many answers are shown.
    [[nodiscard]] int shownCount() const;
    /// Shown in the middle as long as there is no picture.
    void setMessage(const QString& message);

    [[nodiscard]] QSize sizeHint() const override { return {640, 420}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 180}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintBox(QPainter& painter, const AnswerItem& item, const QRectF& picture) const;
    void paintMask(QPainter& painter, const AnswerItem& item, const QRectF& picture) const;
    void paintTag(QPainter& painter, const AnswerItem& item, const QPointF& at) const;
    void paintShares(QPainter& painter, const QRectF& room) const;
    void describe();

    QImage m_picture;
    QSize m_size;
    std::vector<AnswerItem> m_answers;
    double m_least = 0.3;
    QString m_message;
};

} // namespace lw::panels
