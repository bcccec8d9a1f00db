// SPDX-License-Identifier: GPL-3.0-or-later
//! labelwright-cli: everything that needs no eyes.
#include "app/cli/CommandLine.h"

#include "translations/Translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("labelwright-cli"));
    QCoreApplication::setOrganizationName(QStringLiteral("labelwright"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LW_VERSION));
    lw::translations::init();
    // The C locale of scripts gets English with its plurals; a missing file leaves the source's English.
    const QLocale system = QLocale::system();
    QTranslator translator;
    if (translator.load(system.language() == QLocale::C ? QLocale(QLocale::English) : system,
                        QStringLiteral("labelwright"), QStringLiteral("_"), QStringLiteral(":/i18n"))) {
        QCoreApplication::installTranslator(&translator);
    }
    return lw::cli::runCommandLine(argc, argv);
}
