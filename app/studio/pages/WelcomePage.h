// SPDX-License-Identifier: GPL-3.0-or-later
//! The first page: recent projects, a new one, an existing one, the sample.
#pragma once

#include "app/studio/Page.h"

class QVBoxLayout;

namespace lw::studio {

class WelcomePage final : public Page {
    Q_OBJECT

public:
    explicit WelcomePage(AppContext& context, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(WelcomePage)

    void open(const Route& route) override;
    [[nodiscard]] QString title() const override;

private:
    QWidget* makeStart();
    QWidget* makeRecent();
    QWidget* makeProfileChooser();
    void fillRecent();
    void openRecent(const QString& folder);

    QVBoxLayout* m_recent = nullptr;
    QWidget* m_profiles = nullptr;
};

} // namespace lw::studio
