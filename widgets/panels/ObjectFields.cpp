// SPDX-License-Identifier: GPL-3.0-or-later
//! Shows and edits the properties of objects.
#include "widgets/panels/ObjectFields.h"

#include "models/document/LabelSet.h"
#include "widgets/common/ColourButton.h"
#include "widgets/common/Theme.h"
#include "widgets/panels/CoordinateFields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace lw::panels {

namespace commands = document::commands;
using domain::Annotation;
using Objects = std::vector<const Annotation*>;

namespace {

/// Percent that stand for no confidence.
constexpr double kNoConfidence = -1;

/// What all objects have in common, or the fallback.
template <typename Value, typename Getter> Value shared(const Objects& objects, const Value& fallback, Getter get)
{
    const Value first = get(*objects.front());
    const bool isSame =
        std::all_of(objects.begin(), objects.end(), [&](const Annotation* o) { return get(*o) == first; });
    return isSame ? first : fallback;
}

} // namespace

ObjectFields::ObjectFields(document::SampleDocument& document, document::LabelSet& labels, QWidget* parent)
    : QWidget(parent), m_document(document), m_labels(labels), m_label(new QComboBox(this)),
      m_coordinates(new CoordinateFields(this)), m_pose(new QComboBox(this)), m_form(new QFormLayout(this)),
      m_attributes(new QFormLayout)
{
    setObjectName(QStringLiteral("objectFields"));
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_label->setObjectName(QStringLiteral("objectLabel"));
    m_label->setAccessibleName(tr("Label"));
    m_label->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_label->setMinimumContentsLength(6);
    m_form->addRow(tr("Label"), m_label);
    m_form->addRow(m_coordinates);
    m_form->addRow(makeMarks());
    m_form->addRow(tr("Confidence"), makeConfidence());
    m_pose->setObjectName(QStringLiteral("objectPose"));
    m_pose->setAccessibleName(tr("Pose"));
    m_pose->setEditable(true);
    m_pose->lineEdit()->setPlaceholderText(tr("Unspecified"));
    for (const char* pose : {"", "Frontal", "Rear", "Left", "Right"}) {
        m_pose->addItem(QString::fromLatin1(pose)); // the field's own words: they go into files as they are
    }
    m_form->addRow(tr("Pose"), m_pose);
    m_form->addRow(m_attributes);
    connect(m_coordinates, &CoordinateFields::edited, this, &ObjectFields::applyShape);
    connect(m_label, &QComboBox::activated, this, [this](int row) {
        commands::changeLabel(m_document, m_ids, domain::LabelId(m_label->itemData(row).toLongLong()), m_author);
    });
    const auto applyPose = [this] {
        if (!m_isRefreshing && !m_ids.empty()) {
            commands::FlagChange change;
            change.pose = m_pose->currentText().trimmed();
            commands::changeFlags(m_document, m_ids, change, m_author);
        }
    };
    connect(m_pose, &QComboBox::activated, this, applyPose);
    connect(m_pose->lineEdit(), &QLineEdit::editingFinished, this, applyPose);
    connect(&m_document, &document::SampleDocument::changed, this, &ObjectFields::refresh);
    connect(&m_labels, &document::LabelSet::changed, this, [this] {
        refreshLabels();
        refresh();
    });
    refreshLabels();
    refresh();
}

ObjectFields::~ObjectFields() = default;

QWidget* ObjectFields::makeMarks()
{
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    const std::array names = {QStringLiteral("hard"), QStringLiteral("difficult"), QStringLiteral("truncated"),
                              QStringLiteral("occluded")};
    const std::array texts = {tr("Hard"), tr("Difficult"), tr("Truncated"), tr("Occluded")};
    const std::array tips = {tr("A hard example for the model"), tr("Hard to recognise, left out of evaluations"),
                             tr("Extends beyond the edge of the picture"), tr("Partly covered by something else")};
    for (size_t i = 0; i < m_marks.size(); ++i) {
        auto* check = new QCheckBox(texts.at(i), box);
        check->setObjectName(names.at(i));
        check->setToolTip(tips.at(i));
        grid->addWidget(check, static_cast<int>(i / 2), static_cast<int>(i % 2));
        connect(check, &QCheckBox::clicked, this, [this, i](bool isSet) { applyMark(static_cast<Mark>(i), isSet); });
        m_marks.at(i) = check;
    }
    return box;
}

QWidget* ObjectFields::makeConfidence()
{
    m_confidence = new QDoubleSpinBox(this);
    m_confidence->setObjectName(QStringLiteral("objectConfidence"));
    m_confidence->setAccessibleName(tr("Confidence"));
    m_confidence->setToolTip(tr("How sure the program or a model was; work by people has none"));
    m_confidence->setRange(kNoConfidence, 100);
    m_confidence->setDecimals(1);
    m_confidence->setSuffix(QStringLiteral("%"));
    m_confidence->setSpecialValueText(tr("Not set"));
    m_confidence->setKeyboardTracking(false);
    connect(m_confidence, &QDoubleSpinBox::valueChanged, this, [this](double percent) {
        if (!m_isRefreshing && !m_ids.empty()) {
            commands::FlagChange change;
            change.confidence = percent < 0 ? -1 : percent / 100;
            commands::changeFlags(m_document, m_ids, change, m_author);
        }
    });
    return m_confidence;
}

void ObjectFields::refreshConfidence(const Objects& selected)
{
    const double share =
        selected.empty() ? -1 : shared(selected, -1.0, [](const Annotation& a) { return a.confidence.value_or(-1); });
    m_confidence->setValue(share < 0 ? kNoConfidence : share * 100);
}

Objects ObjectFields::objects() const
{
    Objects objects;
    for (domain::AnnotationId id : m_ids) {
        if (const Annotation* annotation = m_document.find(id)) {
            objects.push_back(annotation);
        }
    }
    return objects;
}

void ObjectFields::setObjects(const commands::Ids& ids)
{
    m_ids = ids;
    refresh();
}

void ObjectFields::refreshLabels()
{
    m_isRefreshing = true;
    m_label->clear();
    for (const domain::Label& label : m_labels.labels()) {
        m_label->addItem(common::colourIcon(QColor::fromRgba(label.colour)), label.name, label.id.value);
    }
    m_isRefreshing = false;
}

void ObjectFields::refresh()
{
    const Objects selected = objects();
    setEnabled(!selected.empty());
    m_isRefreshing = true;
    if (selected.empty()) {
        showNothing();
        m_isRefreshing = false;
        return;
    }
    const domain::LabelId label = shared(selected, domain::LabelId(), [](const Annotation& a) { return a.labelId; });
    m_label->setCurrentIndex(m_label->findData(label.value));
    const QString pose = shared(selected, QString(), [](const Annotation& a) { return a.pose; });
    if (!m_pose->lineEdit()->hasFocus() || !m_pose->lineEdit()->isModified()) {
        m_pose->setCurrentText(pose);
    }
    refreshCoordinates(selected);
    refreshMarks(selected);
    refreshConfidence(selected);
    refreshAttributes(selected);
    m_isRefreshing = false;
}

void ObjectFields::showNothing()
{
    m_label->setCurrentIndex(-1);
    m_pose->setCurrentText({});
    m_coordinates->clear();
    for (QCheckBox* mark : m_marks) {
        mark->setTristate(false);
        mark->setChecked(false);
    }
    refreshConfidence({});
    refreshAttributes({});
}

void ObjectFields::refreshCoordinates(const Objects& selected)
{
    selected.size() == 1 ? m_coordinates->setShape(selected.front()->shape) : m_coordinates->clear();
}

void ObjectFields::refreshMarks(const Objects& selected)
{
    static constexpr std::array<bool Annotation::*, kMarkCount> kMembers = {
        &Annotation::isHard, &Annotation::isDifficult, &Annotation::isTruncated, &Annotation::isOccluded};
    for (size_t i = 0; i < kMembers.size(); ++i) {
        const auto get = [member = kMembers.at(i)](const Annotation& a) {
            return int(a.*member ? Qt::Checked : Qt::Unchecked);
        };
        const auto state = static_cast<Qt::CheckState>(shared(selected, int(Qt::PartiallyChecked), get));
        m_marks.at(i)->setTristate(state == Qt::PartiallyChecked);
        m_marks.at(i)->setCheckState(state);
    }
}

void ObjectFields::refreshAttributes(const Objects& selected)
{
    const domain::LabelId id = selected.empty()
                                   ? domain::LabelId()
                                   : shared(selected, domain::LabelId(), [](const Annotation& a) { return a.labelId; });
    const domain::Label* label = m_labels.find(id);
    QString key;
    for (const domain::LabelAttribute& attribute : label ? label->attributes : std::vector<domain::LabelAttribute>()) {
        key += attribute.name + u'=' + attribute.values.join(u'|') + u'\n';
    }
    if (key != m_attributesKey) {
        m_attributesKey = key;
        while (m_attributes->rowCount() > 0) {
            m_attributes->removeRow(0);
        }
        if (label) {
            for (const domain::LabelAttribute& attribute : label->attributes) {
                addAttribute(attribute);
            }
        }
    }
    for (int row = 0; row < m_attributes->rowCount(); ++row) {
        auto* field = qobject_cast<QComboBox*>(m_attributes->itemAt(row, QFormLayout::FieldRole)->widget());
        const QString name = field->property("attribute").toString();
        const QString value =
            shared(selected, QString(), [&](const Annotation& a) { return a.attributes.value(name); });
        if (field->currentText() != value) {
            field->setCurrentText(value);
        }
    }
}

void ObjectFields::addAttribute(const domain::LabelAttribute& attribute)
{
    // Offered values may be typed too: imported annotations have others.
    auto* field = new QComboBox(this);
    field->setObjectName(QString(QStringLiteral("attribute-") + attribute.name));
    field->setAccessibleName(attribute.name);
    field->setProperty("attribute", attribute.name);
    field->setEditable(true);
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field->setMinimumContentsLength(6);
    field->addItem(QString());
    field->addItems(attribute.values);
    field->lineEdit()->setPlaceholderText(tr("Not set"));
    const auto apply = [this, field, name = attribute.name] {
        if (!m_isRefreshing && !m_ids.empty()) {
            commands::setAttribute(m_document, m_ids, name, field->currentText().trimmed(), m_author);
        }
    };
    connect(field, &QComboBox::activated, this, apply);
    connect(field->lineEdit(), &QLineEdit::editingFinished, this, apply);
    m_attributes->addRow(attribute.name, field);
}

void ObjectFields::applyShape(const domain::Shape& shape)
{
    const Objects selected = objects();
    if (m_isRefreshing || selected.size() != 1) {
        return;
    }
    const domain::Sample& sample = m_document.sample();
    const bool isSizeKnown = sample.width > 0 && sample.height > 0;
    commands::reshape(
        m_document,
        {{selected.front()->id, isSizeKnown ? domain::clampedToImage(shape, sample.width, sample.height) : shape}},
        m_author);
    refresh();
}

void ObjectFields::applyMark(Mark mark, bool isSet)
{
    commands::FlagChange change;
    switch (mark) {
    case Hard:
        change.isHard = isSet;
        break;
    case Difficult:
        change.isDifficult = isSet;
        break;
    case Truncated:
        change.isTruncated = isSet;
        break;
    case Occluded:
        change.isOccluded = isSet;
        break;
    case kMarkCount:
        return;
    }
    commands::changeFlags(m_document, m_ids, change, m_author);
}

} // namespace lw::panels
