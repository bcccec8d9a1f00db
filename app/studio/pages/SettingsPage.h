// SPDX-License-Identifier: GPL-3.0-or-later
//! What a person can set, in four tabs; every change counts at once.
#pragma once

#include "app/studio/Page.h"

class QCheckBox;
class QFormLayout;
class QLabel;
class QTabWidget;

namespace lw::studio {

class SettingsPage final : public Page {
    Q_OBJECT

public:
    explicit SettingsPage(AppContext& context, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(SettingsPage)

    /// The anchor names a tab: "general", "canvas", "keys", "storage".
    void open(const Route& route) override;
    [[nodiscard]] QString title() const override;

private:
    void addTab(QWidget* content, const QString& name, const QString& text);
    QWidget* makeGeneral();
    QWidget* makeCanvas();
    QWidget* makeStorage();
    QWidget* makeLanguage(QWidget* parent);
    QWidget* makeTheme(QWidget* parent);
    void measureCache();
    void clearCache();

    QTabWidget* m_tabs;
    QLabel* m_cacheSize = nullptr;
};

} // namespace lw::studio
