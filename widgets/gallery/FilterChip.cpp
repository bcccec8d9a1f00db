// SPDX-License-Identifier: GPL-3.0-or-later
//! Chip and popover of one filter criterion.
#include "widgets/gallery/FilterChip.h"

#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"
#include "widgets/gallery/FilterPage.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScreen>
#include <QToolButton>
#include <QVBoxLayout>

namespace lw::gallery {

namespace {

/// A window that closes when one clicks elsewhere or presses Escape.
class Popover final : public QFrame {
public:
    explicit Popover(QWidget* parent) : QFrame(parent, Qt::Popup) {}

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const common::ThemeColours& colours = common::colours();
        painter.setPen(common::blended(colours.border, colours.text, 0.15));
        painter.setBrush(colours.surface);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
};

constexpr int kMaxChipWidth = 260;
/// As high as the search field beside it.
constexpr int kHeight = 31;

} // namespace

FilterChip::FilterChip(FilterPage* page, bool isPinned, QWidget* parent)
    : QFrame(parent), m_page(page), m_isPinned(isPinned), m_popover(new Popover(this)), m_button(new QToolButton(this)),
      m_remove(new QToolButton(this))
{
    setObjectName(QString(page->objectName() + QStringLiteral("Chip")));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_button->setObjectName(QStringLiteral("chipButton"));
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setLayoutDirection(Qt::RightToLeft); // the arrow stands behind the title
    m_button->setIconSize({14, 14});
    m_remove->setObjectName(QStringLiteral("chipRemove"));
    m_remove->setIcon(common::icon(QStringLiteral("close"), common::colours().accent));
    m_remove->setIconSize({12, 12});
    m_remove->setToolTip(tr("Remove this filter"));
    m_remove->setAccessibleName(tr("Remove filter %1").arg(page->title()));
    row->addWidget(m_button);
    row->addWidget(m_remove);
    auto* column = new QVBoxLayout(m_popover);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(page);
    m_popover->setObjectName(QStringLiteral("popover"));
    m_popover->installEventFilter(this);
    connect(m_button, &QToolButton::clicked, this, &FilterChip::open);
    connect(m_remove, &QToolButton::clicked, this, &FilterChip::removeRequested);
    setFixedHeight(kHeight);
    setSummary({});
}

FilterChip::~FilterChip() = default;

void FilterChip::setSummary(const QString& summary)
{
    m_summary = summary;
    const bool isSet = !summary.isEmpty();
    const QString text = isSet ? summary : m_page->title();
    m_button->setText(m_button->fontMetrics().elidedText(text, Qt::ElideRight, kMaxChipWidth));
    m_button->setToolTip(text.toHtmlEscaped());
    m_button->setAccessibleName(isSet ? tr("Filter %1: %2").arg(m_page->title(), summary)
                                      : tr("Filter %1").arg(m_page->title()));
    m_button->setIcon(isSet ? QIcon() : common::icon(QStringLiteral("chevron-down")));
    m_remove->setVisible(isSet);
    // One frame around both buttons: the chip's own colours say that the filter is on.
    const common::ThemeColours& colours = common::colours();
    const QString ground =
        isSet ? common::blended(colours.surface, colours.accent, 0.14).name() : colours.surface.name();
    const QString edge = isSet ? colours.accent.name() : colours.border.name();
    const QString ink = isSet ? colours.accent.name() : colours.text.name();
    setStyleSheet(QStringLiteral("lw--gallery--FilterChip { background: %1; border: 1px solid %2; border-radius: 6px; }"
                                 "QToolButton { color: %3; padding: 2px 6px; }")
                      .arg(ground, edge, ink));
    setVisible(isSet || m_isPinned || m_popover->isVisible());
}

void FilterChip::open()
{
    setVisible(true);
    Q_EMIT aboutToOpen();
    m_popover->adjustSize();
    QPoint at = mapToGlobal(QPoint(0, height() + 4));
    const QRect room = screen()->availableGeometry();
    at.setX(qMax(room.left(), qMin(at.x(), room.right() - m_popover->width())));
    at.setY(qMax(room.top(), qMin(at.y(), room.bottom() - m_popover->height())));
    m_popover->move(at);
    m_popover->show();
    m_page->setFocus();
    if (QWidget* first = m_page->nextInFocusChain()) {
        first->setFocus(Qt::PopupFocusReason);
    }
}

bool FilterChip::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_popover && event->type() == QEvent::Hide && m_summary.isEmpty() && !m_isPinned) {
        hide(); // opened and nothing chosen
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace lw::gallery
