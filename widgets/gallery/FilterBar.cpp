// SPDX-License-Identifier: GPL-3.0-or-later
//! Search field, chips, hits and order in one wrapping row.
#include "widgets/gallery/FilterBar.h"

#include "models/document/LabelSet.h"
#include "widgets/common/FlowLayout.h"
#include "widgets/common/Icons.h"
#include "widgets/common/SearchField.h"
#include "widgets/common/Theme.h"
#include "widgets/gallery/FilterChip.h"
#include "widgets/gallery/FilterPage.h"
#include "widgets/gallery/FilterState.h"
#include "widgets/gallery/SortButton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace lw::gallery {

FilterBar::FilterBar(document::LabelSet& labels, QWidget* parent)
    : QWidget(parent), m_labels(labels), m_search(new common::SearchField(tr("Search file or folder"), this)),
      m_more(new QToolButton(this)), m_clear(new QToolButton(this)), m_count(new QLabel(this)),
      m_sort(new SortButton(this))
{
    setObjectName(QStringLiteral("filterBar"));
    setAccessibleName(tr("Filters"));
    m_search->setObjectName(QStringLiteral("searchSamples"));
    m_search->setFixedWidth(176);
    auto* chips = new QWidget(this);
    auto* flow = new common::FlowLayout(chips, common::kGrid, common::kGrid);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->addWidget(m_search);
    addChips(flow);
    flow->addWidget(m_more);
    flow->addWidget(m_clear);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(common::kGrid);
    row->addWidget(chips, 1);
    m_count->setObjectName(QStringLiteral("resultCount"));
    common::setRole(m_count, "muted");
    row->addWidget(m_count, 0, Qt::AlignTop);
    row->addWidget(m_sort, 0, Qt::AlignTop);
    m_count->setFixedHeight(m_search->sizeHint().height());
    addButtons();
    connect(m_search, &common::SearchField::searchChanged, this, [this](const QString& text) {
        domain::SampleFilter filter = m_filter;
        filter.text = text;
        apply(filter);
    });
    connect(m_sort, &SortButton::sortChosen, this, &FilterBar::sortChanged);
    connect(&m_labels, &document::LabelSet::changed, this, &FilterBar::refresh);
    refresh();
}

FilterBar::~FilterBar() = default;

void FilterBar::addChips(QLayout* row)
{
    m_folderPage = makeFolderPage(this);
    m_authorPage = makeAuthorPage(this);
    const auto add = [&](FilterPage* page, bool isPinned) {
        auto* chip = new FilterChip(page, isPinned, row->parentWidget());
        m_chips.push_back(chip);
        row->addWidget(chip);
        connect(chip, &FilterChip::aboutToOpen, this, [this, page] { preparePage(page); });
        connect(chip, &FilterChip::removeRequested, this, [this, page] {
            domain::SampleFilter filter = m_filter;
            page->reset(filter);
            apply(filter);
        });
        connect(page, &FilterPage::edited, this, [this, page] {
            domain::SampleFilter filter = m_filter;
            page->apply(filter);
            apply(filter);
        });
    };
    add(makeLabelsPage(m_labels, this), true);
    add(makeHardPage(this), true);
    add(makeCreatedPage(this), false);
    add(m_folderPage, false);
    add(m_authorPage, false);
    m_attributePage = makeAttributePage(this);
    add(m_attributePage, false);
    add(makeConfidencePage(this), false);
    add(makeSizePage(this), false);
    m_pickedPage = makePickedPage(this);
    add(m_pickedPage, false);
    m_arrangement = new FilterChip(makeArrangementPage(this), false, row->parentWidget());
    row->addWidget(m_arrangement);
    connect(m_arrangement, &FilterChip::removeRequested, this, &FilterBar::arrangementLeft);
}

void FilterBar::addButtons()
{
    m_more->setObjectName(QStringLiteral("moreFilters"));
    m_more->setText(tr("More filters"));
    m_more->setAccessibleName(tr("More filters"));
    m_more->setIcon(common::icon(QStringLiteral("filter")));
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_more);
    for (FilterChip* chip : m_chips) {
        if (chip->page() == m_pickedPage) {
            continue; // has nothing to choose
        }
        QAction* action = menu->addAction(chip->page()->title());
        action->setObjectName(chip->page()->objectName());
        // The menu's popup must be gone before another opens.
        connect(action, &QAction::triggered, chip, &FilterChip::open, Qt::QueuedConnection);
    }
    m_more->setMenu(menu);
    m_clear->setObjectName(QStringLiteral("clearFilters"));
    m_clear->setText(tr("Clear all"));
    m_clear->setAccessibleName(tr("Clear all filters"));
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
}

void FilterBar::preparePage(FilterPage* page)
{
    page->show(m_filter);
    if (page == m_folderPage || page == m_authorPage || page == m_attributePage) {
        Q_EMIT choicesRequested();
    }
}

void FilterBar::setArrangement(const QString& text)
{
    m_arrangement->setSummary(text);
    m_sort->setEnabled(text.isEmpty());
}

void FilterBar::setAuthors(const QStringList& authors)
{
    m_authorPage->setChoices(authors);
}

void FilterBar::setFolders(const QStringList& folders)
{
    m_folderPage->setChoices(folders);
}

void FilterBar::setAttributes(const std::vector<domain::AttributeUse>& attributes)
{
    m_attributePage->setAttributes(attributes);
}

void FilterBar::setFilter(const domain::SampleFilter& filter)
{
    m_filter = filter;
    m_filter.state.reset();
    showText();
    refresh();
}

void FilterBar::filterByLabel(domain::LabelId label)
{
    domain::SampleFilter filter = m_filter;
    filter.labels = {label};
    filter.needsAllLabels = false;
    apply(filter);
}

void FilterBar::clear()
{
    apply({});
}

void FilterBar::apply(const domain::SampleFilter& filter)
{
    if (filter != m_filter) {
        m_filter = filter;
        showText();
        refresh();
        Q_EMIT filterChanged(m_filter);
    }
}

void FilterBar::showText()
{
    // Not in refresh(): labels that change must not wipe out what is being typed. The field reports the text once
    // more, which changes nothing.
    if (m_search->text().trimmed() != m_filter.text) {
        m_search->setText(m_filter.text);
    }
}

void FilterBar::refresh()
{
    for (FilterChip* chip : m_chips) {
        chip->setSummary(chip->page()->summary(m_filter));
    }
    m_clear->setVisible(!m_filter.isEmpty());
}

domain::SampleSort FilterBar::sort() const
{
    return m_sort->sort();
}

bool FilterBar::isDescending() const
{
    return m_sort->isDescending();
}

void FilterBar::setSort(domain::SampleSort sort, bool isDescending)
{
    m_sort->setSort(sort, isDescending);
}

void FilterBar::setResultCount(qint64 count)
{
    m_count->setText(count < 0 ? tr("Searching…") : tr("%n samples", nullptr, static_cast<int>(count)));
}

void FilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QByteArray FilterBar::saveState() const
{
    return filterStateToBytes({m_filter, m_sort->sort(), m_sort->isDescending()});
}

bool FilterBar::restoreState(const QByteArray& state)
{
    std::optional<FilterState> restored = filterStateFromBytes(state);
    if (!restored) {
        return false;
    }
    restored->filter.labels.removeIf([this](domain::LabelId id) { return !m_labels.find(id); });
    setSort(restored->sort, restored->isDescending);
    setFilter(restored->filter);
    return true;
}

} // namespace lw::gallery
