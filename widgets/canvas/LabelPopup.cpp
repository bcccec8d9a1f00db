// SPDX-License-Identifier: GPL-3.0-or-later
//! Search field, list of labels and colours for a new one.
#include "widgets/canvas/LabelPopup.h"

#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lw::canvas {

namespace {

constexpr int kWidth = 236;
constexpr int kMostRows = 8;
constexpr int kColours = 10;
constexpr int kIdRole = Qt::UserRole;
constexpr int kKeyRole = Qt::UserRole + 1; ///< the digit that picks the label

QIcon swatch(const QColor& colour, int side)
{
    QPixmap pixels(side * 2, side * 2);
    pixels.setDevicePixelRatio(2);
    pixels.fill(Qt::transparent);
    QPainter painter(&pixels);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(0, 0, 0, 60), 1));
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(0.5, 0.5, side - 1, side - 1), 3, 3);
    return pixels;
}

/// Adds the digit at the right end of a row; icons keep their colour when the row is chosen.
class RowDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QString key = index.data(kKeyRole).toString();
        if (!key.isEmpty()) {
            painter->save();
            painter->setPen(common::colours().textMuted);
            painter->drawText(option.rect.adjusted(0, 0, -12, 0), Qt::AlignVCenter | Qt::AlignRight, key);
            painter->restore();
        }
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        // One icon for all modes: a tinted swatch would be another colour.
        const QPixmap pixels = option->icon.pixmap(option->decorationSize, 2);
        option->icon.addPixmap(pixels, QIcon::Selected);
    }
};

} // namespace

const domain::Label* labelForDigit(const document::LabelSet& labels, int digit)
{
    if (const domain::Label* label = labels.findByShortcut(QString::number(digit))) {
        return label;
    }
    const auto& all = labels.labels();
    return digit >= 1 && size_t(digit) <= all.size() ? &all[size_t(digit - 1)] : nullptr;
}

int digitForLabel(const document::LabelSet& labels, domain::LabelId id)
{
    for (int digit = 1; digit <= 9; ++digit) {
        const domain::Label* label = labelForDigit(labels, digit);
        if (label && label->id == id) {
            return digit;
        }
    }
    return 0;
}

LabelPopup::LabelPopup(document::LabelSet& labels, domain::LabelId highlighted, QWidget* parent, const Filter& filter)
    : QFrame(parent), m_labels(labels), m_highlighted(highlighted), m_filter(filter)
{
    setObjectName(QStringLiteral("canvas.labelPopup"));
    setAccessibleName(tr("Label of the new shape"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    const common::ThemeColours& c = common::colours();
    setStyleSheet(QStringLiteral("#canvas\\.labelPopup { background: %1; border: 1px solid %2; border-radius: 8px; }"
                                 "#canvas\\.labelPopup\\.list { border: none; }")
                      .arg(c.surface.name(), c.border.name()));

    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("canvas.labelPopup.search"));
    const QString purpose = m_filter ? tr("Find a label with a skeleton") : tr("Find or name a label");
    m_search->setAccessibleName(purpose);
    m_search->setPlaceholderText(purpose);
    m_search->addAction(common::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);

    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("canvas.labelPopup.list"));
    m_list->setAccessibleName(tr("Labels, last used first"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setIconSize(QSize(14, 14));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    m_colourRow = makeColourRow();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(common::kGrid, common::kGrid, common::kGrid, common::kGrid);
    layout->setSpacing(6);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    layout->addWidget(m_colourRow);

    connect(m_search, &QLineEdit::textChanged, this, &LabelPopup::fill);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        const QListWidgetItem* item = m_list->currentItem();
        showColours(item && !item->data(kIdRole).isValid());
    });
    connect(m_list, &QListWidget::itemClicked, this, &LabelPopup::accept);
    connect(&m_labels, &document::LabelSet::changed, this, &LabelPopup::fill);
    fill();
}

void LabelPopup::openBeside(const QRect& target)
{
    adjustSize();
    const QRect room = parentWidget()->rect().adjusted(8, 8, -8, -8);
    const QSize size(kWidth, sizeHint().height());
    // To the right if there is room, else to the left, else over the shape's right end.
    int x = target.right() + 10;
    if (x + size.width() > room.right()) {
        x = target.left() - 10 - size.width();
    }
    if (x < room.left()) {
        x = std::min(target.right(), room.right()) - size.width();
    }
    x = std::clamp(x, room.left(), std::max(room.left(), room.right() - size.width()));
    const int y = std::clamp(target.top(), room.top(), std::max(room.top(), room.bottom() - size.height()));
    setGeometry(QRect(QPoint(x, y), size));
    show();
    raise();
    m_search->setFocus(Qt::PopupFocusReason);
}

bool LabelPopup::accept()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (!item) {
        return false;
    }
    if (item->data(kIdRole).isValid()) {
        Q_EMIT labelPicked(domain::LabelId(item->data(kIdRole).toLongLong()));
        return true;
    }
    const int colour = std::max(0, m_colours->checkedId());
    Q_EMIT newLabelRequested(typedName(), domain::paletteColour(colour));
    return true;
}

bool LabelPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto& key = static_cast<QKeyEvent&>(*event);
        return handleKey(key.key(), key.text());
    }
    // The page's single-key shortcuts must not act while a name is typed.
    if (watched == m_search && event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

bool LabelPopup::handleKey(int key, const QString& text)
{
    const int rows = m_list->count();
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        accept();
        return true;
    case Qt::Key_Escape:
        Q_EMIT cancelled();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (rows > 0) {
            m_list->setCurrentRow((m_list->currentRow() + (key == Qt::Key_Down ? 1 : rows - 1)) % rows);
        }
        return true;
    default:
        break;
    }
    const int digit = text.size() == 1 ? text.at(0).digitValue() : -1;
    if (digit >= 1 && m_search->text().isEmpty()) {
        if (const domain::Label* label = labelForDigit(m_labels, digit); label && (!m_filter || m_filter(*label))) {
            Q_EMIT labelPicked(label->id);
            return true;
        }
    }
    return false;
}

QString LabelPopup::typedName() const
{
    return m_search->text().simplified();
}

void LabelPopup::fill()
{
    const QString typed = typedName();
    m_list->clear();
    int row = 0;
    bool isKnown = false;
    for (const domain::Label& label : m_labels.byRecency()) {
        if (!label.name.contains(typed, Qt::CaseInsensitive) || (m_filter && !m_filter(label))) {
            continue;
        }
        const int digit = digitForLabel(m_labels, label.id);
        auto* item = new QListWidgetItem(swatch(QColor::fromRgb(label.colour), 14), label.name, m_list);
        item->setData(kIdRole, label.id.value);
        item->setData(kKeyRole, digit > 0 ? QString::number(digit) : QString());
        const bool isExact = label.name.compare(typed, Qt::CaseInsensitive) == 0;
        isKnown = isKnown || label.name == typed;
        if (row == 0 || isExact || (typed.isEmpty() && label.id == m_highlighted)) {
            m_list->setCurrentItem(item);
        }
        ++row;
    }
    if (!m_filter && !typed.isEmpty() && !isKnown && domain::isValidLabelName(typed)) {
        //: %1 is the name that was typed
        auto* item = new QListWidgetItem(common::icon(QStringLiteral("add")), tr("New label “%1”").arg(typed), m_list);
        if (row == 0) {
            m_list->setCurrentItem(item);
        }
    }
    const int height = m_list->sizeHintForRow(0) > 0 ? m_list->sizeHintForRow(0) : 24;
    m_list->setFixedHeight(std::clamp(m_list->count(), 1, kMostRows) * height + 2);
    const QListWidgetItem* current = m_list->currentItem();
    showColours(current && !current->data(kIdRole).isValid());
}

void LabelPopup::showColours(bool areShown)
{
    m_colourRow->setVisible(areShown);
    if (isVisible()) {
        resize(width(), sizeHint().height());
    }
}

QWidget* LabelPopup::makeColourRow()
{
    auto* row = new QWidget(this);
    auto* grid = new QGridLayout(row);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(2);
    m_colours = new QButtonGroup(this);
    const int next = int(m_labels.labels().size());
    for (int i = 0; i < 2 * kColours; ++i) {
        const QColor colour = QColor::fromRgb(domain::paletteColour(i));
        auto* button = new QToolButton(row);
        button->setObjectName(QStringLiteral("canvas.labelPopup.colour%1").arg(i));
        button->setCheckable(true);
        button->setChecked(i == next % (2 * kColours));
        button->setAutoRaise(true);
        button->setFixedSize(20, 20);
        button->setIcon(swatch(colour, 14));
        //: %1 is a colour such as #ff8800
        button->setAccessibleName(tr("Colour %1").arg(colour.name()));
        button->setToolTip(colour.name());
        m_colours->addButton(button, i);
        grid->addWidget(button, i / kColours, i % kColours);
    }
    row->hide();
    return row;
}

} // namespace lw::canvas
