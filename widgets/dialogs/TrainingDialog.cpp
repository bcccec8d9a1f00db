// SPDX-License-Identifier: GPL-3.0-or-later
//! The form of a training beside its estimate.
#include "widgets/dialogs/TrainingDialog.h"

#include "models/items/EngineTexts.h"
#include "models/items/LibraryModelListModel.h"
#include "models/items/Texts.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"
#include "widgets/dialogs/ParametersEditor.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lw::dialogs {

namespace {

constexpr int kPauseMs = 250;
constexpr int kFormWidth = 520;
constexpr int kSideWidth = 300;
constexpr int kMostName = 64;

QLabel* sideText(const QString& name, const char* role, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    if (role) {
        common::setRole(label, role);
    }
    return label;
}

QString bulleted(const QStringList& lines)
{
    QStringList marked;
    for (const QString& line : lines) {
        marked.append(QString(QStringLiteral("• ") + line));
    }
    return marked.join(u'\n');
}

} // namespace

TrainingDialog::TrainingDialog(Facts facts, QSettings* settings, QWidget* parent)
    : FormDialog(tr("New training"),
                 tr("Trains a network on your labels. It runs beside the window: you can go on annotating, and even "
                    "close the program."),
                 settings, QStringLiteral("trainingDialog"), parent),
      m_facts(std::move(facts)), m_name(new QLineEdit(this)), m_description(new QLineEdit(this)),
      m_inputs(new TrainingInputs(m_facts.datasets, this)), m_algorithm(new QComboBox(this)),
      m_algorithmHint(sideText(QStringLiteral("algorithmHint"), "muted", this)), m_model(new QComboBox(this)),
      m_set(new QComboBox(this)), m_setMenu(new QToolButton(this)), m_parameters(new ParametersEditor(this)),
      m_version(sideText(QStringLiteral("trainingVersion"), "muted", this)),
      m_time(sideText(QStringLiteral("trainingTime"), "title", this)),
      m_how(sideText(QStringLiteral("trainingHow"), "muted", this)),
      m_counts(sideText(QStringLiteral("trainingCounts"), nullptr, this)),
      m_problems(sideText(QStringLiteral("trainingProblems"), "error", this)),
      m_notes(sideText(QStringLiteral("trainingNotes"), "muted", this))
{
    setObjectName(QStringLiteral("trainingDialog"));
    addFields();
    addSide(makeSide());
    setAcceptText(tr("Start training"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { Q_EMIT estimateRequested(choice()); });
    fillAlgorithms();
    const int last = m_algorithm->findData(remembered(QStringLiteral("algorithm"), QString()));
    m_algorithm->setCurrentIndex(std::max(0, last));
    takeAlgorithm();
    m_parameters->setShowsMore(remembered(QStringLiteral("more"), false).toBool());
    suggestName();
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_isNameOwn = !m_name->text().isEmpty();
        showVersion();
        touch(m_name);
    });
    connect(m_inputs, &TrainingInputs::changed, this, [this] {
        fillAlgorithms();
        suggestName();
        touch(m_inputs);
        formChanged();
    });
    connect(m_inputs, &TrainingInputs::heightChanged, this, [this] { setRowVisible(m_inputs, true); });
    connect(m_algorithm, &QComboBox::currentIndexChanged, this, &TrainingDialog::takeAlgorithm);
    connect(m_model, &QComboBox::activated, this, [this] { m_isModelChosen = true; });
    connect(m_model, &QComboBox::currentIndexChanged, this, &TrainingDialog::formChanged);
    connect(m_parameters, &ParametersEditor::changed, this, [this] {
        m_set->setCurrentIndex(0);
        formChanged();
    });
    connect(m_parameters, &ParametersEditor::heightChanged, this, [this] { setRowVisible(m_parameters, true); });
    connect(m_set, &QComboBox::activated, this, &TrainingDialog::takeSet);
    showEstimate(nullptr);
    m_name->setFocus();
    formChanged();
}

void TrainingDialog::addFields()
{
    addField(QStringLiteral("trainingInputs"), tr("Datasets"), m_inputs,
             tr("A published version always trains on the same labels."));
    m_name->setMaxLength(kMostName);
    addField(QStringLiteral("trainingName"), tr("Name"), m_name);
    addWide(m_version);
    m_description->setPlaceholderText(tr("Optional"));
    addField(QStringLiteral("trainingDescription"), tr("Description"), m_description);
    addField(QStringLiteral("trainingAlgorithm"), tr("Algorithm"), m_algorithm);
    addWide(m_algorithmHint);
    addField(QStringLiteral("trainingModel"), tr("Start from"), m_model,
             tr("Weights that have seen pictures before need far fewer labels."));
    addField(QStringLiteral("trainingSets"), tr("Parameters"), makeSets());
    m_parameters->setObjectName(QStringLiteral("trainingParameters"));
    m_parameters->setMinimumWidth(kFormWidth);
    addWide(m_parameters);
}

QWidget* TrainingDialog::makeSets()
{
    auto* part = new QWidget(this);
    auto* row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(common::kGrid);
    m_set->setObjectName(QStringLiteral("parameterSet"));
    m_set->setAccessibleName(tr("Saved parameters"));
    m_setMenu->setObjectName(QStringLiteral("parameterSetMenu"));
    m_setMenu->setIcon(common::icon(QStringLiteral("more")));
    m_setMenu->setToolTip(tr("Save or delete parameters"));
    m_setMenu->setAccessibleName(m_setMenu->toolTip());
    m_setMenu->setPopupMode(QToolButton::InstantPopup);
    m_setMenu->setMenu(new QMenu(m_setMenu));
    connect(m_setMenu->menu(), &QMenu::aboutToShow, this, &TrainingDialog::fillSetMenu);
    fillSetMenu();
    row->addWidget(m_set, 1);
    row->addWidget(m_setMenu);
    part->setFocusProxy(m_set);
    return part;
}

QWidget* TrainingDialog::makeSide()
{
    auto* card = new QFrame(this);
    card->setObjectName(QStringLiteral("trainingEstimate"));
    common::setRole(card, "card");
    card->setFixedWidth(kSideWidth);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(common::kGrid);
    auto* heading = new QLabel(tr("Before you start"), card);
    common::setRole(heading, "heading");
    column->addWidget(heading);
    for (QLabel* each : {m_time, m_how, m_counts, m_problems, m_notes}) {
        column->addWidget(each);
    }
    column->addStretch(1);
    auto* side = new QWidget(this);
    auto* around = new QVBoxLayout(side);
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(card);
    around->addStretch(1);
    setMinimumWidth(kFormWidth + kSideWidth + 80);
    return side;
}

void TrainingDialog::fillAlgorithms()
{
    const QString before = m_algorithm->currentData().toString();
    const auto type = m_inputs->type();
    const QSignalBlocker once(m_algorithm); // takeAlgorithm() follows
    m_algorithm->clear();
    for (const domain::Algorithm& each : domain::algorithms()) {
        if (type && each.type == *type) {
            m_algorithm->addItem(items::algorithmTitle(each.id), each.id);
        }
    }
    m_algorithm->setCurrentIndex(std::max(0, m_algorithm->findData(before)));
    if (m_algorithm->currentData().toString() != before) {
        takeAlgorithm();
    }
}

void TrainingDialog::takeAlgorithm()
{
    const QString id = m_algorithm->currentData().toString();
    m_algorithmHint->setText(items::algorithmHint(id));
    m_parameters->setAlgorithm(domain::algorithmOf(id));
    m_parameters->setValues(
        QJsonDocument::fromJson(remembered(QString(QStringLiteral("values_") + id), QByteArray()).toByteArray())
            .object());
    fillModels();
    setSets(m_facts.sets);
    formChanged();
}

void TrainingDialog::fillModels()
{
    const QString before = m_model->currentData().toString();
    const domain::Algorithm* algorithm = domain::algorithmOf(m_algorithm->currentData().toString());
    const QSignalBlocker once(m_model); // only the list changes
    m_model->clear();
    m_model->addItem(tr("Nothing: learn from scratch"), QString());
    int usual = 0;
    for (const domain::LibraryModel& each : m_facts.models) {
        const bool isForTool = each.details.contains(QLatin1String("use"));
        if (algorithm && algorithm->takesWeights && each.net != QLatin1String("torchscript") && !isForTool &&
            (!each.type || *each.type == algorithm->type)) {
            m_model->addItem(items::modelTitle(each), each.id);
            // Weights that were imported for this network: whoever did so wants them.
            usual = usual == 0 && each.jobId.isEmpty() && each.net == algorithm->net ? m_model->count() - 1 : usual;
        }
    }
    m_model->setCurrentIndex(m_isModelChosen ? std::max(0, m_model->findData(before)) : usual);
}

void TrainingDialog::setSets(const std::vector<domain::ParameterSet>& sets)
{
    m_facts.sets = sets;
    const QString before = m_set->currentData().toString();
    m_set->clear();
    m_set->addItem(tr("As below"), QString());
    for (const domain::ParameterSet& set : m_facts.sets) {
        if (set.algorithm == m_algorithm->currentData().toString()) {
            m_set->addItem(set.name, set.name);
            m_set->setItemData(m_set->count() - 1, set.description, Qt::ToolTipRole);
        }
    }
    m_set->setCurrentIndex(std::max(0, m_set->findData(before)));
}

void TrainingDialog::takeSet(int index)
{
    const QString name = m_set->itemData(index).toString();
    for (const domain::ParameterSet& set : m_facts.sets) {
        if (set.name == name) {
            m_parameters->resetToDefaults();
            m_parameters->setValues(set.values);
        }
    }
    m_set->setCurrentIndex(index); // changing the fields has put it back
}

void TrainingDialog::fillSetMenu()
{
    QMenu* menu = m_setMenu->menu();
    menu->clear();
    const QString name = m_set->currentData().toString();
    const auto add = [&](const QString& id, const QString& text, auto slot) {
        QAction* action = menu->addAction(text);
        action->setObjectName(id);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    add(QStringLiteral("saveSetAs"), tr("Save these parameters as…"), [this] { saveSetAs(); });
    for (const domain::ParameterSet& set : m_facts.sets) {
        if (set.algorithm == m_algorithm->currentData().toString()) {
            add(QString(QStringLiteral("overwrite_") + set.name), tr("Save them as “%1”").arg(set.name), [this, set] {
                domain::ParameterSet changed = set;
                changed.values = m_parameters->values();
                Q_EMIT saveSetRequested(changed);
            });
        }
    }
    add(QStringLiteral("describeSet"),
        name.isEmpty() ? tr("Describe saved parameters…") : tr("Describe “%1”…").arg(name), [this] { describeSet(); })
        ->setEnabled(!name.isEmpty());
    add(QStringLiteral("deleteSet"), name.isEmpty() ? tr("Delete saved parameters") : tr("Delete “%1”").arg(name),
        [this, name] { Q_EMIT deleteSetRequested(name); })
        ->setEnabled(!name.isEmpty());
    menu->addSeparator();
    add(QStringLiteral("resetParameters"), tr("Back to the defaults"), [this] { m_parameters->resetToDefaults(); });
}

void TrainingDialog::saveSetAs()
{
    auto* question = new QInputDialog(this);
    question->setObjectName(QStringLiteral("setNameDialog"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("Save parameters"));
    question->setLabelText(tr("Name"));
    question->setTextValue(m_name->text());
    question->setOkButtonText(tr("Save"));
    question->setCancelButtonText(tr("Cancel"));
    connect(question, &QInputDialog::textValueSelected, this, [this](const QString& name) {
        Q_EMIT saveSetRequested({name.trimmed(), m_description->text().trimmed(),
                                 m_algorithm->currentData().toString(), m_parameters->values(), 0});
    });
    question->open();
}

void TrainingDialog::describeSet()
{
    const QString name = m_set->currentData().toString();
    const auto set = std::find_if(m_facts.sets.begin(), m_facts.sets.end(),
                                  [&name](const domain::ParameterSet& each) { return each.name == name; });
    if (set == m_facts.sets.end()) {
        return;
    }
    auto* question = new QInputDialog(this);
    question->setObjectName(QStringLiteral("setDescriptionDialog"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("Describe “%1”").arg(name));
    question->setLabelText(tr("Description"));
    question->setOption(QInputDialog::UsePlainTextEditForTextInput);
    question->setTextValue(set->description);
    question->setOkButtonText(tr("Save"));
    question->setCancelButtonText(tr("Cancel"));
    connect(question, &QInputDialog::textValueSelected, this, [this, kept = *set](const QString& text) {
        domain::ParameterSet changed = kept;
        changed.description = text.trimmed();
        Q_EMIT saveSetRequested(changed);
    });
    question->open();
}

void TrainingDialog::suggestName()
{
    if (!m_isNameOwn) {
        const auto inputs = m_inputs->inputs();
        const auto found = std::find_if(
            m_facts.datasets.begin(), m_facts.datasets.end(),
            [&](const TrainingDataset& each) { return !inputs.isEmpty() && each.id == inputs.front().dataset; });
        m_name->setText(found == m_facts.datasets.end() ? QString() : found->name.left(kMostName));
    }
    showVersion();
}

void TrainingDialog::showVersion()
{
    const QString version = m_facts.nextVersions.value(m_name->text().trimmed(), QStringLiteral("V0001"));
    m_version->setText(tr("This run becomes version %1 of the name.").arg(version));
}

void TrainingDialog::setChoice(const TrainingChoice& choice)
{
    m_inputs->setInputs(choice.inputs);
    m_isNameOwn = !choice.name.isEmpty();
    if (m_isNameOwn) {
        m_name->setText(choice.name);
    }
    m_description->setText(choice.description);
    const int algorithm = m_algorithm->findData(choice.algorithm);
    if (algorithm >= 0) {
        m_algorithm->setCurrentIndex(algorithm);
        m_parameters->setValues(choice.parameters);
    }
    // A choice without a name only says what shall be learned.
    if (m_isNameOwn) {
        m_isModelChosen = true;
        m_model->setCurrentIndex(std::max(0, m_model->findData(choice.model)));
    }
    suggestName();
}

TrainingChoice TrainingDialog::choice() const
{
    return {m_name->text().trimmed(),
            m_description->text().trimmed(),
            m_inputs->inputs(),
            m_algorithm->currentData().toString(),
            m_model->currentData().toString(),
            m_parameters->values()};
}

void TrainingDialog::formChanged()
{
    m_hasEstimate = false;
    acceptButton()->setEnabled(false);
    m_pause.start();
    check();
}

void TrainingDialog::setEstimate(const TrainingChoice& asked, const TrainingEstimate& estimate)
{
    const TrainingChoice now = choice();
    if (asked.inputs != now.inputs || asked.algorithm != now.algorithm || asked.parameters != now.parameters ||
        asked.model != now.model) {
        return;
    }
    m_hasEstimate = true;
    showEstimate(&estimate);
    check();
    acceptButton()->setEnabled(estimate.problems.isEmpty());
}

void TrainingDialog::showEstimate(const TrainingEstimate* estimate)
{
    m_unmet = estimate ? estimate->problems : QStringList();
    const bool canStart = estimate && m_unmet.isEmpty();
    const qint64 milliseconds = estimate ? qint64(estimate->seconds * 1000) : 0;
    m_time->setText(canStart ? tr("About %1").arg(items::durationText(milliseconds))
                             : estimate ? tr("Not yet") : tr("Looking…"));
    m_how->setText(canStart ? estimate->how : QString());
    m_how->setVisible(!m_how->text().isEmpty());
    m_counts->setText(estimate ? tr("%L1 of %L2 samples are labelled and take part.")
                                     .arg(estimate->labelled)
                                     .arg(estimate->samples)
                               : QString());
    m_problems->setText(bulleted(m_unmet));
    m_problems->setVisible(!m_unmet.isEmpty());
    m_notes->setText(estimate ? bulleted(estimate->notes) : QString());
    m_notes->setVisible(!m_notes->text().isEmpty());
}

void TrainingDialog::validate()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        complain(m_name, tr("Give the training a name."));
    } else if (name.contains(u'/') || name.contains(u'\\') || name.startsWith(u'.')) {
        complain(m_name, tr("The name becomes a folder: it must not begin with a point, nor hold a slash."));
    }
    if (m_algorithm->count() == 0) {
        complain(m_inputs, tr("There is no built-in algorithm for this type of dataset."));
    }
    if (!m_hasEstimate || !m_unmet.isEmpty()) {
        complain(m_inputs, tr("What is missing stands beside the form."));
    }
}

void TrainingDialog::rememberChoices()
{
    const TrainingChoice made = choice();
    remember(QStringLiteral("algorithm"), made.algorithm);
    remember(QStringLiteral("more"), m_parameters->showsMore());
    remember(QString(QStringLiteral("values_") + made.algorithm),
             QJsonDocument(made.parameters).toJson(QJsonDocument::Compact));
}

} // namespace lw::dialogs
