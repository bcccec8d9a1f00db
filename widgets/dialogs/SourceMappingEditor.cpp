// SPDX-License-Identifier: GPL-3.0-or-later
//! Rules above a preview of what they find.
#include "widgets/dialogs/SourceMappingEditor.h"

#include "widgets/common/FileDialogs.h"
#include "widgets/common/Icons.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/common/Theme.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace lw::dialogs {

namespace {

enum RuleColumn { Prefix, Folder, kRuleColumns };
enum PreviewColumn { Source, File, kPreviewColumns };

/// Everything up to the last slash: the part of a source that a rule most likely replaces.
QString folderOf(const QString& source)
{
    return source.left(source.lastIndexOf(u'/') + 1);
}

} // namespace

SourceMappingEditor::SourceMappingEditor(QWidget* parent)
    : QWidget(parent), m_rules(new QTableWidget(0, kRuleColumns, this)), m_preview(new QTreeWidget(this)),
      m_summary(new QLabel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(common::kGrid);
    auto* header = new common::SectionHeader(tr("Where the pictures are"), this);
    column->addWidget(header);
    auto* hint = new QLabel(
        tr("A manifest names each picture by its source. Pictures beside the manifest or in the input location are "
           "found without rules. For others, say which folder stands for the beginning of the source."),
        this);
    hint->setWordWrap(true);
    common::setRole(hint, "muted");
    column->addWidget(hint);
    makeRules();
    column->addWidget(m_rules);
    column->addLayout(makeRuleButtons());
    m_summary->setObjectName(QStringLiteral("mappingSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    column->addWidget(m_summary);
    makePreview();
    column->addWidget(m_preview);
}

void SourceMappingEditor::makeRules()
{
    m_rules->setObjectName(QStringLiteral("mappingRules"));
    m_rules->setAccessibleName(tr("Mapping rules"));
    m_rules->setHorizontalHeaderLabels({tr("Source begins with"), tr("Folder")});
    m_rules->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_rules->horizontalHeader()->setHighlightSections(false);
    m_rules->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_rules->verticalHeader()->hide();
    m_rules->verticalHeader()->setDefaultSectionSize(30);
    m_rules->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_rules->setTabKeyNavigation(false);
    m_rules->setFixedHeight(104);
    connect(m_rules, &QTableWidget::itemChanged, this, &SourceMappingEditor::rulesChanged);
}

QLayout* SourceMappingEditor::makeRuleButtons()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    const auto addButton = [&](const QString& name, const QString& icon, const QString& text, auto action) {
        auto* button = new QToolButton(this);
        button->setObjectName(name);
        button->setIcon(common::icon(icon));
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, action);
    };
    addButton(QStringLiteral("addRule"), QStringLiteral("add"), tr("Add rule"), &SourceMappingEditor::addSuggestedRule);
    addButton(QStringLiteral("chooseRuleFolder"), QStringLiteral("folder-open"), tr("Choose folder"),
              [this] { chooseFolder(m_rules->currentRow()); });
    addButton(QStringLiteral("removeRule"), QStringLiteral("remove"), tr("Remove"), [this] {
        m_rules->removeRow(m_rules->currentRow());
        Q_EMIT rulesChanged();
    });
    row->addStretch(1);
    return row;
}

void SourceMappingEditor::makePreview()
{
    m_preview->setObjectName(QStringLiteral("mappingPreview"));
    m_preview->setAccessibleName(tr("Preview of the mapping"));
    m_preview->setColumnCount(kPreviewColumns);
    m_preview->setHeaderLabels({tr("Source"), tr("File")});
    m_preview->setRootIsDecorated(false);
    m_preview->setIndentation(0);
    m_preview->setUniformRowHeights(true);
    m_preview->setTextElideMode(Qt::ElideMiddle);
    m_preview->header()->setStretchLastSection(false);
    m_preview->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_preview->setFixedHeight(156);
}

std::vector<SourceRule> SourceMappingEditor::rules() const
{
    std::vector<SourceRule> rules;
    for (int row = 0; row < m_rules->rowCount(); ++row) {
        const SourceRule rule{m_rules->item(row, Prefix)->text().trimmed(),
                              m_rules->item(row, Folder)->text().trimmed()};
        if (!rule.prefix.isEmpty() && !rule.folder.isEmpty()) {
            rules.push_back(rule);
        }
    }
    return rules;
}

void SourceMappingEditor::setRules(const std::vector<SourceRule>& rules)
{
    m_rules->setRowCount(0);
    for (const SourceRule& rule : rules) {
        addRule(rule);
    }
}

void SourceMappingEditor::addRule(const SourceRule& rule)
{
    const int row = m_rules->rowCount();
    // Both cells at once: rules() must never meet half a row.
    const QSignalBlocker quiet(m_rules);
    m_rules->insertRow(row);
    m_rules->setItem(row, Prefix, new QTableWidgetItem(rule.prefix));
    m_rules->setItem(row, Folder, new QTableWidgetItem(QDir::toNativeSeparators(rule.folder)));
    m_rules->selectRow(row);
}

void SourceMappingEditor::addSuggestedRule()
{
    addRule({folderOf(m_missing), {}});
    chooseFolder(m_rules->rowCount() - 1);
}

void SourceMappingEditor::chooseFolder(int row)
{
    if (row < 0) {
        return;
    }
    const QString folder =
        common::chooseFolder(this, tr("Folder that holds these pictures"), m_rules->item(row, Folder)->text());
    if (!folder.isEmpty()) {
        m_rules->item(row, Folder)->setText(QDir::toNativeSeparators(folder));
    }
}

void SourceMappingEditor::setPreview(const MappingPreview& preview)
{
    const common::ThemeColours& colours = common::colours();
    m_preview->clear();
    m_missing.clear();
    for (const SourcePreview& row : preview.rows) {
        const bool isFound = !row.file.isEmpty();
        auto* item = new QTreeWidgetItem(m_preview, {row.source, isFound ? row.file : row.way});
        item->setToolTip(Source, row.source.toHtmlEscaped());
        item->setToolTip(File, (isFound ? QString(row.file + u'\n' + row.way) : row.way).toHtmlEscaped());
        item->setIcon(File, isFound ? common::icon(QStringLiteral("success"), colours.success)
                                    : common::icon(QStringLiteral("warning"), colours.warning));
        if (!isFound && m_missing.isEmpty()) {
            m_missing = row.source;
        }
    }
    const auto count = static_cast<qint64>(preview.rows.size());
    common::setRole(m_summary, preview.error.isEmpty() ? "muted" : "error");
    if (!preview.error.isEmpty()) {
        m_summary->setText(preview.error);
    } else if (count == 0) {
        m_summary->setText(tr("Choose a manifest to see where its pictures are found."));
    } else if (preview.found == count) {
        m_summary->setText(tr("All of the first %n pictures were found.", nullptr, static_cast<int>(count)));
    } else {
        m_summary->setText(tr("%1 of the first %2 pictures were found. What is not found is left out and reported.")
                               .arg(preview.found)
                               .arg(count));
    }
}

QString SourceMappingEditor::problem() const
{
    for (const SourceRule& rule : rules()) {
        if (!QFileInfo(rule.folder).isDir()) {
            return tr("The folder “%1” does not exist.").arg(rule.folder);
        }
    }
    return {};
}

} // namespace lw::dialogs
