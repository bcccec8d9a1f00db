// SPDX-License-Identifier: GPL-3.0-or-later
//! Answers the canvas's segmentation tools with the engine's image processing, off the window's thread.
#pragma once

#include "app/jobs/CanvasAssistants.h"
#include "app/jobs/Outstanding.h"
#include "widgets/canvas/VisionService.h"

#include <QThreadPool>

#include <functional>
#include <memory>
#include <stop_token>

namespace lw::media {
class ImagePyramid;
}

namespace lw::jobs {

/// GUI thread only.
class EngineVision final : public canvas::VisionService {
public:
    using Picture = std::shared_ptr<const media::ImagePyramid>;

    /// `picture` gives the one shown now, null while it is being loaded. `pool` must outlive this object.
    EngineVision(QThreadPool& pool, std::function<Picture()> picture);
    /// Stops what runs and waits for it.
    ~EngineVision() override;
    Q_DISABLE_COPY_MOVE(EngineVision)

    /// Networks that know better, and the file that is shown; they must outlive this object.
    void setAssistants(CanvasAssistants* assistants, std::function<QString()> path);

    [[nodiscard]] bool isReady() const override;
    [[nodiscard]] QFuture<core::Result<std::vector<canvas::FoundContour>>>
    contours(const std::array<domain::ImagePoint, 4>& clicks) override;
    [[nodiscard]] QFuture<core::Result<std::vector<canvas::FoundContour>>>
    moreContours(const std::array<domain::ImagePoint, 4>& clicks) override;
    [[nodiscard]] bool hasAssistant() const override;
    [[nodiscard]] QFuture<core::Result<canvas::FoundObject>> object(const canvas::ObjectPrompts& prompts) override;
    [[nodiscard]] QFuture<core::Result<domain::Mask>>
    like(domain::ImagePoint seed, const canvas::WandSettings& settings, const QRectF& area) override;
    [[nodiscard]] QFuture<core::Result<std::shared_ptr<canvas::EdgeFollower>>> follower(const QRectF& area) override;

    [[nodiscard]] domain::Mask painted(const domain::Mask& mask, const canvas::BrushStep& step,
                                       QSize picture) const override;
    [[nodiscard]] domain::Mask united(const domain::Mask& a, const domain::Mask& b) const override;
    [[nodiscard]] domain::Mask subtracted(const domain::Mask& a, const domain::Mask& b) const override;
    [[nodiscard]] domain::Mask holesFilled(const domain::Mask& mask) const override;
    [[nodiscard]] domain::Mask maskOf(const domain::Shape& shape, QSize picture) const override;
    [[nodiscard]] domain::Shape polygonOf(const domain::Mask& mask, double tolerance) const override;

private:
    /// Runs `work(picture, stop)` in the pool, in place of the last question that has no answer yet.
    template <typename T, typename Work> QFuture<core::Result<T>> ask(Work work);

    using Contours = std::vector<canvas::FoundContour>;
    QFuture<core::Result<Contours>> builtInContours(const std::array<domain::ImagePoint, 4>& clicks);
    QFuture<core::Result<Contours>> learnedContours(const std::array<domain::ImagePoint, 4>& clicks);
    [[nodiscard]] bool usesLearned() const;

    QThreadPool& m_pool;
    std::function<Picture()> m_picture;
    CanvasAssistants* m_assistants = nullptr;
    std::function<QString()> m_path;
    std::unique_ptr<QObject> m_race; ///< between the learned answer and patience
    std::stop_source m_stop;
    Outstanding m_inPool;
};

} // namespace lw::jobs
