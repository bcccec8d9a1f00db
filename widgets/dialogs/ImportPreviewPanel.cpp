// SPDX-License-Identifier: GPL-3.0-or-later
//! Numbers above tabs, or a sentence while there is nothing to show.
#include "widgets/dialogs/ImportPreviewPanel.h"

#include "models/items/ProblemListModel.h"
#include "widgets/common/BusyBar.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"
#include "widgets/dialogs/LabelMapTable.h"
#include "widgets/dialogs/SourceMappingEditor.h"
#include "widgets/panels/ProblemsView.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace lw::dialogs {

namespace {

constexpr int kPauseMs = 250;
constexpr int kFileWidth = 190;
constexpr QSize kPictureSize(152, 114);
constexpr QSize kPictureCell(168, 164);

enum Number { Pictures, Objects, Labels, Problems };

} // namespace

ImportPreviewPanel::ImportPreviewPanel(const ImportFacts& facts, QWidget* parent)
    : QWidget(parent), m_previewer(facts.mapping), m_labelsWholeSamples(facts.labelsWholeSamples),
      m_busy(new common::BusyBar(tr("Reading"), this)),
      m_stack(new QStackedWidget(this)), m_state(new common::EmptyState(QStringLiteral("import"), {}, {}, m_stack)),
      m_content(new QWidget(m_stack)), m_kinds(new QLabel(m_content)), m_warning(new QLabel(m_content)),
      m_tabs(new QTabWidget(m_content)), m_pictures(new QListWidget(m_tabs)),
      m_labels(new LabelMapTable(facts.labels, m_tabs)),
      m_problems(new items::ProblemListModel(facts.problemText, this)), m_mapping(new SourceMappingEditor(this)),
      m_pause(new QTimer(this))
{
    setObjectName(QStringLiteral("importPreview"));
    setAccessibleName(tr("Preview"));
    m_busy->setObjectName(QStringLiteral("previewProgress"));
    m_state->setObjectName(QStringLiteral("previewState"));
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(4);
    outer->addWidget(m_busy);
    outer->addWidget(m_stack, 1);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(common::kGrid);
    column->addWidget(makeNumbers());
    for (QLabel* line : {m_kinds, m_warning}) {
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
        column->addWidget(line);
    }
    m_kinds->setObjectName(QStringLiteral("previewKinds"));
    m_warning->setObjectName(QStringLiteral("previewMissing"));
    common::setRole(m_kinds, "muted");
    common::setRole(m_warning, "error");
    m_tabs->setObjectName(QStringLiteral("previewTabs"));
    m_tabs->setAccessibleName(tr("Preview"));
    m_tabs->addTab(makePictures(), tr("First pictures"));
    m_tabs->addTab(m_labels, tr("Labels"));
    if (m_labelsWholeSamples) {
        m_labels->setCountTitle(tr("Pictures"));
    }
    auto* problems = new panels::ProblemsView(*m_problems, m_tabs);
    problems->setFileWidth(kFileWidth); // reasons need the room
    m_tabs->addTab(problems, tr("Problems"));
    m_mappingPage = makeMapping();
    column->addWidget(m_tabs, 1);
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPauseMs);
    connect(m_pause, &QTimer::timeout, this, &ImportPreviewPanel::refreshMapping);
    connect(m_mapping, &SourceMappingEditor::rulesChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_labels, &LabelMapTable::choicesChanged, this, &ImportPreviewPanel::labelsChanged);
    setMinimumSize(300, 420);
    showNothing();
}

QWidget* ImportPreviewPanel::makeNumbers()
{
    auto* row = new QWidget(m_content);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(common::kGrid);
    const std::array<QString, 4> captions = {tr("Pictures"), tr("Objects"), tr("Labels"), tr("Problems")};
    const std::array<const char*, 4> names = {"foundPictures", "foundObjects", "foundLabels", "foundProblems"};
    for (size_t i = 0; i < captions.size(); ++i) {
        auto* card = new QFrame(row);
        common::setRole(card, "card");
        auto* column = new QVBoxLayout(card);
        column->setContentsMargins(12, 6, 12, 8);
        column->setSpacing(0);
        m_numbers[i] = new QLabel(card);
        m_numbers[i]->setObjectName(QLatin1String(names[i]));
        m_numbers[i]->setAccessibleName(captions[i]);
        common::setRole(m_numbers[i], "number");
        auto* caption = new QLabel(captions[i], card);
        common::setRole(caption, "muted");
        column->addWidget(m_numbers[i]);
        column->addWidget(caption);
        line->addWidget(card, 1);
        card->setHidden(i == Objects && m_labelsWholeSamples);
    }
    return row;
}

QWidget* ImportPreviewPanel::makePictures()
{
    m_pictures->setObjectName(QStringLiteral("previewPictures"));
    m_pictures->setAccessibleName(tr("First pictures"));
    m_pictures->setViewMode(QListView::IconMode);
    m_pictures->setMovement(QListView::Static);
    m_pictures->setResizeMode(QListView::Adjust);
    m_pictures->setIconSize(kPictureSize);
    m_pictures->setGridSize(kPictureCell);
    m_pictures->setSelectionMode(QAbstractItemView::SingleSelection);
    m_pictures->setTextElideMode(Qt::ElideMiddle);
    m_pictures->setWordWrap(true);
    m_pictures->setUniformItemSizes(true);
    return m_pictures;
}

QWidget* ImportPreviewPanel::makeMapping()
{
    auto* page = new QWidget(m_tabs);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, common::kGrid, 0, 0);
    column->addWidget(m_mapping);
    column->addStretch(1);
    page->hide();
    return page;
}

void ImportPreviewPanel::showState(const QString& title, const QString& text)
{
    m_busy->finish();
    m_state->setTitle(title);
    m_state->setText(text);
    // Rules are what makes missing pictures found, so they stay in reach.
    m_stack->setCurrentWidget(m_manifest.isEmpty() ? static_cast<QWidget*>(m_state) : m_content);
}

void ImportPreviewPanel::showNothing()
{
    showState(tr("Nothing chosen yet"),
              tr("Choose a folder or a file, or drop it here. Its format is recognised, and you see what it would bring "
                 "before anything is written."));
}

void ImportPreviewPanel::showReading()
{
    if (m_stack->currentWidget() == m_state) {
        m_state->setTitle(tr("Reading…"));
        m_state->setText(tr("Looks at files and pictures; nothing is written."));
    }
    m_busy->showProgress(0, 0);
}

void ImportPreviewPanel::showUnknown(const QStringList& looked)
{
    showState(tr("No format was recognised"),
              //: %1 is a list of formats
              tr("Looked for: %1. If you know the format, choose it at the left.").arg(QLocale().createSeparatedList(looked)));
}

void ImportPreviewPanel::showFailure(const QString& sentence)
{
    showState(tr("This cannot be read"), sentence);
}

void ImportPreviewPanel::setProgress(qint64 done, qint64 total)
{
    m_busy->showProgress(done, total);
}

void ImportPreviewPanel::setFindings(const ImportFindings& findings)
{
    m_busy->finish();
    const QLocale locale;
    m_numbers[Pictures]->setText(locale.toString(findings.pictures));
    m_numbers[Objects]->setText(locale.toString(findings.objects));
    m_numbers[Labels]->setText(locale.toString(qint64(findings.labels.size())));
    m_numbers[Problems]->setText(locale.toString(findings.problems.count()));
    QStringList kinds;
    for (const auto& [kind, count] : findings.kinds) {
        //: %1 is a kind of figures, %2 how many
        kinds.append(tr("%1: %2").arg(kind, locale.toString(count)));
    }
    const QString unlabelled = tr("%Ln pictures have no annotation.", nullptr,
                                  int(findings.pictures - findings.labelled));
    if (findings.labelled < findings.pictures) {
        kinds.append(unlabelled);
    }
    m_kinds->setText(kinds.join(QStringLiteral("   ")));
    m_kinds->setVisible(!kinds.isEmpty());
    QStringList warnings;
    if (findings.missing > 0) {
        warnings.append(tr("%Ln pictures were not found; they stay out.", nullptr, int(findings.missing)));
    }
    if (findings.leftOut > 0) {
        warnings.append(tr("%Ln pictures stay out for another reason.", nullptr, int(findings.leftOut)));
    }
    m_warning->setText(warnings.join(u' '));
    m_warning->setVisible(!warnings.isEmpty());
    m_problems->setProblems(findings.problems.kept(), findings.problems.count());
    m_labels->setLabels(findings.labels);
    m_tabs->setTabText(m_tabs->indexOf(m_labels), tr("Labels (%L1)").arg(findings.labels.size()));
    m_tabs->setTabText(2, tr("Problems (%L1)").arg(findings.problems.count()));
    showPictures(findings.first);
    m_stack->setCurrentWidget(m_content);
    Q_EMIT labelsChanged();
}

void ImportPreviewPanel::showPictures(const std::vector<FoundPicture>& pictures)
{
    m_pictures->clear();
    for (const FoundPicture& picture : pictures) {
        const QString text = m_labelsWholeSamples
                                 ? QString(picture.name + u'\n' + picture.labels.join(QStringLiteral(", ")))
                                 : tr("%1\n%Ln objects", nullptr, int(picture.objects)).arg(picture.name);
        auto* item = new QListWidgetItem(text, m_pictures);
        item->setIcon(picture.pixmap.isNull() ? common::icon(QStringLiteral("image-broken")) : QIcon(picture.pixmap));
        item->setToolTip(picture.name.toHtmlEscaped());
        item->setTextAlignment(Qt::AlignHCenter | Qt::AlignTop);
    }
}

void ImportPreviewPanel::setMapping(const QString& manifest)
{
    if (m_manifest == manifest) {
        return;
    }
    m_manifest = manifest;
    const int tab = m_tabs->indexOf(m_mappingPage);
    if (manifest.isEmpty()) {
        m_tabs->removeTab(tab);
    } else {
        if (tab < 0) {
            m_tabs->addTab(m_mappingPage, tr("Sources"));
        }
        m_stack->setCurrentWidget(m_content);
    }
    m_pause->start();
}

void ImportPreviewPanel::refreshMapping()
{
    m_mapping->setPreview(m_manifest.isEmpty() || !m_previewer ? MappingPreview()
                                                               : m_previewer(m_manifest, m_mapping->rules()));
}

QHash<QString, QString> ImportPreviewPanel::labels() const
{
    return m_labels->choices();
}

QStringList ImportPreviewPanel::labelsToTake() const
{
    return m_labels->taken();
}

QString ImportPreviewPanel::labelProblem() const
{
    return m_labels->problem();
}

} // namespace lw::dialogs
