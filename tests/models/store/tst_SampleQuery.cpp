// SPDX-License-Identifier: GPL-3.0-or-later
//! Every criterion of the filter, alone and combined, against what a plain walk over the samples gives.
#include "models/store/BatchRepository.h"
#include "tests/support/TempProject.h"

#include <QtTest>

using namespace lw;
using domain::SampleFilter;

class TestSampleQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Every third sample has a cat, every fifth a dog; confidence falls with the number.
        m_project.addSamples(200, [this](int i) {
            std::vector<domain::Annotation> boxes;
            if (i % 3 == 0) {
                boxes.push_back(m_project.box(m_project.cat, 1, 2, 3, 4));
            }
            if (i % 5 == 0) {
                boxes.push_back(m_project.box(m_project.dog, 10, 20, 30, 40));
                boxes.back().confidence = 1.0 - i / 200.0;
            }
            return boxes;
        });
        const QList<domain::SampleId> all = m_project.ids();
        QVERIFY(store::BatchRepository(*m_project.store).setHard(m_project.dataset, all.mid(10, 20), true).result());
    }

    void answersAsAWalkWould_data()
    {
        QTest::addColumn<QString>("expression");
        for (const char* text : {"", "state=labelled", "state=unlabelled", "hard=true", "hard=false", "label=cat",
                                 "label=cat,dog", "label=cat&dog", "name~01", "name~_", "name~%", "label=dog confidence>=0.5",
                                 "confidence<0.25", "width>=641", "width<=640 height=480", "annotator=human hard=true",
                                 "state=labelled label=dog hard=true name~0015", "created>=2020-01-01",
                                 "created<2020-01-01", "missing=true", "folder=nowhere"}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }

    void answersAsAWalkWould()
    {
        QFETCH(QString, expression);
        auto parsed = domain::parseFilter(expression);
        QVERIFY(parsed.has_value());
        SampleFilter filter = parsed->filter;
        for (const QString& name : parsed->labelNames) {
            filter.labels.append(name == QLatin1String("cat") ? m_project.cat : m_project.dog);
        }
        QList<domain::SampleId> expected;
        QVERIFY(store::SampleRepository(*m_project.store)
                    .forEach(m_project.dataset, {}, [&](const domain::Sample& s, std::vector<domain::Annotation>&& a) {
                        if (passes(filter, s, a)) {
                            expected.append(s.id);
                        }
                        return true;
                    }));
        QCOMPARE(m_project.ids(filter), expected);
    }

    void pickedSamplesCombineWithOtherCriteria()
    {
        const QList<domain::SampleId> all = m_project.ids();
        SampleFilter filter;
        filter.samples = {all.at(30), all.at(2), all.at(15), domain::SampleId(all.last().value + 1000)};
        QCOMPARE(m_project.ids(filter), (QList<domain::SampleId>{all.at(2), all.at(15), all.at(30)}));
        filter.labels = {m_project.dog};
        QCOMPARE(m_project.ids(filter), (QList<domain::SampleId>{all.at(15), all.at(30)}));
        filter.state = domain::SampleState::Unlabelled;
        QVERIFY(m_project.ids(filter).isEmpty());
    }

    void sortsBothWays()
    {
        const store::SampleRepository samples(*m_project.store);
        auto byName = samples.ids(m_project.dataset, {}, domain::SampleSort::Name);
        auto descending = samples.ids(m_project.dataset, {}, domain::SampleSort::Name, true);
        QCOMPARE(byName->first(), descending->last());
        auto byCount = samples.ids(m_project.dataset, {}, domain::SampleSort::AnnotationCount, true);
        QCOMPARE(samples.find(byCount->first())->annotationCount, 2);
        QCOMPARE(byCount->size(), 200);
    }

    void rejectsUnknownTerms()
    {
        for (const char* text : {"colour=red", "state=gone", "hard=maybe", "reason=nonsense", "width>wide", "label", "created>=yesterday"}) {
            const auto parsed = domain::parseFilter(QString::fromLatin1(text));
            QVERIFY2(!parsed.has_value(), text);
            QCOMPARE(parsed.error().detail, QString::fromLatin1(text));
        }
    }

    void countsLabelsOfASelection()
    {
        const QList<domain::SampleId> all = m_project.ids();
        const auto uses = store::SampleRepository(*m_project.store).labelUse(m_project.dataset, all.mid(0, 16));
        QCOMPARE(uses->size(), size_t(2));
        QCOMPARE(uses->at(0).label, m_project.cat);
        QCOMPARE(uses->at(0).samples, 6);
        QCOMPARE(uses->at(1).annotations, 4);
    }

private:
    static bool passes(const SampleFilter& f, const domain::Sample& s, const std::vector<domain::Annotation>& a)
    {
        const auto has = [&](domain::LabelId id) {
            return std::any_of(a.begin(), a.end(), [id](const domain::Annotation& x) { return x.labelId == id; });
        };
        const bool labels = f.labels.isEmpty() ||
                            (f.needsAllLabels ? std::all_of(f.labels.begin(), f.labels.end(), has)
                                              : std::any_of(f.labels.begin(), f.labels.end(), has));
        const bool confidence = (!f.minConfidence || (s.minConfidence && *s.minConfidence >= *f.minConfidence)) &&
                                (!f.maxConfidence || (s.minConfidence && *s.minConfidence <= *f.maxConfidence));
        return labels && confidence && (!f.state || s.state == *f.state) && (!f.isHard || s.isHard == *f.isHard) &&
               (f.text.isEmpty() || s.name.contains(f.text) || s.folder.contains(f.text)) &&
               (f.folder.isEmpty() || s.folder == f.folder) && (!f.minWidth || s.width >= *f.minWidth) &&
               (!f.maxWidth || s.width <= *f.maxWidth) && (!f.minHeight || s.height >= *f.minHeight) &&
               (!f.maxHeight || s.height <= *f.maxHeight) && (f.author.isEmpty() || s.author == f.author) &&
               (!f.createdFrom || s.createdAt >= *f.createdFrom) && (!f.createdTo || s.createdAt < *f.createdTo) &&
               (!f.isMissing || s.isMissing == *f.isMissing);
    }

    tests::TempProject m_project;
};

QTEST_GUILESS_MAIN(TestSampleQuery)
#include "tst_SampleQuery.moc"
