// SPDX-License-Identifier: GPL-3.0-or-later
//! The small panel at a finished shape that asks for its label (IM-5).
#pragma once

#include "models/document/LabelSet.h"

#include <QFrame>

#include <functional>
#include <optional>

class QButtonGroup;
class QLineEdit;
class QListWidget;

namespace lw::canvas {

/// A child of the canvas, not a window: it never blocks and closes by a signal. Labels last used come first; Enter
/// takes the highlighted one, a digit that one's label, Escape cancels.
class LabelPopup final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabelPopup)

public:
    using Filter = std::function<bool(const domain::Label&)>;

    /// `labels` must outlive the popup. `highlighted` is the row to start with; invalid: the last used. With a filter
    /// only the labels that pass it are offered, and no new ones.
    LabelPopup(document::LabelSet& labels, domain::LabelId highlighted, QWidget* parent, const Filter& filter = {});

    /// Shows the popup beside `target` (coordinates of the parent), within the parent, and takes the keyboard.
    void openBeside(const QRect& target);
    /// Takes what Enter would take; false if there is nothing to take.
    bool accept();

Q_SIGNALS:
    void labelPicked(lw::domain::LabelId id);
    /// A name that no label has yet, to be created with this colour.
    void newLabelRequested(const QString& name, QRgb colour);
    void cancelled();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void showColours(bool areShown);
    [[nodiscard]] QWidget* makeColourRow();
    bool handleKey(int key, const QString& text);
    [[nodiscard]] QString typedName() const;

    document::LabelSet& m_labels;
    domain::LabelId m_highlighted;
    Filter m_filter;
    QLineEdit* m_search = nullptr;
    QListWidget* m_list = nullptr;
    QWidget* m_colourRow = nullptr;
    QButtonGroup* m_colours = nullptr;
};

/// The label that a digit key means: the one with that shortcut, else the one in that place of the label set (1 =
/// first).
[[nodiscard]] const domain::Label* labelForDigit(const document::LabelSet& labels, int digit);
/// The digit that means this label, or 0.
[[nodiscard]] int digitForLabel(const document::LabelSet& labels, domain::LabelId id);

} // namespace lw::canvas
