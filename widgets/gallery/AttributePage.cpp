// SPDX-License-Identifier: GPL-3.0-or-later
//! Filter by attributes of samples, such as the group that auto-grouping gave.
#include "models/domain/SampleAttributes.h"
#include "widgets/gallery/FilterPage.h"

#include <QCoreApplication>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace lw::gallery {

namespace {

constexpr int kNameRole = Qt::UserRole;
constexpr int kValueRole = Qt::UserRole + 1;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lw::gallery::AttributePage)
};

class ListedAttributes final : public AttributePage {
public:
    explicit ListedAttributes(QWidget* parent)
        : AttributePage(QStringLiteral("filterAttribute"), Words::tr("Attribute"), parent), m_list(new QListWidget(this)),
          m_none(new QLabel(Words::tr("No sample has an attribute yet. Auto-grouping makes one."), this))
    {
        m_list->setObjectName(QStringLiteral("attributeValues"));
        m_list->setAccessibleName(title());
        m_list->setFixedSize(300, 260);
        m_list->setTextElideMode(Qt::ElideMiddle);
        m_none->setWordWrap(true);
        m_none->setFixedWidth(300);
        column()->addWidget(m_list);
        column()->addWidget(m_none);
        connect(m_list, &QListWidget::itemChanged, this, [this] { reportEdit(); });
        fill();
    }

    void setAttributes(const std::vector<domain::AttributeUse>& attributes) override
    {
        m_attributes = attributes;
        fill();
    }

    void show(const domain::SampleFilter& filter) override
    {
        m_chosen = filter.attributes;
        fill();
    }

    void apply(domain::SampleFilter& filter) const override
    {
        filter.attributes.clear();
        for (int row = 0; row < m_list->count(); ++row) {
            const QListWidgetItem* item = m_list->item(row);
            if (item->checkState() == Qt::Checked) {
                criterion(filter.attributes, item->data(kNameRole).toString())
                    .values.append(item->data(kValueRole).toString());
            }
        }
    }

    void reset(domain::SampleFilter& filter) const override { filter.attributes.clear(); }

    [[nodiscard]] QString summary(const domain::SampleFilter& filter) const override
    {
        QStringList words;
        for (const domain::AttributeCriterion& each : filter.attributes) {
            //: an attribute of samples, then its values
            words.append(each.values.isEmpty() ? each.name
                                               : Words::tr("%1: %2").arg(each.name, each.values.join(Words::tr(", "))));
        }
        return words.join(Words::tr("; "));
    }

private:
    static domain::AttributeCriterion& criterion(QList<domain::AttributeCriterion>& all, const QString& name)
    {
        for (domain::AttributeCriterion& each : all) {
            if (each.name == name) {
                return each;
            }
        }
        all.append({name, {}});
        return all.last();
    }

    [[nodiscard]] bool isChosen(const QString& name, const QString& value) const
    {
        return std::any_of(m_chosen.begin(), m_chosen.end(), [&](const domain::AttributeCriterion& each) {
            return each.name == name && (each.values.isEmpty() || each.values.contains(value));
        });
    }

    void fill()
    {
        m_isShowing = true;
        m_list->clear();
        const QLocale locale;
        for (const domain::AttributeUse& use : m_attributes) {
            for (const domain::AttributeValueUse& value : use.values) {
                //: an attribute of samples, its value, and how many samples have it
                auto* item = new QListWidgetItem(
                    Words::tr("%1: %2  (%3)").arg(use.name, value.value, locale.toString(value.samples)), m_list);
                item->setData(kNameRole, use.name);
                item->setData(kValueRole, value.value);
                item->setCheckState(isChosen(use.name, value.value) ? Qt::Checked : Qt::Unchecked);
            }
        }
        m_list->setVisible(m_list->count() > 0);
        m_none->setVisible(m_list->count() == 0);
        m_isShowing = false;
    }

    std::vector<domain::AttributeUse> m_attributes;
    QList<domain::AttributeCriterion> m_chosen;
    QListWidget* m_list;
    QLabel* m_none;
};

} // namespace

AttributePage* makeAttributePage(QWidget* parent)
{
    return new ListedAttributes(parent);
}

} // namespace lw::gallery
