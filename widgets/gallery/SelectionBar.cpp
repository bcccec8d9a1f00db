// SPDX-License-Identifier: GPL-3.0-or-later
//! Counter and actions for the selected samples.
#include "widgets/gallery/SelectionBar.h"

#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

namespace lw::gallery {

SelectionBar::SelectionBar(QWidget* parent)
    : QFrame(parent), m_text(new common::ElidedLabel({}, Qt::ElideRight, this)), m_select(new QToolButton(this))
{
    setObjectName(QStringLiteral("selectionBar"));
    setAccessibleName(tr("Selection"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(common::kGrid, 4, common::kGrid, 4);
    row->setSpacing(4);
    m_text->setObjectName(QStringLiteral("selectionText"));
    addSelectMenu();
    row->addWidget(m_select);
    // Shortened rather than making the bar wider: a click on a sample must not move what is beside the gallery.
    row->addWidget(m_text, 1);
    connect(addAction(QStringLiteral("open"), tr("Open"), QStringLiteral("edit"),
                      tr("Open the sample for labelling (Enter)")),
            &QToolButton::clicked, this, &SelectionBar::openRequested);
    m_confirm = addAction(QStringLiteral("confirm"), tr("Confirm"), QStringLiteral("check"),
                          tr("The labels of the selected samples are right (Ctrl+Shift+Return)"));
    connect(m_confirm, &QToolButton::clicked, this, &SelectionBar::confirmRequested);
    m_reject = addAction(QStringLiteral("reject"), tr("Reject"), QStringLiteral("cancel"),
                         tr("Remove the proposals from the selected samples (Ctrl+Shift+Backspace)"));
    connect(m_reject, &QToolButton::clicked, this, &SelectionBar::rejectRequested);
    addHardMenu();
    auto* replace = addAction(QStringLiteral("replaceLabel"), tr("Replace label"), QStringLiteral("tag"),
                              tr("Change or remove a label on all selected samples"));
    connect(replace, &QToolButton::clicked, this, &SelectionBar::replaceLabelRequested);
    auto* exporting =
        addAction(QStringLiteral("export"), tr("Export"), QStringLiteral("export"), tr("Export the selected samples"));
    connect(exporting, &QToolButton::clicked, this, &SelectionBar::exportRequested);
    auto* deleting = addAction(QStringLiteral("delete"), tr("Delete"), QStringLiteral("delete"),
                               tr("Delete the selected samples (Del)"));
    connect(deleting, &QToolButton::clicked, this, &SelectionBar::deleteRequested);
    m_shortened = {replace, exporting, deleting};
    setConfirmShown(false);
    setCounts(0, 0);
}

QToolButton* SelectionBar::addAction(const QString& name, const QString& text, const QString& iconName,
                                     const QString& tip)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(tip);
    button->setIcon(common::icon(iconName));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    layout()->addWidget(button);
    m_needSelection.append(button);
    return button;
}

void SelectionBar::addSelectMenu()
{
    m_select->setObjectName(QStringLiteral("select"));
    m_select->setText(tr("Select"));
    m_select->setAccessibleName(tr("Select"));
    m_select->setIcon(common::icon(QStringLiteral("check")));
    m_select->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_select->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_select);
    // Shown, not caught: the gallery answers these keys itself.
    menu->addAction(tr("All that match\tCtrl+A"), this, &SelectionBar::selectAllRequested)
        ->setObjectName(QStringLiteral("selectAll"));
    menu->addAction(tr("This page"), this, &SelectionBar::selectPageRequested)
        ->setObjectName(QStringLiteral("selectPage"));
    menu->addAction(tr("Invert"), this, &SelectionBar::invertRequested)->setObjectName(QStringLiteral("invert"));
    menu->addAction(tr("None\tEsc"), this, &SelectionBar::clearRequested)->setObjectName(QStringLiteral("selectNone"));
    m_select->setMenu(menu);
}

void SelectionBar::addHardMenu()
{
    QToolButton* button =
        addAction(QStringLiteral("hard"), tr("Hard"), QStringLiteral("hard"), tr("Mark or unmark as hard examples"));
    button->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(button);
    menu->addAction(tr("Mark as hard"), this, [this] { Q_EMIT markHardRequested(true); })
        ->setObjectName(QStringLiteral("markHard"));
    menu->addAction(tr("Remove hard mark"), this, [this] { Q_EMIT markHardRequested(false); })
        ->setObjectName(QStringLiteral("unmarkHard"));
    button->setMenu(menu);
}

void SelectionBar::setConfirmShown(bool isShown)
{
    m_confirm->setVisible(isShown);
    m_reject->setVisible(isShown);
    for (QToolButton* button : std::as_const(m_shortened)) {
        button->setToolButtonStyle(isShown ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    }
}

void SelectionBar::setCounts(qint64 selected, qint64 total)
{
    m_text->setText(selected > 0 ? tr("%L1 selected").arg(selected) : QString());
    m_select->setEnabled(total > 0);
    for (QWidget* widget : std::as_const(m_needSelection)) {
        widget->setEnabled(selected > 0);
    }
}

} // namespace lw::gallery
