// SPDX-License-Identifier: GPL-3.0-or-later
//! A field per parameter, of the kind that fits it.
#include "widgets/dialogs/ParametersEditor.h"

#include "models/items/EngineTexts.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace lw::dialogs {

namespace {

/// Learning rates are small: enough digits for the smallest allowed value.
int decimalsFor(double least)
{
    return least > 0 && least < 0.01 ? std::min(8, int(std::ceil(-std::log10(least)))) : 2;
}

QGridLayout* formLayout(QWidget* parent)
{
    auto* grid = new QGridLayout(parent);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(common::kGrid);
    grid->setColumnMinimumWidth(0, 150);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

ParametersEditor::ParametersEditor(QWidget* parent) : QWidget(parent), m_more(new QToolButton(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(common::kGrid);
    m_more->setObjectName(QStringLiteral("moreSettings"));
    m_more->setText(tr("More settings"));
    m_more->setAccessibleName(m_more->text());
    m_more->setToolTip(tr("Show the settings that rarely need a change"));
    m_more->setCheckable(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setIcon(common::icon(QStringLiteral("chevron-right")));
    column->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QToolButton::toggled, this, [this](bool isOpen) {
        m_more->setIcon(common::icon(isOpen ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
        if (m_moreForm) {
            m_moreForm->setVisible(isOpen);
        }
        Q_EMIT heightChanged();
    });
}

bool ParametersEditor::showsMore() const
{
    return m_more->isChecked();
}

void ParametersEditor::setShowsMore(bool isOpen)
{
    m_more->setChecked(isOpen);
}

void ParametersEditor::setAlgorithm(const domain::Algorithm* algorithm)
{
    if (algorithm == m_algorithm) {
        return;
    }
    m_algorithm = algorithm;
    m_fields.clear();
    delete m_form;
    delete m_moreForm;
    m_form = new QWidget(this);
    m_moreForm = new QWidget(this);
    QGridLayout* basic = formLayout(m_form);
    QGridLayout* more = formLayout(m_moreForm);
    if (algorithm) {
        for (const domain::AlgorithmParameter& parameter : algorithm->parameters) {
            addRow(parameter.isBasic ? basic : more, parameter);
        }
    }
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->insertWidget(0, m_form);
    column->addWidget(m_moreForm);
    m_more->setVisible(more->count() > 0);
    m_moreForm->setVisible(m_more->isChecked());
    Q_EMIT changed();
}

void ParametersEditor::addRow(QGridLayout* grid, const domain::AlgorithmParameter& parameter)
{
    QWidget* field = makeField(parameter);
    const QString title = items::parameterTitle(parameter.id);
    field->setObjectName(QString(QStringLiteral("parameter_") + parameter.id));
    field->setAccessibleName(title);
    field->setToolTip(items::parameterHint(parameter.id));
    field->setAccessibleDescription(field->toolTip());
    setValue(field, parameter.value);
    auto* caption = new QLabel(title, this);
    caption->setBuddy(field);
    caption->setToolTip(field->toolTip());
    auto* hint = new QLabel(items::parameterHint(parameter.id), this);
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    common::setRole(hint, "muted");
    const int row = grid->rowCount();
    grid->addWidget(caption, row, 0);
    grid->addWidget(field, row, 1);
    grid->addWidget(hint, row + 1, 0, 1, 2);
    m_fields.insert(parameter.id, field);
}

QWidget* ParametersEditor::makeField(const domain::AlgorithmParameter& parameter)
{
    const QString unit = items::parameterUnit(parameter.id);
    switch (parameter.kind) {
    case domain::ParameterKind::Whole: {
        auto* field = new QSpinBox(this);
        field->setRange(int(parameter.least), int(parameter.most));
        field->setSuffix(unit.isEmpty() ? QString() : QString(u' ' + unit));
        field->setGroupSeparatorShown(true);
        connect(field, &QSpinBox::valueChanged, this, &ParametersEditor::changed);
        return field;
    }
    case domain::ParameterKind::Number: {
        auto* field = new QDoubleSpinBox(this);
        field->setDecimals(decimalsFor(parameter.least));
        field->setRange(parameter.least, parameter.most);
        field->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
        connect(field, &QDoubleSpinBox::valueChanged, this, &ParametersEditor::changed);
        return field;
    }
    case domain::ParameterKind::Choice: {
        auto* field = new QComboBox(this);
        for (const QString& choice : parameter.choices) {
            field->addItem(items::parameterText(parameter.id, choice), choice);
        }
        connect(field, &QComboBox::currentIndexChanged, this, &ParametersEditor::changed);
        return field;
    }
    case domain::ParameterKind::Truth:
        break;
    }
    auto* field = new QCheckBox(this);
    connect(field, &QCheckBox::toggled, this, &ParametersEditor::changed);
    return field;
}

QJsonValue ParametersEditor::valueOf(const QWidget* field)
{
    if (const auto* whole = qobject_cast<const QSpinBox*>(field)) {
        return whole->value();
    }
    if (const auto* number = qobject_cast<const QDoubleSpinBox*>(field)) {
        return number->value();
    }
    if (const auto* choice = qobject_cast<const QComboBox*>(field)) {
        return choice->currentData().toString();
    }
    return qobject_cast<const QCheckBox*>(field)->isChecked();
}

void ParametersEditor::setValue(QWidget* field, const QJsonValue& value)
{
    if (auto* whole = qobject_cast<QSpinBox*>(field)) {
        whole->setValue(value.toInt(whole->value()));
    } else if (auto* number = qobject_cast<QDoubleSpinBox*>(field)) {
        number->setValue(value.toDouble(number->value()));
    } else if (auto* choice = qobject_cast<QComboBox*>(field)) {
        choice->setCurrentIndex(std::max(0, choice->findData(value.toString())));
    } else if (auto* truth = qobject_cast<QCheckBox*>(field)) {
        truth->setChecked(value.toBool(truth->isChecked()));
    }
}

void ParametersEditor::setValues(const QJsonObject& values)
{
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (QWidget* field = m_fields.value(it.key())) {
            setValue(field, it.value());
        }
    }
}

QJsonObject ParametersEditor::values() const
{
    QJsonObject values;
    for (auto it = m_fields.begin(); it != m_fields.end(); ++it) {
        values.insert(it.key(), valueOf(it.value()));
    }
    return values;
}

void ParametersEditor::resetToDefaults()
{
    if (m_algorithm) {
        for (const domain::AlgorithmParameter& parameter : m_algorithm->parameters) {
            setValue(m_fields.value(parameter.id), parameter.value);
        }
    }
}

} // namespace lw::dialogs
