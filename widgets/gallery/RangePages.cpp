// SPDX-License-Identifier: GPL-3.0-or-later
//! Filter pages with a lower and an upper end: creation time, confidence, picture size.
#include "models/items/Texts.h"
#include "widgets/gallery/FilterPage.h"

#include <QButtonGroup>
#include <QCoreApplication>
#include <QDateEdit>
#include <QDateTime>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace lw::gallery {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lw::gallery::FilterPage)
};

/// "from – to", "at least from", "at most to"; empty when both are.
QString rangeText(const QString& from, const QString& to)
{
    if (from.isEmpty() && to.isEmpty()) {
        return {};
    }
    if (to.isEmpty()) {
        return Words::tr("≥ %1").arg(from);
    }
    return from.isEmpty() ? Words::tr("≤ %1").arg(to) : Words::tr("%1 – %2").arg(from, to);
}

class CreatedPage final : public FilterPage {
public:
    explicit CreatedPage(QWidget* parent)
        : FilterPage(QStringLiteral("filterCreated"), Words::tr("Added"), parent), m_choices(new QButtonGroup(this)),
          m_from(new QDateEdit(this)), m_to(new QDateEdit(this))
    {
        addChoice(QStringLiteral("createdAny"), Words::tr("Any time"), kAny);
        addChoice(QStringLiteral("createdDay"), Words::tr("Last day"), kDay);
        addChoice(QStringLiteral("createdMonth"), Words::tr("Last month"), kMonth);
        addChoice(QStringLiteral("createdCustom"), Words::tr("Between two days"), kCustom);
        auto* days = new QGridLayout;
        days->setContentsMargins(22, 0, 0, 0);
        addDay(days, 0, Words::tr("From"), m_from, QStringLiteral("createdFrom"));
        addDay(days, 1, Words::tr("To"), m_to, QStringLiteral("createdTo"));
        column()->addLayout(days);
        connect(m_choices, &QButtonGroup::idToggled, this, [this](int, bool isOn) {
            if (isOn) {
                enableDays();
                reportEdit();
            }
        });
    }

    void show(const domain::SampleFilter& filter) override
    {
        m_isShowing = true;
        const bool isOwn = filter.createdFrom == m_appliedFrom && filter.createdTo == m_appliedTo;
        const int choice = !filter.createdFrom && !filter.createdTo ? kAny : isOwn ? m_applied : kCustom;
        const QDate today = QDate::currentDate();
        m_from->setDate(filter.createdFrom ? QDateTime::fromMSecsSinceEpoch(*filter.createdFrom).date() : today);
        m_to->setDate(filter.createdTo ? QDateTime::fromMSecsSinceEpoch(*filter.createdTo - 1).date() : today);
        m_choices->button(choice)->setChecked(true);
        enableDays();
        m_isShowing = false;
    }

    void apply(domain::SampleFilter& filter) const override
    {
        reset(filter);
        const QDateTime now = QDateTime::currentDateTime();
        m_applied = m_choices->checkedId();
        if (m_applied == kDay) {
            filter.createdFrom = now.addDays(-1).toMSecsSinceEpoch();
        } else if (m_applied == kMonth) {
            filter.createdFrom = now.addMonths(-1).toMSecsSinceEpoch();
        } else if (m_applied == kCustom) {
            filter.createdFrom = m_from->date().startOfDay().toMSecsSinceEpoch();
            filter.createdTo = m_to->date().addDays(1).startOfDay().toMSecsSinceEpoch();
        }
        m_appliedFrom = filter.createdFrom;
        m_appliedTo = filter.createdTo;
    }

    void reset(domain::SampleFilter& filter) const override
    {
        filter.createdFrom.reset();
        filter.createdTo.reset();
    }

    [[nodiscard]] QString summary(const domain::SampleFilter& filter) const override
    {
        if (!filter.createdFrom && !filter.createdTo) {
            return {};
        }
        if (filter.createdFrom == m_appliedFrom && filter.createdTo == m_appliedTo && m_applied != kCustom) {
            return m_applied == kDay ? Words::tr("Added in the last day") : Words::tr("Added in the last month");
        }
        const auto day = [](std::optional<qint64> at, int shift) {
            return at ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(*at + shift).date(), QLocale::ShortFormat)
                      : QString();
        };
        return Words::tr("Added %1").arg(rangeText(day(filter.createdFrom, 0), day(filter.createdTo, -1)));
    }

private:
    enum { kAny, kDay, kMonth, kCustom };

    void addChoice(const QString& name, const QString& text, int id)
    {
        auto* button = new QRadioButton(text, this);
        button->setObjectName(name);
        m_choices->addButton(button, id);
        column()->addWidget(button);
    }

    void addDay(QGridLayout* grid, int row, const QString& text, QDateEdit* field, const QString& name)
    {
        field->setObjectName(name);
        field->setAccessibleName(text);
        field->setCalendarPopup(true);
        auto* label = new QLabel(text, this);
        label->setBuddy(field);
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1);
        connect(field, &QDateEdit::dateChanged, this, [this] { reportEdit(); });
    }

    void enableDays()
    {
        m_from->setEnabled(m_choices->checkedId() == kCustom);
        m_to->setEnabled(m_choices->checkedId() == kCustom);
    }

    QButtonGroup* m_choices;
    QDateEdit* m_from;
    QDateEdit* m_to;
    // What the fields last wrote: tells "last day" from a custom range that begins at the same moment.
    mutable int m_applied = kAny;
    mutable std::optional<qint64> m_appliedFrom;
    mutable std::optional<qint64> m_appliedTo;
};

/// A row of two fields whose lowest value means "no limit".
template <typename Box> class Range {
public:
    Range(QWidget* parent, QGridLayout* grid, const QString& name, const QString& text, const QString& unit)
        : m_from(new Box(parent)), m_to(new Box(parent))
    {
        const int row = grid->rowCount();
        grid->addWidget(new QLabel(text, parent), row, 0);
        addBox(m_from, QString(name + QStringLiteral("Min")), Words::tr("%1, at least").arg(text), unit);
        addBox(m_to, QString(name + QStringLiteral("Max")), Words::tr("%1, at most").arg(text), unit);
        grid->addWidget(m_from, row, 1);
        grid->addWidget(new QLabel(QStringLiteral("–"), parent), row, 2);
        grid->addWidget(m_to, row, 3);
    }

    template <typename Action> void onEdit(QObject* context, Action action)
    {
        using Value = decltype(m_from->value());
        for (Box* box : {m_from, m_to}) {
            QObject::connect(box, qOverload<Value>(&Box::valueChanged), context, action);
        }
    }

    void setLimits(double highest, int decimals, double step)
    {
        for (Box* box : {m_from, m_to}) {
            if constexpr (std::is_same_v<Box, QDoubleSpinBox>) {
                box->setDecimals(decimals);
            }
            box->setSingleStep(step);
            box->setRange(-step, highest);
            box->setValue(-step);
        }
    }

    template <typename T> void show(const std::optional<T>& from, const std::optional<T>& to, double scale = 1)
    {
        m_from->setValue(from ? static_cast<double>(*from) / scale : m_from->minimum());
        m_to->setValue(to ? static_cast<double>(*to) / scale : m_to->minimum());
    }

    template <typename T> void apply(std::optional<T>& from, std::optional<T>& to, double scale = 1) const
    {
        from = m_from->value() < 0 ? std::nullopt : std::optional<T>(static_cast<T>(m_from->value() * scale));
        to = m_to->value() < 0 ? std::nullopt : std::optional<T>(static_cast<T>(m_to->value() * scale));
    }

private:
    static void addBox(Box* box, const QString& name, const QString& text, const QString& unit)
    {
        box->setObjectName(name);
        box->setAccessibleName(text);
        box->setSuffix(unit);
        box->setSpecialValueText(Words::tr("any"));
        box->setMinimumWidth(110);
    }

    Box* m_from;
    Box* m_to;
};

class ConfidencePage final : public FilterPage {
public:
    explicit ConfidencePage(QWidget* parent)
        : FilterPage(QStringLiteral("filterConfidence"), Words::tr("Confidence"), parent), m_grid(new QGridLayout),
          m_range(this, m_grid, QStringLiteral("confidence"), Words::tr("Lowest on the sample"), {})
    {
        column()->addLayout(m_grid);
        m_range.setLimits(1.0, 2, 0.05);
        m_range.onEdit(this, [this] { reportEdit(); });
    }

    void show(const domain::SampleFilter& filter) override
    {
        m_isShowing = true;
        m_range.show(filter.minConfidence, filter.maxConfidence);
        m_isShowing = false;
    }

    void apply(domain::SampleFilter& filter) const override
    {
        m_range.apply(filter.minConfidence, filter.maxConfidence);
    }

    void reset(domain::SampleFilter& filter) const override
    {
        filter.minConfidence.reset();
        filter.maxConfidence.reset();
    }

    [[nodiscard]] QString summary(const domain::SampleFilter& filter) const override
    {
        const auto text = [](std::optional<double> value) {
            return value ? QLocale().toString(*value, 'f', 2) : QString();
        };
        const QString range = rangeText(text(filter.minConfidence), text(filter.maxConfidence));
        return range.isEmpty() ? QString() : Words::tr("Confidence %1").arg(range);
    }

private:
    QGridLayout* m_grid;
    Range<QDoubleSpinBox> m_range;
};

class SizePage final : public FilterPage {
public:
    explicit SizePage(QWidget* parent)
        : FilterPage(QStringLiteral("filterSize"), Words::tr("Picture size"), parent), m_grid(new QGridLayout),
          m_width(this, m_grid, QStringLiteral("width"), Words::tr("Width"), Words::tr(" px")),
          m_height(this, m_grid, QStringLiteral("height"), Words::tr("Height"), Words::tr(" px")),
          m_bytes(this, m_grid, QStringLiteral("bytes"), Words::tr("File"), Words::tr(" MB"))
    {
        column()->addLayout(m_grid);
        m_width.setLimits(1'000'000, 0, 1);
        m_height.setLimits(1'000'000, 0, 1);
        m_bytes.setLimits(1'000'000, 1, 0.5);
        m_width.onEdit(this, [this] { reportEdit(); });
        m_height.onEdit(this, [this] { reportEdit(); });
        m_bytes.onEdit(this, [this] { reportEdit(); });
    }

    void show(const domain::SampleFilter& filter) override
    {
        m_isShowing = true;
        m_width.show(filter.minWidth, filter.maxWidth);
        m_height.show(filter.minHeight, filter.maxHeight);
        m_bytes.show(filter.minBytes, filter.maxBytes, kMegabyte);
        m_isShowing = false;
    }

    void apply(domain::SampleFilter& filter) const override
    {
        m_width.apply(filter.minWidth, filter.maxWidth);
        m_height.apply(filter.minHeight, filter.maxHeight);
        m_bytes.apply(filter.minBytes, filter.maxBytes, kMegabyte);
    }

    void reset(domain::SampleFilter& filter) const override
    {
        filter.minWidth = filter.maxWidth = filter.minHeight = filter.maxHeight = std::nullopt;
        filter.minBytes = filter.maxBytes = std::nullopt;
    }

    [[nodiscard]] QString summary(const domain::SampleFilter& filter) const override
    {
        const auto pixels = [](std::optional<int> value) { return value ? QLocale().toString(*value) : QString(); };
        const auto bytes = [](std::optional<qint64> value) { return value ? items::bytesText(*value) : QString(); };
        const QString width = rangeText(pixels(filter.minWidth), pixels(filter.maxWidth));
        const QString height = rangeText(pixels(filter.minHeight), pixels(filter.maxHeight));
        const QString size = rangeText(bytes(filter.minBytes), bytes(filter.maxBytes));
        QStringList parts;
        if (!width.isEmpty()) {
            parts.append(Words::tr("Width %1").arg(width));
        }
        if (!height.isEmpty()) {
            parts.append(Words::tr("Height %1").arg(height));
        }
        if (!size.isEmpty()) {
            parts.append(Words::tr("File %1").arg(size));
        }
        return parts.join(QStringLiteral(", "));
    }

private:
    static constexpr double kMegabyte = 1024.0 * 1024.0;

    QGridLayout* m_grid;
    Range<QSpinBox> m_width;
    Range<QSpinBox> m_height;
    Range<QDoubleSpinBox> m_bytes;
};

} // namespace

FilterPage* makeCreatedPage(QWidget* parent)
{
    return new CreatedPage(parent);
}

FilterPage* makeConfidencePage(QWidget* parent)
{
    return new ConfidencePage(parent);
}

FilterPage* makeSizePage(QWidget* parent)
{
    return new SizePage(parent);
}

} // namespace lw::gallery
