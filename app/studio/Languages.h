// SPDX-License-Identifier: GPL-3.0-or-later
//! Which languages there are, and switching between them while the program runs.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QTranslator>

#include <memory>
#include <vector>

namespace lw::studio {

struct Language {
    QString code; ///< "en", "zh_CN"
    QString name; ///< in its own words
};

[[nodiscard]] std::vector<Language> languages();

/// GUI thread only. One per program.
class LanguageSwitch final {
public:
    explicit LanguageSwitch(QCoreApplication& application) : m_application(application) {}
    ~LanguageSwitch();
    Q_DISABLE_COPY_MOVE(LanguageSwitch)

    /// `language` is a code, or "system". Texts made from now on are in that language.
    void apply(const QString& language);
    /// The code in force.
    [[nodiscard]] const QString& current() const { return m_current; }

private:
    void install(std::unique_ptr<QTranslator>& slot, const QString& file, const QString& folder);

    QCoreApplication& m_application;
    std::unique_ptr<QTranslator> m_own;
    std::unique_ptr<QTranslator> m_qt;
    QString m_current;
};

} // namespace lw::studio
