// SPDX-License-Identifier: GPL-3.0-or-later
//! The rules and their sentences.
#include "app/scenarios/EvaluationAdvice.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <numeric>

namespace lw::scenarios {

namespace {

using domain::Evaluation;
using domain::LabelScore;

constexpr qsizetype kMostAdvice = 8;
constexpr qint64 kFewSamples = 30;
constexpr qint64 kFewOfLabel = 10;
constexpr double kUnbalanced = 8;
constexpr double kConfused = 0.15;
constexpr double kLow = 0.7;
constexpr double kGood = 0.85;
constexpr double kNoticeable = 0.15;
constexpr double kVeryWrong = 0.1;
constexpr double kGoodOverlap = 0.7; ///< of masks: edges are never drawn alike

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::EvaluationAdvice)
};

/// Samples or objects; the matrix of masks counts pixels.
qint64 truthsOf(const LabelScore& score, const Evaluation& evaluation)
{
    return evaluation.isOfMasks() ? score.objects : score.isTrue;
}

qint64 truths(const Evaluation& evaluation)
{
    qint64 sum = 0;
    for (const LabelScore& score : evaluation.scores) {
        sum += truthsOf(score, evaluation);
    }
    return sum;
}

void askForSamples(const Evaluation& evaluation, QList<Advice>& list)
{
    const qint64 all = truths(evaluation);
    if (all < kFewSamples) {
        list.append({.kind = AdviceKind::FewSamples, .count = all});
        return;
    }
    for (size_t i = 0; i < evaluation.scores.size(); ++i) {
        if (const qint64 count = truthsOf(evaluation.scores[i], evaluation); count < kFewOfLabel) {
            list.append({.kind = AdviceKind::FewOfLabel, .label = int(i), .count = count});
        }
    }
}

void findConfusion(const Evaluation& evaluation, QList<Advice>& list)
{
    const auto labels = size_t(evaluation.labels.size());
    for (size_t i = 0; i < std::min(labels, evaluation.counts.size()); ++i) {
        for (size_t j = i + 1; j < labels; ++j) {
            const qint64 mixed = evaluation.counts[i][j] + evaluation.counts[j][i];
            const qint64 both = evaluation.scores[i].isTrue + evaluation.scores[j].isTrue;
            const double share = both > 0 ? double(mixed) / double(both) : 0;
            if (mixed >= 3 && share >= kConfused) {
                list.append({.kind = AdviceKind::ConfusedPair,
                             .label = int(i),
                             .other = int(j),
                             .share = share,
                             .count = mixed});
            }
        }
    }
}

void findWeakLabels(const Evaluation& evaluation, QList<Advice>& list)
{
    for (size_t i = 0; i < evaluation.scores.size(); ++i) {
        const LabelScore& score = evaluation.scores[i];
        if (truthsOf(score, evaluation) < kFewOfLabel) {
            continue;
        }
        if (score.recall < kLow && score.recall <= score.precision) {
            list.append({.kind = AdviceKind::LowRecall, .label = int(i), .share = 1 - score.recall});
        } else if (score.precision < kLow && score.isSaid > 0) {
            list.append({.kind = AdviceKind::LowPrecision, .label = int(i), .share = 1 - score.precision});
        }
    }
}

void findImbalance(const Evaluation& evaluation, QList<Advice>& list)
{
    int most = -1;
    int least = -1;
    for (int i = 0; i < int(evaluation.scores.size()); ++i) {
        const auto countOf = [&](int label) { return truthsOf(evaluation.scores[size_t(label)], evaluation); };
        const qint64 count = countOf(i);
        most = most < 0 || count > countOf(most) ? i : most;
        least = count > 0 && (least < 0 || count < countOf(least)) ? i : least;
    }
    if (most < 0 || least < 0 || most == least) {
        return;
    }
    const LabelScore& rare = evaluation.scores[size_t(least)];
    const LabelScore& common = evaluation.scores[size_t(most)];
    const qint64 times = truthsOf(common, evaluation) / std::max<qint64>(1, truthsOf(rare, evaluation));
    if (double(times) >= kUnbalanced && rare.f1 < common.f1 - kNoticeable) {
        list.append({.kind = AdviceKind::Unbalanced,
                     .label = least,
                     .other = most,
                     .share = common.f1 - rare.f1,
                     .count = times});
    }
}

void judgeBoxes(const Evaluation& evaluation, QList<Advice>& list)
{
    if (evaluation.hasBackground()) {
        const auto& ghosts = evaluation.counts.back();
        const qint64 count = std::accumulate(ghosts.begin(), ghosts.end() - 1, qint64(0));
        qint64 others = 0; // objects, or pixels that were found where something is
        for (const LabelScore& score : evaluation.scores) {
            others += evaluation.isOfMasks() ? score.isSaid : score.isTrue;
        }
        others -= evaluation.isOfMasks() ? count : 0;
        const double share = others > 0 ? double(count) / double(count + others) : 0;
        if (count >= 5 && share > 0.25) {
            list.append({.kind = AdviceKind::Background, .share = share, .count = count});
        }
    }
    if (!evaluation.coco) {
        return;
    }
    const auto& coco = *evaluation.coco;
    if (coco[1] >= kLow && coco[2] >= 0 && coco[1] - coco[2] > 0.3) {
        list.append({.kind = AdviceKind::LooseBoxes, .share = coco[1] - coco[2]});
    }
    const double larger = std::max(coco[4], coco[5]);
    if (coco[3] >= 0 && larger - coco[3] > kNoticeable * 1.5) {
        list.append({.kind = AdviceKind::SmallObjects, .share = larger - coco[3]});
    }
}

void findSensitivity(const Evaluation& evaluation, QList<Advice>& list)
{
    for (const domain::FeatureSensitivity& each : evaluation.sensitivity) {
        if (!each.matters()) {
            continue;
        }
        const auto worst = std::min_element(
            each.groups.begin(), each.groups.end(),
            [](const domain::FeatureGroup& a, const domain::FeatureGroup& b) { return a.score < b.score; });
        list.append({.kind = AdviceKind::SensitiveFeature,
                     .share = each.spread(),
                     .feature = each.feature,
                     .isHighBad = worst - each.groups.begin() >= std::ssize(each.groups) / 2});
    }
}

double chiefNumber(const Evaluation& evaluation)
{
    return evaluation.meanIou ? *evaluation.meanIou : evaluation.coco ? (*evaluation.coco)[1] : evaluation.accuracy;
}

/// Whether the model does hardly better than somebody who guesses.
bool hasLearntNothing(const Evaluation& evaluation)
{
    constexpr double kNothingFound = 0.1;
    const double guessed = 1.15 / double(std::max<qsizetype>(2, evaluation.labels.size()));
    return chiefNumber(evaluation) < (evaluation.coco ? kNothingFound : guessed);
}

QString percent(double share)
{
    return QString(QLocale().toString(share * 100, 'f', 0) + QLocale().percent());
}

QString labelOf(const Evaluation& evaluation, int label)
{
    return label >= 0 && label < evaluation.labels.size() ? evaluation.labels.at(label) : QString();
}

struct Named {
    const char* id;
    const char* text;
};

constexpr std::array kFeatures = {
    Named{"brightness", QT_TRANSLATE_NOOP("lw::scenarios::EvaluationAdvice", "Brightness")},
    Named{"sharpness", QT_TRANSLATE_NOOP("lw::scenarios::EvaluationAdvice", "Sharpness")},
    Named{"saturation", QT_TRANSLATE_NOOP("lw::scenarios::EvaluationAdvice", "Saturation")},
    Named{"colourfulness", QT_TRANSLATE_NOOP("lw::scenarios::EvaluationAdvice", "Colourfulness")},
    Named{"contrast", QT_TRANSLATE_NOOP("lw::scenarios::EvaluationAdvice", "Contrast")},
    Named{"pixels", QT_TRANSLATE_NOOP("lw::scenarios::EvaluationAdvice", "Resolution")},
    Named{"size", QT_TRANSLATE_NOOP("lw::scenarios::EvaluationAdvice", "Resolution")},
    Named{"aspect", QT_TRANSLATE_NOOP("lw::scenarios::EvaluationAdvice", "Width to height")},
    Named{"objects", QT_TRANSLATE_NOOP("lw::scenarios::EvaluationAdvice", "Number of objects")},
    Named{"objectCount", QT_TRANSLATE_NOOP("lw::scenarios::EvaluationAdvice", "Number of objects")},
    Named{"objectArea", QT_TRANSLATE_NOOP("lw::scenarios::EvaluationAdvice", "Size of the objects")},
    Named{"objectSize", QT_TRANSLATE_NOOP("lw::scenarios::EvaluationAdvice", "Size of the objects")},
};

constexpr std::array kReasons = {
    Named{"missed", QT_TRANSLATE_NOOP("lw::scenarios::EvaluationAdvice", "Objects missed")},
    Named{"extra", QT_TRANSLATE_NOOP("lw::scenarios::EvaluationAdvice", "Found where nothing is")},
    Named{"wrong", QT_TRANSLATE_NOOP("lw::scenarios::EvaluationAdvice", "Wrong label")},
    Named{"misplaced", QT_TRANSLATE_NOOP("lw::scenarios::EvaluationAdvice", "Boxes misplaced")},
    Named{"rough", QT_TRANSLATE_NOOP("lw::scenarios::EvaluationAdvice", "Outlines off")},
    Named{"unsure", QT_TRANSLATE_NOOP("lw::scenarios::EvaluationAdvice", "Unsure")},
};

template <size_t N> QString wordFor(const std::array<Named, N>& words, const QString& id)
{
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const Named& each) { return id == QLatin1String(each.id); });
    return found == words.end()
               ? id
               : QCoreApplication::translate("lw::scenarios::EvaluationAdvice", found->text);
}

} // namespace

QList<Advice> adviceFor(const Evaluation& evaluation)
{
    if (hasLearntNothing(evaluation)) {
        return {{.kind = AdviceKind::NotLearnt, .share = std::max(0.0, chiefNumber(evaluation))}};
    }
    QList<Advice> list;
    askForSamples(evaluation, list);
    findConfusion(evaluation, list);
    findWeakLabels(evaluation, list);
    findImbalance(evaluation, list);
    judgeBoxes(evaluation, list);
    findSensitivity(evaluation, list);
    std::stable_sort(list.begin(), list.end(), [](const Advice& a, const Advice& b) {
        return a.kind != b.kind ? a.kind < b.kind : a.share > b.share;
    });
    // One kind must not drown the others.
    QList<Advice> picked;
    for (const Advice& each : std::as_const(list)) {
        const auto alike = std::count_if(picked.begin(), picked.end(),
                                         [&](const Advice& other) { return other.kind == each.kind; });
        if (alike < 3) {
            picked.append(each);
        }
    }
    const auto wrong = std::count_if(evaluation.samples.begin(), evaluation.samples.end(),
                                     [](const domain::SampleScore& each) { return each.score < kVeryWrong; });
    picked.resize(std::min(picked.size(), kMostAdvice - 1));
    if (wrong > 0) {
        picked.append({.kind = AdviceKind::CheckWorst, .count = qint64(wrong)});
    }
    if (picked.isEmpty()) {
        const double number = chiefNumber(evaluation);
        const double enough = evaluation.isOfMasks() ? kGoodOverlap : kGood;
        picked.append({.kind = number >= enough ? AdviceKind::Good : AdviceKind::MoreTraining, .share = number});
    }
    return picked;
}

QString adviceText(const Advice& advice, const Evaluation& evaluation)
{
    const QString label = labelOf(evaluation, advice.label);
    const QString other = labelOf(evaluation, advice.other);
    switch (advice.kind) {
    case AdviceKind::NotLearnt:
        return Words::tr("The model has hardly learnt anything yet. Train longer, start from pretrained weights, or try "
                         "a lower learning rate.");
    case AdviceKind::FewSamples:
        return Words::tr("Only %Ln samples or objects were compared: the numbers may be luck. Label more and evaluate "
                         "again.",
                         nullptr, int(advice.count));
    case AdviceKind::FewOfLabel:
        return Words::tr("“%1” occurs %Ln times only, so its numbers mean little. Label more of it.", nullptr,
                         int(advice.count))
            .arg(label);
    case AdviceKind::Unbalanced:
        return Words::tr("“%1” is %L3 times as frequent as “%2”, which does worse. Label more “%2” first.")
            .arg(other, label)
            .arg(advice.count);
    case AdviceKind::ConfusedPair:
        if (evaluation.isOfMasks()) {
            return Words::tr("“%1” and “%2” are mixed up on %3 of their pixels. Check whether both are labelled by the "
                             "same rule, and label more pictures that show the difference.")
                .arg(label, other, percent(advice.share));
        }
        return Words::tr("“%1” and “%2” are mixed up %L3 times. Check whether both are labelled by the same rule, and "
                         "label more pictures that show the difference.")
            .arg(label, other)
            .arg(advice.count);
    case AdviceKind::LowRecall:
        return Words::tr("%2 of “%1” are missed. Look at the missed ones: label more like them, or complete labels "
                         "that were forgotten.")
            .arg(label, percent(advice.share));
    case AdviceKind::LowPrecision:
        // Whole samples and pixels always get an answer; boxes can be left out.
        return (evaluation.hasBackground() && !evaluation.isOfMasks()
                    ? Words::tr("%2 of what is called “%1” is something else. Label more of what it is taken for, or "
                                "raise the lowest confidence.")
                    : Words::tr("%2 of what is called “%1” is something else. Label more of what it is taken for."))
            .arg(label, percent(advice.share));
    case AdviceKind::Background:
        if (evaluation.isOfMasks()) {
            return Words::tr("%1 of what is found lies where nothing is labelled. Check for forgotten labels, or add "
                             "pictures without objects.")
                .arg(percent(advice.share));
        }
        return Words::tr("%L1 times something is found where nothing is labelled. Check for forgotten labels, add "
                         "pictures without objects, or raise the lowest confidence.")
            .arg(advice.count);
    case AdviceKind::LooseBoxes:
        if (evaluation.isOfMasks()) {
            return Words::tr("Objects are found, but their outlines do not sit tight. Check whether outlines are drawn "
                             "alike, and train with larger pictures.");
        }
        return Words::tr("Objects are found, but boxes do not sit tight. Check whether boxes are drawn alike, and train "
                         "with larger pictures.");
    case AdviceKind::SmallObjects:
        return Words::tr("Small objects are found much less often than large ones. Train with larger pictures.");
    case AdviceKind::SensitiveFeature:
        return advice.isHighBad
                   ? Words::tr("Results depend on “%1”: high values do worse by %2. Label more samples of that kind.")
                         .arg(featureText(advice.feature), percent(advice.share))
                   : Words::tr("Results depend on “%1”: low values do worse by %2. Label more samples of that kind.")
                         .arg(featureText(advice.feature), percent(advice.share));
    case AdviceKind::CheckWorst:
        return Words::tr("%Ln samples are very wrong. Look at them first: often it is the label that needs mending.",
                         nullptr, int(advice.count));
    case AdviceKind::Good:
        return Words::tr("Nothing stands out: the model can be used. Try it on pictures that it has never seen.");
    case AdviceKind::MoreTraining:
        return Words::tr("Nothing in particular goes wrong, but results are low. Train longer, start from pretrained "
                         "weights, or label more.");
    }
    return {};
}

QString featureText(const QString& feature)
{
    return wordFor(kFeatures, feature);
}

QString reasonText(const QString& reason)
{
    return wordFor(kReasons, reason);
}

} // namespace lw::scenarios
