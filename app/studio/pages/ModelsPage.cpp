// SPDX-License-Identifier: GPL-3.0-or-later
//! A table of models beside the details of the selected one.
#include "app/studio/pages/ModelsPage.h"

#include "app/studio/AppContext.h"
#include "app/studio/flows/ModelFlows.h"
#include "engine/jobs/ModelLibrary.h"
#include "models/items/EngineTexts.h"
#include "models/items/Texts.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/Icons.h"
#include "widgets/common/SearchField.h"
#include "widgets/common/ShortcutHint.h"
#include "widgets/common/Theme.h"

#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <array>

namespace lw::studio {

namespace {

using items::LibraryModelListModel;

constexpr int kDetailsWidth = 312;
constexpr int kMostLabelsTold = 30;

} // namespace

ModelsPage::ModelsPage(AppContext& context, QWidget* parent)
    : Page(context, parent), m_flows(new ModelFlows(context, this))
{
    setObjectName(QStringLiteral("modelsPage"));
    m_shown.setSourceModel(&m_models);
    m_shown.setSortRole(LibraryModelListModel::SortRole);
    m_shown.setFilterKeyColumn(-1);
    m_shown.setFilterCaseSensitivity(Qt::CaseInsensitive);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(common::kGrid * 4, common::kGrid * 3, common::kGrid * 4, common::kGrid * 2);
    column->setSpacing(common::kGrid * 2);
    column->addWidget(makeHead());
    m_stack = new QStackedWidget(this);
    auto* content = new QWidget(m_stack);
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(common::kGrid * 2);
    row->addWidget(makeList(), 1);
    row->addWidget(makeDetails());
    m_stack->addWidget(content);
    m_empty = new common::EmptyState(
        QStringLiteral("model"), tr("No models yet"),
        tr("A training leaves its model here. You can also import weights: to use them, or to start a training from "
           "what they have learnt."),
        m_stack);
    QPushButton* train = m_empty->addPrimaryButton(tr("To the trainings"), QStringLiteral("training"));
    train->setObjectName(QStringLiteral("toTraining"));
    QPushButton* import = m_empty->addSecondaryButton(tr("Import a model"), QStringLiteral("import"));
    import->setObjectName(QStringLiteral("firstImport"));
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    connect(train, &QPushButton::clicked, this,
            [this] { Q_EMIT routeRequested(Route{.page = PageKind::Training}); });
    connect(import, &QPushButton::clicked, this, [this] { m_flows->importModel(); });

    addCommand(QStringLiteral("models.import"), [this] { m_flows->importModel(); });
    addCommand(QStringLiteral("models.importAssistant"), [this] { m_flows->importAssistant(); });
    addCommand(QStringLiteral("samples.search"), [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    connect(m_flows, &ModelFlows::libraryChanged, this, &ModelsPage::reload);
    connect(m_flows, &ModelFlows::jobStarted, this, [this](const QString& id) {
        Q_EMIT routeRequested(Route{.page = PageKind::Job, .anchor = id});
    });
    connect(m_flows, &ModelFlows::smartLabelRequested, this, [this](domain::DatasetId dataset, const QString& id) {
        Q_EMIT routeRequested(
            Route{.page = PageKind::Samples, .dataset = dataset, .anchor = QString(kSmartLabelAnchor + id)});
    });
    connect(&project().jobWatch(), &jobs::JobWatch::libraryChanged, this, &ModelsPage::reload);
    showDetails();
}

QString ModelsPage::title() const
{
    return tr("Models");
}

void ModelsPage::open(const Route& route)
{
    m_wanted = route.anchor;
    reload();
}

void ModelsPage::takeFiles(const QStringList& paths)
{
    m_flows->importModel(paths.value(0));
}

QWidget* ModelsPage::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(common::kGrid);
    auto* title = new QLabel(tr("Models"), head);
    common::setRole(title, "title");
    m_search = new common::SearchField(tr("Search models"), head);
    m_search->setObjectName(QStringLiteral("modelSearch"));
    m_search->setMaximumWidth(280);
    auto* import = new QPushButton(common::icon(QStringLiteral("import"), common::colours().accentText),
                                   tr("Import a model"), head);
    import->setObjectName(QStringLiteral("importModelButton"));
    import->setToolTip(common::withShortcut(tr("Take a weight file or a TorchScript program into the project"),
                                            context().shortcuts().keys(QStringLiteral("models.import")).value(0)));
    common::setRole(import, "primary");
    row->addWidget(title);
    row->addStretch(1);
    auto* assistant = new QPushButton(common::icon(QStringLiteral("prompt")), tr("Import an assistant"), head);
    assistant->setObjectName(QStringLiteral("importAssistantButton"));
    assistant->setToolTip(
        common::withShortcut(tr("Take a pair of TorchScript programs into the project that answers clicks and boxes on "
                                "the canvas"),
                             context().shortcuts().keys(QStringLiteral("models.importAssistant")).value(0)));
    connect(assistant, &QPushButton::clicked, this, [this] { m_flows->importAssistant(); });
    row->addWidget(m_search, 1);
    row->addWidget(assistant);
    row->addWidget(import);
    connect(m_search, &common::SearchField::searchChanged, this,
            [this](const QString& text) { m_shown.setFilterFixedString(text); });
    connect(import, &QPushButton::clicked, this, [this] { m_flows->importModel(); });
    return head;
}

QWidget* ModelsPage::makeList()
{
    m_table = new QTreeView(this);
    m_table->setObjectName(QStringLiteral("modelTable"));
    m_table->setAccessibleName(tr("Models"));
    m_table->setModel(&m_shown);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(LibraryModelListModel::CreatedColumn, Qt::DescendingOrder);
    m_table->header()->setStretchLastSection(false);
    constexpr std::array kWidths = {150, 160, 72, 126, 96, 76, 132};
    for (int column = 0; column < LibraryModelListModel::kColumnCount; ++column) {
        m_table->setColumnWidth(column, kWidths[size_t(column)]);
    }
    m_table->header()->setSectionResizeMode(LibraryModelListModel::NameColumn, QHeaderView::Stretch);
    m_table->setColumnHidden(LibraryModelListModel::SizeColumn, true); // stands among the details
    auto* remove = new QShortcut(QKeySequence(QKeySequence::Delete), m_table);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, [this] { m_delete->click(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ModelsPage::showDetails);
    connect(m_table, &QTreeView::activated, this, [this] { m_try->click(); });
    return m_table;
}

QPushButton* ModelsPage::addAction(QVBoxLayout* column, const QString& name, const QString& icon, const QString& text,
                                   const QString& tip)
{
    auto* button = new QPushButton(common::icon(icon), text, this);
    button->setObjectName(name);
    button->setToolTip(tip);
    column->addWidget(button);
    return button;
}

QWidget* ModelsPage::makeDetails()
{
    auto* card = new QFrame(this);
    card->setObjectName(QStringLiteral("modelDetails"));
    common::setRole(card, "card");
    card->setFixedWidth(kDetailsWidth);
    auto* outer = new QVBoxLayout(card);
    outer->setContentsMargins(2, 2, 2, 2);
    auto* scroll = new QScrollArea(card);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new QWidget(scroll);
    common::setRole(page, "page");
    scroll->setWidget(page);
    outer->addWidget(scroll);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(common::kGrid);
    m_details = page;
    m_name = new QLabel(page);
    m_name->setObjectName(QStringLiteral("modelName"));
    m_name->setWordWrap(true);
    m_name->setTextFormat(Qt::PlainText);
    common::setRole(m_name, "heading");
    m_description = new QLabel(page);
    m_description->setWordWrap(true);
    m_description->setTextFormat(Qt::PlainText);
    common::setRole(m_description, "muted");
    column->addWidget(m_name);
    column->addWidget(m_description);
    m_facts = new QFormLayout;
    m_facts->setHorizontalSpacing(16);
    m_facts->setVerticalSpacing(6);
    column->addLayout(m_facts);
    column->addStretch(1);
    m_try = addAction(column, QStringLiteral("tryModel"), QStringLiteral("image"), tr("Try on a picture…"),
                      common::withShortcut(tr("See what the model says about a picture"),
                                           QKeySequence(Qt::Key_Return)));
    m_smart = addAction(column, QStringLiteral("smartLabelWith"), QStringLiteral("wand"), tr("Use for smart labelling…"),
                        tr("Let the model propose labels in a dataset, or let one learn from its weights"));
    m_evaluate = addAction(column, QStringLiteral("evaluateModel"), QStringLiteral("chart"), tr("Evaluate…"),
                           tr("Compare the answers of the model with your labels"));
    m_predict = addAction(column, QStringLiteral("predictFolder"), QStringLiteral("folder"), tr("Predict a folder…"),
                          tr("Let the model label all pictures of a folder, into a manifest"));
    m_toJob = addAction(column, QStringLiteral("modelJob"), QStringLiteral("training"), tr("Its training"),
                        tr("Curves, log and parameters of the training"));
    m_export = addAction(column, QStringLiteral("exportModel"), QStringLiteral("export"), tr("Export…"),
                         tr("Copy the weight file to where you want it"));
    m_delete = addAction(column, QStringLiteral("deleteModel"), QStringLiteral("delete"), tr("Delete…"),
                         common::withShortcut(tr("Delete the model from the project"), QKeySequence(Qt::Key_Delete)));
    const auto withModel = [this](QPushButton* button, auto slot) {
        connect(button, &QPushButton::clicked, this, [this, slot] {
            if (const domain::LibraryModel* model = selected()) {
                slot(*model);
            }
        });
    };
    withModel(m_try, [this](const domain::LibraryModel& model) { m_flows->tryOn(model); });
    withModel(m_smart, [this](const domain::LibraryModel& model) { m_flows->useForSmartLabelling(model); });
    withModel(m_evaluate, [this](const domain::LibraryModel& model) { m_flows->evaluate(model); });
    withModel(m_predict, [this](const domain::LibraryModel& model) { m_flows->predictFolder(model); });
    withModel(m_export, [this](const domain::LibraryModel& model) { m_flows->exportModel(model); });
    withModel(m_delete, [this](const domain::LibraryModel& model) { m_flows->removeModel(model); });
    withModel(m_toJob, [this](const domain::LibraryModel& model) {
        Q_EMIT routeRequested(Route{.page = PageKind::Job, .anchor = model.jobId});
    });
    return card;
}

void ModelsPage::reload()
{
    const auto read = [](store::Store& store) { return worker::ModelLibrary(store.folder()).list(); };
    core::whenDone(project().inBackground(read), this, [this](const std::vector<domain::LibraryModel>& models) {
        const domain::LibraryModel* before = selected();
        const QString id = !m_wanted.isEmpty() ? m_wanted : before ? before->id : QString();
        m_hasLooked = true;
        m_models.setModels(models);
        select(id);
        showPage();
        showDetails();
    });
}

void ModelsPage::select(const QString& id)
{
    m_wanted.clear();
    int row = 0;
    for (int i = 0; i < m_models.rowCount(); ++i) {
        const domain::LibraryModel* model = m_models.modelAt(i);
        if (model->id == id || (!id.isEmpty() && model->jobId == id)) {
            row = m_shown.mapFromSource(m_models.index(i, 0)).row();
        }
    }
    m_table->setCurrentIndex(m_shown.index(row, 0));
}

void ModelsPage::showPage()
{
    m_stack->setCurrentIndex(m_hasLooked && m_models.rowCount() == 0 ? 1 : 0);
}

const domain::LibraryModel* ModelsPage::selected() const
{
    return m_models.modelAt(m_shown.mapToSource(m_table->currentIndex()).row());
}

void ModelsPage::addFact(const QString& title, const QString& text)
{
    if (text.isEmpty()) {
        return;
    }
    auto* caption = new QLabel(title, m_details);
    common::setRole(caption, "muted");
    auto* value = new QLabel(text, m_details);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->addRow(caption, value);
}

void ModelsPage::showDetails()
{
    while (m_facts->rowCount() > 0) {
        m_facts->removeRow(0);
    }
    const domain::LibraryModel* model = selected();
    m_name->setText(model ? items::modelTitle(*model) : tr("Choose a model"));
    m_description->setText(model ? model->description : QString());
    m_description->setVisible(!m_description->text().isEmpty());
    const bool canPredict = model && model->canPredict();
    for (QPushButton* each : {m_try, m_evaluate, m_predict}) {
        each->setEnabled(canPredict);
    }
    m_smart->setEnabled(canPredict || (model && model->net != QLatin1String("torchscript")));
    m_export->setEnabled(model);
    m_delete->setEnabled(model);
    m_toJob->setEnabled(model && project().jobWatch().find(model->jobId));
    if (!model) {
        return;
    }
    addFact(tr("Task"), items::modelTaskText(*model));
    addFact(tr("Network"), model->net == QLatin1String("torchscript") ? tr("TorchScript program")
                                                                      : items::algorithmTitle(model->net));
    const QStringList first = model->labels.mid(0, kMostLabelsTold);
    addFact(tr("Labels"), model->labels.size() > kMostLabelsTold
                              ? tr("%1 and %Ln more", nullptr, int(model->labels.size()) - kMostLabelsTold)
                                    .arg(first.join(QStringLiteral(", ")))
                              : first.join(QStringLiteral(", ")));
    addFact(tr("Input"), items::pixelsText(model->details.value(QLatin1String("width")).toInt(),
                                           model->details.value(QLatin1String("height")).toInt()));
    for (auto it = model->metrics.begin(); it != model->metrics.end(); ++it) {
        if (it->isDouble()) {
            addFact(items::metricTitle(it.key()), items::metricText(it.key(), it->toDouble()));
        }
    }
    addFact(tr("Imported from"), QDir::toNativeSeparators(model->importedFrom));
    addFact(tr("Added"), items::timeText(model->createdAt));
    addFact(tr("File"), tr("%1, %2").arg(QFileInfo(model->file).fileName(), items::bytesText(model->bytes)));
}

} // namespace lw::studio
