// SPDX-License-Identifier: GPL-3.0-or-later
//! Judging proposals of a model on one picture after another, one key for each.
#pragma once

#include "models/domain/Ids.h"

#include <QObject>

#include <vector>

class QAction;

namespace lw::canvas {
class CanvasView;
}
namespace lw::document {
class LabelSet;
class SampleDocument;
} // namespace lw::document

namespace lw::studio {

class ReviewBar;
class Settings;

/// Shows the bar while the sample waits for a person, and turns Return and Backspace on the picture into its answers.
/// GUI thread only. What it is made of must outlive it.
class SampleReview final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        document::SampleDocument& document;
        const document::LabelSet& labels;
        canvas::CanvasView& view;
        ReviewBar& bar;
        QAction& accept;   ///< and next
        QAction& reject;   ///< and next
        QAction& takeBack; ///< the last answer
        bool hasShapes = false;
    };

    SampleReview(const Parts& parts, Settings& settings, QObject* parent = nullptr);
    Q_DISABLE_COPY_MOVE(SampleReview)

    /// The document holds something else.
    void refresh();
    /// True while the sample waits.
    [[nodiscard]] bool isOpen() const;
    /// Answers for the present sample; false, and nothing happens, if it does not wait.
    bool accept();
    bool reject();
    /// Shapes of the selection that are proposals become a person's work. False if there are none.
    bool acceptSelected();
    /// The sample judged last, which is no longer remembered then; invalid if none.
    [[nodiscard]] domain::SampleId takeLast();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void remember();
    void showText();

    Parts m_parts;
    Settings& m_settings;
    std::vector<domain::SampleId> m_judged; ///< the last at the end
    QAction* m_pressed = nullptr;           ///< whose key went down on the picture
};

} // namespace lw::studio
