// SPDX-License-Identifier: GPL-3.0-or-later
//! Three modes with a sentence each, the network, the time, and the conditions that are not met.
#include "widgets/dialogs/SmartLabelDialog.h"

#include "widgets/common/Theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QShowEvent>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

namespace lw::dialogs {

namespace {

constexpr int kUsualHardPercent = 20;
constexpr int kLongestSeconds = 3'600;
const QString kBuiltIn = QStringLiteral("hand");

} // namespace

QString durationText(double seconds)
{
    if (seconds < 50) {
        return SmartLabelDialog::tr("about %n seconds", nullptr, std::max(5, int(std::ceil(seconds / 5)) * 5));
    }
    return SmartLabelDialog::tr("about %n minutes", nullptr, std::max(1, int(std::lround(seconds / 60))));
}

SmartLabelDialog::SmartLabelDialog(const Facts& facts, QSettings* settings, QWidget* parent)
    : FormDialog(tr("Smart labelling"),
                 tr("Learns from your labels and proposes labels for the rest; you confirm or correct them. What a "
                    "person labelled is never changed. You can go on working meanwhile."),
                 settings, QStringLiteral("smartLabelDialog"), parent),
      m_facts(facts), m_modes(new QButtonGroup(this)), m_modeBox(makeModes()), m_model(new QComboBox(this)), m_seconds(new QSpinBox(this)),
      m_hard(new QSpinBox(this)), m_summary(new QLabel(this)), m_unmet(new QLabel(this))
{
    addField(QStringLiteral("mode"), tr("Mode"), m_modeBox);
    addField(QStringLiteral("model"), tr("Network"), m_model);
    m_seconds->setRange(0, kLongestSeconds);
    m_seconds->setSingleStep(30);
    m_seconds->setSpecialValueText(tr("As the mode needs"));
    m_seconds->setSuffix(tr(" s"));
    m_seconds->setValue(remembered(QStringLiteral("seconds"), 0).toInt());
    addField(QStringLiteral("seconds"), tr("Training time"), m_seconds,
             tr("More time makes better proposals, most of all with many labelled samples."));
    m_hard->setRange(0, 100);
    m_hard->setSuffix(tr(" %"));
    m_hard->setValue(remembered(QStringLiteral("hard"), kUsualHardPercent).toInt());
    addField(QStringLiteral("hard"), tr("Mark as hard"), m_hard,
             tr("This share of the proposals, the ones it is least sure of, is marked as hard examples."));
    m_summary->setObjectName(QStringLiteral("smartSummary"));
    m_summary->setWordWrap(true);
    addWide(m_summary);
    m_unmet->setObjectName(QStringLiteral("smartUnmet"));
    m_unmet->setWordWrap(true);
    m_unmet->setTextFormat(Qt::PlainText);
    common::setRole(m_unmet, "error");
    addWide(m_unmet);
    setAcceptText(tr("Start"));
    connect(m_modes, &QButtonGroup::idClicked, this, [this] {
        fillModels();
        changed();
    });
    connect(m_model, &QComboBox::activated, this, &SmartLabelDialog::changed);
    connect(m_seconds, &QSpinBox::valueChanged, this, &SmartLabelDialog::changed);
    connect(m_hard, &QSpinBox::valueChanged, this, &SmartLabelDialog::changed);
    fillModels();
    setRowVisible(m_unmet, false);
}

QWidget* SmartLabelDialog::makeModes()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    const auto add = [&](LearnMode mode, const QString& name, const QString& text, const QString& sentence) {
        auto* button = new QRadioButton(text, box);
        button->setObjectName(name);
        button->setAccessibleDescription(sentence);
        m_modes->addButton(button, int(mode));
        m_buttons[size_t(mode)] = button;
        column->addWidget(button);
        auto* words = new QLabel(sentence, box);
        words->setWordWrap(true);
        words->setIndent(22);
        common::setRole(words, "muted");
        column->addWidget(words);
        column->addSpacing(4);
    };
    add(LearnMode::Fast, QStringLiteral("modeFast"), tr("Fast"),
        tr("Learns from the labelled samples only. Good for a first round."));
    add(LearnMode::Precise, QStringLiteral("modePrecise"), tr("Precise"),
        m_facts.labelsWholeSamples
            ? tr("Also learns from the unlabelled samples and takes longer. Better proposals.")
            : tr("Learns longer, and looks at each picture mirrored as well to find the hard ones. Better proposals."));
    add(LearnMode::Model, QStringLiteral("modeModel"), tr("With a model of the library"),
        tr("Learns nothing: a trained model says what it knows. No labels are needed."));
    const int last = remembered(QStringLiteral("mode"), int(LearnMode::Fast)).toInt();
    m_buttons[size_t(modeFor(m_facts.wanted, LearnMode(std::clamp(last, 0, 2))))]->setChecked(true);
    return box;
}

/// A model that knows labels is asked, weights are learned from.
LearnMode SmartLabelDialog::modeFor(const QString& wanted, LearnMode usual) const
{
    for (const ModelOption& model : m_facts.models) {
        if (model.id == wanted) {
            return model.canPredict ? LearnMode::Model : usual == LearnMode::Model ? LearnMode::Fast : usual;
        }
    }
    return usual;
}

void SmartLabelDialog::fillModels()
{
    const bool predicts = choice().mode == LearnMode::Model;
    const QString last = !m_facts.wanted.isEmpty() ? m_facts.wanted : remembered(predicts ? QStringLiteral("model") : QStringLiteral("network"), QString()).toString();
    m_model->clear();
    if (!predicts) {
        m_model->addItem(tr("What fits best"), QString());
    }
    for (const ModelOption& model : m_facts.models) {
        if (predicts ? model.canPredict : model.canStart) {
            m_model->addItem(model.name, model.id);
        }
    }
    if (!predicts) {
        m_model->addItem(m_facts.labelsWholeSamples ? tr("Built-in features") : tr("None: from scratch"), kBuiltIn);
    }
    m_model->setCurrentIndex(std::max(0, m_model->findData(last)));
    setRowVisible(m_seconds, !predicts && !m_facts.labelsWholeSamples);
}

SmartLabelChoice SmartLabelDialog::choice() const
{
    SmartLabelChoice choice;
    choice.mode = LearnMode(std::max(0, m_modes->checkedId()));
    choice.model = m_model->currentData().toString();
    choice.seconds = m_facts.labelsWholeSamples ? 0 : m_seconds->value();
    choice.hardShare = m_hard->value() / 100.0;
    return choice;
}

void SmartLabelDialog::changed()
{
    m_isChecked = false;
    m_summary->setText(tr("Checking…"));
    setRowVisible(m_unmet, false);
    check();
    acceptButton()->setEnabled(false);
    Q_EMIT choiceChanged(choice());
}

void SmartLabelDialog::setVerdict(const Verdict& verdict)
{
    m_isChecked = true;
    m_canStart = verdict.unmet.isEmpty();
    const QLocale locale;
    QString text = tr("%1 labelled samples, %2 get proposals.")
                       .arg(locale.toString(verdict.labelled), locale.toString(verdict.open));
    if (m_facts.newLabels > 0) {
        text += QLatin1Char(' ') + tr("New labels since the last run: %L1.").arg(m_facts.newLabels);
    }
    if (!verdict.modelName.isEmpty()) {
        text += QLatin1Char(' ') + tr("Uses %1.").arg(verdict.modelName);
    }
    if (m_canStart) {
        //: %1 is like "about 2 minutes"
        text += QLatin1Char(' ') + tr("Takes %1.").arg(durationText(verdict.seconds));
    }
    m_summary->setText(text);
    QStringList lines;
    for (const QString& each : verdict.unmet) {
        lines.append(QStringLiteral("•  ") + each);
    }
    m_unmet->setText(lines.join(QLatin1Char('\n')));
    setRowVisible(m_unmet, !m_canStart);
    check();
    acceptButton()->setEnabled(m_canStart);
    acceptButton()->setToolTip(m_canStart ? QString() : verdict.unmet.join(QLatin1Char('\n')));
}

void SmartLabelDialog::validate()
{
    if (!m_isChecked || !m_canStart) {
        complain(m_modeBox, tr("It cannot start like this."));
    }
}

void SmartLabelDialog::rememberChoices()
{
    const SmartLabelChoice chosen = choice();
    remember(QStringLiteral("mode"), int(chosen.mode));
    remember(chosen.mode == LearnMode::Model ? QStringLiteral("model") : QStringLiteral("network"), chosen.model);
    remember(QStringLiteral("seconds"), m_seconds->value());
    remember(QStringLiteral("hard"), m_hard->value());
}

void SmartLabelDialog::showEvent(QShowEvent* event)
{
    FormDialog::showEvent(event);
    changed();
}

} // namespace lw::dialogs
