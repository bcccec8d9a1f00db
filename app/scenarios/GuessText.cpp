// SPDX-License-Identifier: GPL-3.0-or-later
//! Sentences for clues.
#include "app/scenarios/GuessText.h"

#include "app/scenarios/LossText.h"

#include <QCoreApplication>

namespace lw::scenarios {

using formats::Clue;

namespace {

struct Guesses {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::Guesses)
};

/// %1 is the file or folder, %2 the format.
QString sentenceOf(Clue clue)
{
    switch (clue) {
    case Clue::CocoJson:
        return Guesses::tr("“%1” has images, annotations and categories: %2.");
    case Clue::LabelMeJson:
        return Guesses::tr("“%1” has shapes and the path of a picture: %2.");
    case Clue::ManifestRows:
        return Guesses::tr("“%1” has a row with a source for each picture: %2.");
    case Clue::VocXml:
        return Guesses::tr("“%1” is an XML file that describes one picture: %2.");
    case Clue::VocFolders:
        return Guesses::tr("There are folders “%1” and “JPEGImages”: %2.");
    case Clue::CvatXml:
        return Guesses::tr("“%1” is an XML file that describes several pictures: %2.");
    case Clue::YoloNames:
        return Guesses::tr("“%1” lists the names of classes: %2.");
    case Clue::YoloRows:
        return Guesses::tr("“%1” has rows with a class number and shares of the picture's size: %2.");
    case Clue::DotaRows:
        return Guesses::tr("“%1” has rows with four corners and a label: %2.");
    case Clue::LabelRows:
        return Guesses::tr("“%1” has labels and lies beside its picture: %2.");
    case Clue::LabelFolders:
        return Guesses::tr("The pictures lie in folders such as “%1”: %2.");
    case Clue::CsvColumns:
        return Guesses::tr("The first row of “%1” names pictures and labels: %2.");
    case Clue::MaskFolders:
        return Guesses::tr("“%1” is a mask with the name of a picture: %2.");
    case Clue::ColourMap:
        return Guesses::tr("“%1” says what the colours of masks mean: %2.");
    }
    return {};
}

} // namespace

QString guessText(const formats::FormatGuess& guess)
{
    const formats::Format* format = formats::findFormat(guess.format);
    return sentenceOf(guess.clue).arg(guess.file, format == nullptr ? guess.format : formatText(*format));
}

} // namespace lw::scenarios
