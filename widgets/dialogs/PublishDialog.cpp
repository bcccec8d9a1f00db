// SPDX-License-Identifier: GPL-3.0-or-later
//! Fields of a version to publish.
#include "widgets/dialogs/PublishDialog.h"

#include "models/domain/Label.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QToolButton>

#include <cmath>

namespace lw::dialogs {

namespace {

constexpr double kUsualRatio = 0.8;
constexpr quint64 kUsualSeed = 42;

} // namespace

PublishDialog::PublishDialog(const Facts& facts, QSettings* settings, QWidget* parent)
    : FormDialog(tr("Publish a version"),
                 tr("Freezes the current samples and labels. A published version never changes."), settings,
                 QStringLiteral("publishDialog"), parent),
      m_facts(facts), m_name(new QLineEdit(facts.nextName, this)), m_description(new QLineEdit(this)),
      m_split(new QCheckBox(tr("Split into training and validation"), this)), m_train(new QDoubleSpinBox(this)),
      m_validation(new QDoubleSpinBox(this)), m_seed(new QLineEdit(this)), m_shares(new QLabel(this)),
      m_hard(new QCheckBox(tr("Write hard marks into the manifest"), this))
{
    addSummary();
    m_name->setMaxLength(100);
    addField(QStringLiteral("versionName"), tr("Name"), m_name);
    addField(QStringLiteral("description"), tr("Description"), m_description);
    m_split->setChecked(remembered(QStringLiteral("split"), true).toBool());
    addField(QStringLiteral("split"), tr("Split"), m_split);
    addField(QStringLiteral("ratio"), QString(), makeRatio(),
             tr("Every label, and the unlabelled samples, are split in the same proportion."));
    addField(QStringLiteral("seed"), tr("Seed"), makeSeed(), tr("The same seed gives the same split."));
    m_hard->setChecked(remembered(QStringLiteral("hard"), false).toBool());
    addField(QStringLiteral("hard"), tr("Options"), m_hard);
    if (!facts.outputFolder.isEmpty()) {
        addField(QStringLiteral("output"), tr("Written to"),
                 new common::ElidedLabel(facts.outputFolder, Qt::ElideMiddle, this));
    }
    setAcceptText(tr("Publish"));
    connect(m_name, &QLineEdit::textEdited, this, [this] { touch(m_name); });
    connect(m_seed, &QLineEdit::textEdited, this, [this] { touch(m_seedRow); });
    connect(m_split, &QCheckBox::toggled, this, [this] {
        showSplit();
        check();
    });
    setRatio(remembered(QStringLiteral("ratio"), kUsualRatio).toDouble());
    showSplit();
    m_name->selectAll();
    m_name->setFocus();
}

void PublishDialog::addSummary()
{
    const QLocale locale;
    QString text = tr("%Ln labelled samples", nullptr, int(m_facts.labelled));
    if (m_facts.unlabelled + m_facts.toConfirm > 0) {
        text = tr("%1 labelled, %2 unlabelled and %3 unconfirmed samples")
                   .arg(locale.toString(m_facts.labelled), locale.toString(m_facts.unlabelled),
                        locale.toString(m_facts.toConfirm));
    }
    auto* summary = new QLabel(text, this);
    summary->setObjectName(QStringLiteral("publishSummary"));
    summary->setWordWrap(true);
    addWide(summary);
}

QWidget* PublishDialog::makeRatio()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(common::kGrid);
    const auto addShare = [&](QDoubleSpinBox* field, const QString& name, const QString& text) {
        field->setObjectName(name);
        field->setAccessibleName(text);
        field->setRange(0, 1);
        field->setDecimals(2);
        field->setSingleStep(0.05);
        auto* caption = new QLabel(text, box);
        caption->setBuddy(field);
        row->addWidget(caption);
        row->addWidget(field);
    };
    addShare(m_train, QStringLiteral("trainRatio"), tr("Training"));
    row->addSpacing(common::kGrid);
    addShare(m_validation, QStringLiteral("validationRatio"), tr("Validation"));
    m_shares->setObjectName(QStringLiteral("shares"));
    common::setRole(m_shares, "muted");
    row->addSpacing(common::kGrid);
    row->addWidget(m_shares, 1);
    connect(m_train, &QDoubleSpinBox::valueChanged, this, &PublishDialog::setRatio);
    connect(m_validation, &QDoubleSpinBox::valueChanged, this, [this](double share) { setRatio(1 - share); });
    m_ratioRow = box;
    return box;
}

QWidget* PublishDialog::makeSeed()
{
    m_seedRow = new QWidget(this);
    auto* row = new QHBoxLayout(m_seedRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_seed->setObjectName(QStringLiteral("seedNumber"));
    m_seed->setAccessibleName(tr("Seed"));
    m_seed->setText(remembered(QStringLiteral("seed"), QString::number(kUsualSeed)).toString());
    m_seed->setMaximumWidth(200);
    auto* dice = new QToolButton(m_seedRow);
    dice->setObjectName(QStringLiteral("randomSeed"));
    dice->setIcon(common::icon(QStringLiteral("repeat")));
    dice->setToolTip(tr("Another seed"));
    dice->setAccessibleName(tr("Another seed"));
    row->addWidget(m_seed, 1);
    row->addWidget(dice);
    row->addStretch(1);
    connect(dice, &QToolButton::clicked, this, [this] {
        m_seed->setText(QString::number(QRandomGenerator::global()->bounded(1'000'000)));
        touch(m_seedRow);
    });
    return m_seedRow;
}

void PublishDialog::setRatio(double train)
{
    const QSignalBlocker quietTrain(m_train); // the two follow each other
    const QSignalBlocker quietValidation(m_validation);
    m_train->setValue(train);
    m_validation->setValue(1 - train);
    showShares();
}

void PublishDialog::showShares()
{
    const qint64 all = m_facts.labelled + m_facts.unlabelled + m_facts.toConfirm;
    const qint64 training = std::llround(static_cast<double>(all) * m_train->value());
    m_shares->setText(tr("about %L1 and %L2 samples").arg(training).arg(all - training));
}

void PublishDialog::showSplit()
{
    setRowVisible(m_ratioRow, m_split->isChecked());
    setRowVisible(m_seedRow, m_split->isChecked());
}

void PublishDialog::validate()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        complain(m_name, tr("A version needs a name."));
    } else if (!domain::isValidName(name)) {
        complain(m_name, tr("Use letters, digits, “_” and “-” only."));
    } else if (m_facts.takenNames.contains(name, Qt::CaseInsensitive)) {
        complain(m_name, tr("A version with this name already exists."));
    }
    bool isNumber = false;
    m_seed->text().trimmed().toULongLong(&isNumber);
    if (m_split->isChecked() && !isNumber) {
        complain(m_seedRow, tr("The seed is a whole number, 0 or more."));
    }
}

void PublishDialog::rememberChoices()
{
    remember(QStringLiteral("split"), m_split->isChecked());
    remember(QStringLiteral("ratio"), m_train->value());
    remember(QStringLiteral("seed"), m_seed->text().trimmed());
    remember(QStringLiteral("hard"), m_hard->isChecked());
}

PublishRequest PublishDialog::request() const
{
    PublishRequest request;
    request.name = m_name->text().trimmed();
    request.description = m_description->text().trimmed();
    if (m_split->isChecked()) {
        request.trainRatio = m_train->value();
        request.seed = m_seed->text().trimmed().toULongLong();
    }
    request.withHard = m_hard->isChecked();
    return request;
}

} // namespace lw::dialogs
