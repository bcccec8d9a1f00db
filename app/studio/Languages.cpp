// SPDX-License-Identifier: GPL-3.0-or-later
//! Loads our translation and Qt's own and makes numbers and dates follow.
#include "app/studio/Languages.h"

#include "translations/Translations.h"

#include <QLibraryInfo>
#include <QLocale>

namespace lw::studio {

std::vector<Language> languages()
{
    return {{QStringLiteral("en"), QStringLiteral("English")},
            {QStringLiteral("zh_CN"), QStringLiteral("\u7b80\u4f53\u4e2d\u6587")}};
}

LanguageSwitch::~LanguageSwitch()
{
    for (const auto& each : {m_own.get(), m_qt.get()}) {
        if (each) {
            m_application.removeTranslator(each);
        }
    }
}

void LanguageSwitch::apply(const QString& language)
{
    translations::init();
    const QLocale system = QLocale::system();
    const bool isChinese = language == QLatin1String("zh_CN") ||
                           (language == QLatin1String("system") && system.language() == QLocale::Chinese);
    m_current = isChinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    // The C locale of a bare system would write 1000000 without separators.
    const bool keepsSystem = system.language() != QLocale::C && (system.language() == QLocale::Chinese) == isChinese;
    QLocale::setDefault(keepsSystem ? system : QLocale(m_current));
    install(m_own, QStringLiteral("labelwright_") + m_current, QStringLiteral(":/i18n"));
    install(m_qt, QStringLiteral("qtbase_") + m_current, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

void LanguageSwitch::install(std::unique_ptr<QTranslator>& slot, const QString& file, const QString& folder)
{
    if (slot) {
        m_application.removeTranslator(slot.get());
        slot.reset();
    }
    auto translator = std::make_unique<QTranslator>();
    // English needs no file: the texts are in the source. A missing file leaves English, which is readable.
    if (translator->load(file, folder)) {
        m_application.installTranslator(translator.get());
        slot = std::move(translator);
    }
}

} // namespace lw::studio
