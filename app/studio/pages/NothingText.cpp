// SPDX-License-Identifier: GPL-3.0-or-later
//! A tab that is empty by itself is good news or a hint; with filters it is the filters.
#include "app/studio/pages/NothingText.h"

#include <QCoreApplication>

namespace lw::studio {

namespace {

class Nothing {
    Q_DECLARE_TR_FUNCTIONS(lw::studio::Nothing)
};

} // namespace

NothingText nothingText(const domain::SampleFilter& filter)
{
    domain::SampleFilter rest = filter;
    rest.state.reset();
    if (!filter.state || !rest.isEmpty()) {
        return {Nothing::tr("Nothing matches"), Nothing::tr("No sample matches the tab and the filters."),
                Nothing::tr("Remove all filters")};
    }
    const QString all = Nothing::tr("Show all samples");
    switch (*filter.state) {
    case domain::SampleState::Unlabelled:
        return {Nothing::tr("Nothing is unlabelled"),
                Nothing::tr("Every sample has labels, or proposals that wait under “To confirm”."), all};
    case domain::SampleState::ToConfirm:
        return {Nothing::tr("Nothing to confirm"), Nothing::tr("Smart labelling puts its proposals here."), all};
    case domain::SampleState::Labelled:
        break;
    }
    return {Nothing::tr("Nothing is labelled yet"),
            Nothing::tr("Label some samples by hand; then smart labelling proposes labels for the rest."), all};
}

} // namespace lw::studio
