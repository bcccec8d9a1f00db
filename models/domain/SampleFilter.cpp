// SPDX-License-Identifier: GPL-3.0-or-later
//! Parser of filter expressions.
#include "models/domain/SampleFilter.h"

#include "models/domain/HardReasonNames.h"

#include <QDateTime>
#include <QRegularExpression>

namespace lw::domain {

namespace {

struct Term {
    QString key, op, value, whole;
};

/// Splits at blanks outside of double quotes.
QList<Term> splitTerms(const QString& text)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(\s*(([a-z]+)(>=|<=|=|~|<|>)("[^"]*"|[^\s"]+))\s*)"));
    QList<Term> terms;
    qsizetype at = 0;
    while (at < text.size()) {
        const auto match = pattern.match(text, at, QRegularExpression::NormalMatch,
                                         QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch()) {
            terms.append(Term{{}, {}, {}, text.mid(at).trimmed()});
            return terms;
        }
        QString value = match.captured(4);
        if (value.startsWith(u'"')) {
            value = value.mid(1, value.size() - 2);
        }
        terms.append(Term{match.captured(2), match.captured(3), value, match.captured(1)});
        at = match.capturedEnd(0);
    }
    return terms;
}

std::optional<bool> toBool(const QString& value)
{
    if (value == QLatin1String("true") || value == QLatin1String("yes") || value == QLatin1String("1")) {
        return true;
    }
    if (value == QLatin1String("false") || value == QLatin1String("no") || value == QLatin1String("0")) {
        return false;
    }
    return std::nullopt;
}

std::optional<qint64> toTime(const QString& value)
{
    QDateTime time = QDateTime::fromString(value, Qt::ISODate);
    if (!time.isValid()) {
        return std::nullopt;
    }
    return time.toMSecsSinceEpoch();
}

/// Sets the lower or upper bound that `op` names; both are inclusive, so strict operators step by `step`.
template <typename T>
bool setRange(const QString& op, T value, T step, std::optional<T>& from, std::optional<T>& to)
{
    if (op == QLatin1String(">=") || op == QLatin1String("=")) {
        from = value;
    }
    if (op == QLatin1String("<=") || op == QLatin1String("=")) {
        to = value;
    }
    if (op == QLatin1String(">")) {
        from = value + step;
    }
    if (op == QLatin1String("<")) {
        to = value - step;
    }
    return op != QLatin1String("~");
}

bool applyNumber(const Term& term, SampleFilter& filter)
{
    bool ok = false;
    if (term.key == QLatin1String("confidence")) {
        const double value = term.value.toDouble(&ok);
        return ok && setRange(term.op, value, 1e-9, filter.minConfidence, filter.maxConfidence);
    }
    const qint64 value = term.value.toLongLong(&ok);
    if (!ok) {
        return false;
    }
    const int pixels = static_cast<int>(value);
    if (term.key == QLatin1String("width")) {
        return setRange(term.op, pixels, 1, filter.minWidth, filter.maxWidth);
    }
    if (term.key == QLatin1String("height")) {
        return setRange(term.op, pixels, 1, filter.minHeight, filter.maxHeight);
    }
    return setRange(term.op, value, qint64(1), filter.minBytes, filter.maxBytes);
}

bool applyState(const QString& value, SampleFilter& filter)
{
    if (value == QLatin1String("unlabelled")) {
        filter.state = SampleState::Unlabelled;
    } else if (value == QLatin1String("labelled")) {
        filter.state = SampleState::Labelled;
    } else if (value == QLatin1String("to_confirm")) {
        filter.state = SampleState::ToConfirm;
    } else {
        return false;
    }
    return true;
}

bool applyCreated(const Term& term, SampleFilter& filter)
{
    const std::optional<qint64> time = toTime(term.value);
    if (!time) {
        return false;
    }
    if (term.op == QLatin1String(">=") || term.op == QLatin1String(">")) {
        filter.createdFrom = *time;
        return true;
    }
    if (term.op == QLatin1String("<")) {
        filter.createdTo = *time;
        return true;
    }
    return false;
}

/// "name", or "name:value,value".
bool applyAttribute(const QString& text, SampleFilter& filter)
{
    const qsizetype colon = text.indexOf(u':');
    AttributeCriterion criterion{text.left(colon), {}};
    if (colon >= 0) {
        criterion.values = text.mid(colon + 1).split(u',', Qt::SkipEmptyParts);
    }
    const bool isGood = isValidAttributeName(criterion.name) && (colon < 0 || !criterion.values.isEmpty());
    if (isGood) {
        filter.attributes.append(criterion);
    }
    return isGood;
}

/// "name,name".
bool applyReasons(const QString& text, SampleFilter& filter)
{
    for (const QString& name : text.split(u',')) {
        const auto reason = hardReasonFromName(name);
        if (!reason) {
            return false;
        }
        filter.hardReasons.append(*reason);
    }
    return true;
}

bool applyTerm(const Term& term, FilterExpression& result)
{
    SampleFilter& filter = result.filter;
    const bool equals = term.op == QLatin1String("=");
    if (term.key == QLatin1String("label") && equals) {
        filter.needsAllLabels = term.value.contains(u'&');
        result.labelNames = term.value.split(filter.needsAllLabels ? u'&' : u',', Qt::SkipEmptyParts);
        return !result.labelNames.isEmpty();
    }
    if (term.key == QLatin1String("state") && equals) {
        return applyState(term.value, filter);
    }
    if (term.key == QLatin1String("hard") && equals) {
        return (filter.isHard = toBool(term.value)).has_value();
    }
    if (term.key == QLatin1String("reason") && equals) {
        return applyReasons(term.value, filter);
    }
    if (term.key == QLatin1String("missing") && equals) {
        return (filter.isMissing = toBool(term.value)).has_value();
    }
    if (term.key == QLatin1String("name") && term.op == QLatin1String("~")) {
        filter.text = term.value;
        return true;
    }
    if (term.key == QLatin1String("folder") && equals) {
        filter.folder = term.value;
        return true;
    }
    if (term.key == QLatin1String("annotator") && equals) {
        filter.author = term.value;
        return true;
    }
    if (term.key == QLatin1String("attribute") && equals) {
        return applyAttribute(term.value, filter);
    }
    if (term.key == QLatin1String("created")) {
        return applyCreated(term, filter);
    }
    static const QStringList numbers = {QStringLiteral("confidence"), QStringLiteral("width"),
                                        QStringLiteral("height"), QStringLiteral("bytes")};
    return numbers.contains(term.key) && applyNumber(term, filter);
}

} // namespace

core::Result<FilterExpression> parseFilter(const QString& text)
{
    FilterExpression result;
    const auto terms = splitTerms(text);
    for (const Term& term : terms) {
        if (term.key.isEmpty() || !applyTerm(term, result)) {
            return core::failure(core::ErrorCode::InvalidArgument, term.whole);
        }
    }
    return result;
}

} // namespace lw::domain
