// SPDX-License-Identifier: GPL-3.0-or-later
//! Markdown pages from the resources, in the language of the program.
#include "app/studio/pages/HelpPage.h"

#include "app/studio/AppContext.h"
#include "resources/UiResources.h"
#include "widgets/common/SearchField.h"
#include "widgets/common/Theme.h"

#include <QFile>
#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>
#include <QTextTable>

namespace lw::studio {

namespace {

constexpr int kNameRole = Qt::UserRole + 1;
constexpr int kContentsWidth = 272;

/// In the order of the contents. Files are resources/help/<language>/<name>.md.
constexpr const char* kTopics[] = {"start",      "datasets",  "importing", "annotating", "classifying",
                                   "reviewing",  "grouping",  "formats",   "versions",   "training",
                                   "evaluation", "models",    "trash",     "commandline",
                                   "troubleshooting"};

QString readTopic(const QString& language, const QString& name)
{
    QFile file(QStringLiteral(":/help/%1/%2.md").arg(language, name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Qt sets Markdown tight and its tables with double lines; this gives headings air and tables hairlines.
void polishText(QTextDocument& document)
{
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        format.setTopMargin(level == 1 ? 0 : level > 1 ? 22 : format.topMargin());
        format.setBottomMargin(level > 0 ? 8 : block.textList() ? 4 : 8);
        format.setLineHeight(125, QTextBlockFormat::ProportionalHeight);
        QTextCursor(block).setBlockFormat(format);
    }
    for (QTextFrame* frame : document.rootFrame()->childFrames()) {
        if (auto* table = qobject_cast<QTextTable*>(frame)) {
            QTextTableFormat format = table->format();
            format.setCellPadding(6);
            format.setCellSpacing(0);
            format.setBorder(1);
            format.setBorderCollapse(true);
            format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            format.setBorderBrush(common::colours().border);
            format.setTopMargin(8);
            format.setBottomMargin(16);
            table->setFormat(format);
        }
    }
    cursor.endEditBlock();
}

} // namespace

HelpPage::HelpPage(AppContext& context, QWidget* parent) : Page(context, parent)
{
    setObjectName(QStringLiteral("helpPage"));
    resources::initUi();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* side = new QFrame(this);
    side->setFixedWidth(kContentsWidth);
    common::setRole(side, "sidebar");
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(common::kGrid, common::kGrid * 2, common::kGrid, common::kGrid);
    auto* search = new common::SearchField(tr("Search the help"), side);
    search->setObjectName(QStringLiteral("helpSearch"));
    m_contents = new QListWidget(side);
    m_contents->setObjectName(QStringLiteral("helpContents"));
    m_contents->setAccessibleName(tr("Contents"));
    m_contents->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_contents->setWordWrap(true);
    common::setRole(m_contents, "plain");
    column->addWidget(search);
    column->addWidget(m_contents, 1);
    m_text = new QTextBrowser(this);
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setAccessibleName(tr("Help"));
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    common::setRole(m_text, "plain");
    m_text->document()->setDocumentMargin(32);
    row->addWidget(side);
    row->addWidget(m_text, 1);
    loadTopics();
    connect(search, &common::SearchField::searchChanged, this, &HelpPage::search);
    connect(m_contents, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item) {
            showTopic(item->data(kNameRole).toString());
        }
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        // Links between topics are written "annotating.md", so that they also work in a repository browser.
        const QString name = url.fileName().section(QLatin1Char('.'), 0, 0);
        Q_EMIT routeRequested(Route{.page = PageKind::Help, .anchor = name});
    });
    auto* find = new QAction(this);
    find->setShortcut(QKeySequence::Find);
    addAction(find);
    connect(find, &QAction::triggered, search, [search] { search->setFocus(Qt::ShortcutFocusReason); });
}

QString HelpPage::title() const
{
    return tr("Help");
}

void HelpPage::loadTopics()
{
    const QString language = QLocale().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    for (const char* each : kTopics) {
        const QString name = QLatin1String(each);
        const QString text = readTopic(language, name);
        const QString heading = text.section(QLatin1Char('\n'), 0, 0).mid(2).trimmed();
        m_topics.append({name, heading, text});
        auto* item = new QListWidgetItem(heading, m_contents);
        item->setData(kNameRole, name);
    }
}

void HelpPage::open(const Route& route)
{
    QString name = route.anchor;
    if (name.isEmpty()) {
        name = m_current.isEmpty()
                   ? context().settings().state(QStringLiteral("help/topic"), QStringLiteral("start")).toString()
                   : m_current;
    }
    showTopic(name);
    m_contents->setFocus();
}

void HelpPage::showTopic(const QString& name)
{
    for (int i = 0; i < m_contents->count(); ++i) {
        if (m_contents->item(i)->data(kNameRole).toString() == name && name != m_current) {
            m_current = name;
            m_text->setMarkdown(m_topics[i].text);
            polishText(*m_text->document());
            m_contents->setCurrentRow(i);
            m_text->verticalScrollBar()->setValue(0);
            context().settings().setState(QStringLiteral("help/topic"), name);
            highlight();
            Q_EMIT routeReplaced(Route{.page = PageKind::Help, .anchor = name});
        }
    }
}

void HelpPage::search(const QString& text)
{
    m_wanted = text;
    int firstHit = -1;
    for (int i = 0; i < m_contents->count(); ++i) {
        const bool isHit = m_topics[i].text.contains(text, Qt::CaseInsensitive);
        m_contents->item(i)->setHidden(!isHit);
        firstHit = isHit && firstHit < 0 ? i : firstHit;
    }
    if (firstHit >= 0 && m_contents->currentItem() && m_contents->currentItem()->isHidden()) {
        m_contents->setCurrentRow(firstHit);
    }
    highlight();
}

void HelpPage::highlight()
{
    QList<QTextEdit::ExtraSelection> marks;
    if (m_wanted.size() > 1) {
        QTextCursor at(m_text->document());
        while (true) {
            at = m_text->document()->find(m_wanted, at);
            if (at.isNull()) {
                break;
            }
            QTextEdit::ExtraSelection mark;
            mark.cursor = at;
            mark.format.setBackground(common::colours().accentSoft);
            mark.format.setFontWeight(QFont::Bold);
            marks.append(mark);
        }
    }
    m_text->setExtraSelections(marks);
    if (!marks.isEmpty()) {
        QTextCursor first = marks.front().cursor;
        first.clearSelection();
        m_text->setTextCursor(first);
        m_text->ensureCursorVisible();
    }
}

} // namespace lw::studio
