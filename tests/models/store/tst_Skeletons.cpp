// SPDX-License-Identifier: GPL-3.0-or-later
//! Layouts of skeletons in the project, and what a change of joints does to the samples.
#include "models/domain/Skeletons.h"
#include "models/store/BatchRepository.h"
#include "tests/support/TempProject.h"

#include <QtTest>

using namespace lw;
using domain::JointVisibility;
using domain::Shape;
using domain::SkeletonLayout;

namespace {

SkeletonLayout layout()
{
    return {{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}, {{0, 1}, {1, 2}}, {{0, 0}, {1, 0}, {0, 1}}};
}

Shape pose()
{
    return Shape::skeleton({{10, 10}, {20, 20}, {30, 30}},
                           {JointVisibility::Visible, JointVisibility::Hidden, JointVisibility::Visible});
}

} // namespace

class TestSkeletons final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_project = std::make_unique<tests::TempProject>();
        m_project->addSamples(3, [&](int i) {
            domain::Annotation a = m_project->box(m_project->cat, 5, 5, 50, 50);
            std::vector<domain::Annotation> all{a};
            if (i != 2) {
                a.shape = pose();
                all.push_back(a);
            }
            return all;
        });
        domain::Label cat = label();
        cat.skeleton = layout();
        QVERIFY(store::LabelRepository(*m_project->store).update(cat).result());
    }
    void cleanup() { m_project.reset(); }

    void keepsJointsBonesAndPlaces() { QCOMPARE(label().skeleton, layout()); }

    void readsLayoutsWithoutPlaces()
    {
        SkeletonLayout bare = layout();
        bare.places.clear();
        QCOMPARE(domain::skeletonFromJson(domain::skeletonToJson(bare)), bare);
        QCOMPARE(domain::skeletonFromJson(QStringLiteral("nonsense")), SkeletonLayout());
    }

    void skeletonsOnSamplesFollowTheJoints()
    {
        store::BatchRepository batches(*m_project->store);
        const SkeletonLayout changed{{QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("new")}, {{0, 1}}, {}};
        const auto count = batches.changeSkeleton(m_project->cat, changed, {2, 0, -1}).result();
        QVERIFY(count);
        QCOMPARE(*count, 2);
        QCOMPARE(label().skeleton, changed);
        const Shape after = Shape::skeleton(
            {{30, 30}, {10, 10}, {0, 0}}, {JointVisibility::Visible, JointVisibility::Visible, JointVisibility::Absent});
        QCOMPARE(shapeOf(0), after);
        QVERIFY(batches.undo(m_project->dataset).result());
        QCOMPARE(label().skeleton, layout());
        QCOMPARE(shapeOf(0), pose());
        QVERIFY(batches.redo(m_project->dataset).result());
        QCOMPARE(label().skeleton, changed);
        QCOMPARE(shapeOf(0), after);
        QCOMPARE(m_project->keptCounters(), m_project->recount());
    }

    void aSkeletonWithoutAnyJointLeftGoes()
    {
        store::BatchRepository batches(*m_project->store);
        const SkeletonLayout fresh{{QStringLiteral("x")}, {}, {}};
        QVERIFY(batches.changeSkeleton(m_project->cat, fresh, {-1}).result());
        QCOMPARE(annotations(0).size(), 1u);
        QCOMPARE(m_project->keptCounters(), m_project->recount());
        QVERIFY(batches.undo(m_project->dataset).result());
        QCOMPARE(shapeOf(0), pose());
        QCOMPARE(m_project->keptCounters(), m_project->recount());
    }

    void refusesWhatDoesNotFit()
    {
        store::BatchRepository batches(*m_project->store);
        const auto codeOf = [&](domain::LabelId id, const SkeletonLayout& wanted, const std::vector<int>& origins) {
            const auto done = batches.changeSkeleton(id, wanted, origins).result();
            return done ? std::nullopt : std::optional(done.error().code);
        };
        QCOMPARE(codeOf(m_project->cat, layout(), {0, 1}), core::ErrorCode::InvalidArgument);
        QCOMPARE(codeOf(m_project->cat, {{QStringLiteral("a")}, {{0, 1}}, {}}, {0}), core::ErrorCode::InvalidArgument);
        QCOMPARE(codeOf(domain::LabelId(999), layout(), {0, 1, 2}), core::ErrorCode::NotFound);
        QCOMPARE(shapeOf(0), pose());
    }

    void laysOutWhatWasNeverLaidOut()
    {
        SkeletonLayout person = domain::personLayout();
        const auto places = std::exchange(person.places, {});
        QVERIFY(domain::placesOf(person) == places);
        SkeletonLayout chain;
        for (int i = 0; i < 12; ++i) {
            chain.joints.append(QString::number(i));
            if (i > 0) {
                chain.bones.emplace_back(i - 1, i);
            }
        }
        const auto found = domain::placesOf(chain);
        QCOMPARE(found.size(), 12u);
        for (size_t a = 0; a < found.size(); ++a) {
            QVERIFY(found[a].x >= 0 && found[a].x <= 1 && found[a].y >= 0 && found[a].y <= 1);
            for (size_t b = a + 1; b < found.size(); ++b) {
                QVERIFY(std::hypot(found[a].x - found[b].x, found[a].y - found[b].y) > 0.03);
            }
        }
        QVERIFY(found == domain::placesOf(chain));
    }

private:
    [[nodiscard]] domain::Label label() const
    {
        const auto labels = store::LabelRepository(*m_project->store).list(m_project->dataset);
        return labels->front();
    }
    [[nodiscard]] std::vector<domain::Annotation> annotations(int sample) const
    {
        return store::SampleRepository(*m_project->store).annotations(m_project->ids().at(sample)).value();
    }
    [[nodiscard]] Shape shapeOf(int sample) const { return annotations(sample).back().shape; }

    std::unique_ptr<tests::TempProject> m_project;
};

QTEST_GUILESS_MAIN(TestSkeletons)
#include "tst_Skeletons.moc"
