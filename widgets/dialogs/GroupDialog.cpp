// SPDX-License-Identifier: GPL-3.0-or-later
//! Fields of an auto-grouping.
#include "widgets/dialogs/GroupDialog.h"

#include "models/domain/SampleAttributes.h"
#include "widgets/dialogs/PathField.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSlider>
#include <QSpinBox>

namespace lw::dialogs {

namespace {

constexpr int kUsualGroups = 10;

} // namespace

GroupDialog::GroupDialog(const Facts& facts, QSettings* settings, QWidget* parent)
    : FormDialog(tr("Auto-grouping"),
                 tr("Pictures that look alike come into one group. Labels are not touched; the groups become an "
                    "attribute that you can filter by."),
                 settings, QStringLiteral("groupDialog"), parent),
      m_facts(facts), m_groups(new QSpinBox(this)), m_scope(new QComboBox(this)), m_lens(new QComboBox(this)),
      m_writes(new QCheckBox(tr("Write the group as an attribute of each sample"), this)),
      m_attribute(new QComboBox(this)), m_saves(new QCheckBox(tr("Save lists of the groups to a folder"), this)),
      m_location(new PathField(common::FileQuestion::Kind::Folder, tr("Choose a folder for the groups"), this)),
      m_copies(new QCheckBox(tr("And copies of the pictures, a folder for each group"), this))
{
    m_groups->setRange(facts.fewest, facts.most);
    m_groups->setValue(remembered(QStringLiteral("groups"), kUsualGroups).toInt());
    addField(QStringLiteral("groups"), tr("Groups"), m_groups, tr("%1 to %2").arg(facts.fewest).arg(facts.most));
    const QLocale locale;
    m_scope->addItem(tr("All %1 samples").arg(locale.toString(facts.samples)));
    if (facts.shown > 0 && facts.shown != facts.samples) {
        m_scope->addItem(tr("The %1 samples that are shown").arg(locale.toString(facts.shown)));
    }
    addField(QStringLiteral("scope"), tr("Samples"), m_scope);
    for (const LensOption& lens : facts.lenses) {
        m_lens->addItem(lens.name, lens.id);
    }
    m_lens->setCurrentIndex(std::max(0, m_lens->findData(facts.lens)));
    addField(QStringLiteral("lens"), tr("Compared by"), m_lens,
             tr("A network of the model library sees more than the built-in features."));
    m_sharpness = addWeight(QStringLiteral("sharpness"), tr("Sharpness counts"));
    m_brightness = addWeight(QStringLiteral("brightness"), tr("Brightness counts"));
    m_colour = addWeight(QStringLiteral("colour"), tr("Colour counts"));
    m_writes->setChecked(remembered(QStringLiteral("writes"), true).toBool());
    addField(QStringLiteral("writes"), tr("Result"), m_writes);
    m_attribute->setEditable(true);
    m_attribute->addItems(facts.attributes);
    m_attribute->setEditText(remembered(QStringLiteral("attribute"), tr("group")).toString());
    addField(QStringLiteral("attribute"), tr("Attribute"), m_attribute);
    m_saves->setChecked(remembered(QStringLiteral("saves"), false).toBool());
    addField(QStringLiteral("saves"), QString(), m_saves);
    m_location->setPath(remembered(QStringLiteral("location"), QString()).toString());
    addField(QStringLiteral("location"), tr("Folder"), m_location);
    m_copies->setChecked(remembered(QStringLiteral("copies"), false).toBool());
    addField(QStringLiteral("copies"), QString(), m_copies);
    setAcceptText(tr("Group"));
    connect(m_attribute, &QComboBox::editTextChanged, this, [this] { touch(m_attribute); });
    connect(m_location, &PathField::edited, this, [this] { touch(m_location); });
    for (QCheckBox* box : {m_writes, m_saves}) {
        connect(box, &QCheckBox::toggled, this, [this] {
            showTargets();
            check();
        });
    }
    showTargets();
    m_groups->setFocus();
}

GroupDialog::~GroupDialog() = default;

QSlider* GroupDialog::addWeight(const QString& name, const QString& label)
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto* slider = new QSlider(Qt::Horizontal, box);
    slider->setObjectName(name + QStringLiteral("Slider"));
    slider->setAccessibleName(label);
    slider->setRange(0, 100);
    slider->setPageStep(10);
    auto* value = new QLabel(box);
    value->setMinimumWidth(value->fontMetrics().horizontalAdvance(tr("as the content")) + 4);
    const auto show = [value](int percent) {
        //: how much sharpness, brightness or colour count against what is in the picture
        value->setText(percent == 0     ? tr("not at all")
                       : percent == 100 ? tr("as the content")
                                        : tr("%1%").arg(percent));
    };
    connect(slider, &QSlider::valueChanged, value, show);
    slider->setValue(remembered(name, 0).toInt());
    show(slider->value());
    row->addWidget(slider, 1);
    row->addWidget(value);
    addField(name, label, box);
    return slider;
}

void GroupDialog::showTargets()
{
    setRowVisible(m_attribute, m_writes->isChecked());
    setRowVisible(m_location, m_saves->isChecked());
    setRowVisible(m_copies, m_saves->isChecked());
}

void GroupDialog::validate()
{
    if (!m_writes->isChecked() && !m_saves->isChecked()) {
        complain(m_writes, tr("Choose at least one place for the result."));
    }
    if (m_writes->isChecked() && !domain::isValidAttributeName(m_attribute->currentText().trimmed())) {
        complain(m_attribute, tr("1 to 64 characters, none of these: \" : , ="));
    }
    if (m_saves->isChecked() && m_location->path().trimmed().isEmpty()) {
        complain(m_location, tr("Choose a folder."));
    }
}

void GroupDialog::rememberChoices()
{
    remember(QStringLiteral("groups"), m_groups->value());
    remember(QStringLiteral("writes"), m_writes->isChecked());
    remember(QStringLiteral("attribute"), m_attribute->currentText().trimmed());
    remember(QStringLiteral("saves"), m_saves->isChecked());
    remember(QStringLiteral("location"), m_location->path());
    remember(QStringLiteral("copies"), m_copies->isChecked());
    remember(QStringLiteral("sharpness"), m_sharpness->value());
    remember(QStringLiteral("brightness"), m_brightness->value());
    remember(QStringLiteral("colour"), m_colour->value());
}

GroupChoice GroupDialog::choice() const
{
    GroupChoice choice;
    choice.groups = m_groups->value();
    choice.onlyShown = m_scope->currentIndex() == 1;
    choice.lens = m_lens->currentData().toString();
    choice.sharpness = m_sharpness->value() / 100.0;
    choice.brightness = m_brightness->value() / 100.0;
    choice.colour = m_colour->value() / 100.0;
    choice.attribute = m_writes->isChecked() ? m_attribute->currentText().trimmed() : QString();
    choice.location = m_saves->isChecked() ? m_location->path().trimmed() : QString();
    choice.copiesFiles = m_saves->isChecked() && m_copies->isChecked();
    return choice;
}

} // namespace lw::dialogs
