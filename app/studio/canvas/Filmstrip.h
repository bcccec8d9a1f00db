// SPDX-License-Identifier: GPL-3.0-or-later
//! The row of neighbouring pictures under the canvas; paints and fetches only what is visible.
#pragma once

#include "models/domain/Ids.h"

#include <QAbstractScrollArea>
#include <QString>
#include <QTimer>

namespace lw::gallery {
class ThumbnailSource;
}
namespace lw::items {
class SampleListModel;
}

namespace lw::studio {

class Filmstrip final : public QAbstractScrollArea {
    Q_OBJECT

public:
    static constexpr int kCell = 96;

    /// Model and thumbnails must outlive it. `inputLocation` is the dataset's folder.
    Filmstrip(items::SampleListModel& model, gallery::ThumbnailSource& thumbnails, const QString& inputLocation,
              QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(Filmstrip)

    /// Marks a row and brings it to the middle; -1 marks none.
    void setCurrentRow(int row);
    [[nodiscard]] int rowAt(const QPoint& position) const;

    [[nodiscard]] QSize sizeHint() const override { return {400, kCell + 8}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, kCell + 8}; }

Q_SIGNALS:
    void sampleChosen(lw::domain::SampleId id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void paintCell(QPainter& painter, int row) const;
    void paintMarks(QPainter& painter, const QRect& frame, int row) const;
    void refreshRange();
    void fetchVisible();
    [[nodiscard]] QRect cell(int row) const;
    [[nodiscard]] std::pair<int, int> visibleRows() const;

    items::SampleListModel& m_model;
    gallery::ThumbnailSource& m_thumbnails;
    QString m_inputLocation;
    QTimer m_fetcher;
    int m_current = -1;
    int m_hovered = -1;
};

} // namespace lw::studio
