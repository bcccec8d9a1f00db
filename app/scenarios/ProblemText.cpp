// SPDX-License-Identifier: GPL-3.0-or-later
//! Sentences for problems of single files, lines and annotations.
#include "app/scenarios/Messages.h"
#include "app/scenarios/Sentence.h"

#include <QCoreApplication>

namespace lw::scenarios {

using core::ProblemCode;

namespace {

struct Problems {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::Problems)
};

QString fileReason(const core::Problem& problem)
{
    switch (problem.code) {
    case ProblemCode::FileUnreadable:
        return Problems::tr("The file cannot be read (%1).");
    case ProblemCode::FileEmpty:
        return Problems::tr("The file is empty.");
    case ProblemCode::FileTooLarge:
        return Problems::tr("The file is too large; the limit is %1.");
    case ProblemCode::FileMissing:
        return Problems::tr("The file was not found; it was looked for at %1.");
    case ProblemCode::FileDuplicate:
        return Problems::tr("The same sample was named before, at %1.");
    case ProblemCode::PathOutside:
        return Problems::tr("The path leaves the folder that it must stay in (%1).");
    case ProblemCode::NameTooLong:
        return Problems::tr("The file name is longer than 255 bytes.");
    case ProblemCode::EncodingInvalid:
        return Problems::tr("The text is not valid in its encoding (%1).");
    case ProblemCode::AnnotationOrphan:
        return Problems::tr("The picture that belongs to this annotation file was not found (%1).");
    case ProblemCode::CopyFailed:
        return Problems::tr("The file could not be copied (%1).");
    case ProblemCode::FileKept:
        return Problems::tr("The file could not be deleted (%1).");
    case ProblemCode::FileShared:
        return Problems::tr("The file was kept because another dataset has it too (%1).");
    case ProblemCode::FolderVanished:
        return Problems::tr("The folder disappeared while it was read.");
    case ProblemCode::ReadBackDiffers:
        return Problems::tr("Read back, the export is not what was written (%1).");
    default:
        return {};
    }
}

QString contentReason(const core::Problem& problem)
{
    switch (problem.code) {
    case ProblemCode::XmlMalformed:
        return Problems::tr("The XML is broken (%1).");
    case ProblemCode::XmlNotVoc:
        return Problems::tr("The XML is not a VOC annotation: its root is <%1>.");
    case ProblemCode::XmlEntities:
        return Problems::tr("The XML declares entities of its own, which is refused for safety.");
    case ProblemCode::JsonMalformed:
        return Problems::tr("The line is not valid JSON (%1).");
    case ProblemCode::FieldMissing:
        return Problems::tr("The field “%1” is missing.");
    case ProblemCode::FieldInvalid:
        return Problems::tr("A field has a value that is not allowed (%1).");
    case ProblemCode::TypeUnknown:
        return Problems::tr("The annotation type “%1” is unknown.");
    case ProblemCode::TypeMismatch:
        return Problems::tr("The annotation type “%1” does not fit the dataset.");
    case ProblemCode::LabelInvalid:
        return Problems::tr("“%1” is not allowed as a label name.");
    default:
        return {};
    }
}

QString shapeReason(const core::Problem& problem)
{
    switch (problem.code) {
    case ProblemCode::ShapeZeroSize:
        return Problems::tr("The shape has no width or no height and was left out (%1).");
    case ProblemCode::ShapeOutside:
        return Problems::tr("The shape lies outside of the picture and was left out (%1).");
    case ProblemCode::ShapeClipped:
        return Problems::tr("The shape reaches over the edge of the picture; it was kept as it is (%1).");
    case ProblemCode::ShapeTooFewPoints:
        return Problems::tr("The shape has too few points (%1).");
    case ProblemCode::ShapeAmbiguous:
        return Problems::tr("The object has more than one shape; the first one was taken (%1).");
    case ProblemCode::ImageUnreadable:
        return Problems::tr("The picture cannot be decoded (%1).");
    case ProblemCode::ImageTruncated:
        return Problems::tr("The picture ends early; it is shown as far as it goes.");
    case ProblemCode::ImageTypeMismatch:
        return Problems::tr("The content is in another format than the file name says: %1.");
    case ProblemCode::SizeMismatch:
        return Problems::tr("The annotation states another picture size (%1).");
    case ProblemCode::ImageTooLarge:
        //: %1 is like "60000 × 60000, 3600 MP > 1000 MP"
        return Problems::tr("The picture is larger than the limit (%1). To take it, raise “Largest picture” in the "
                            "settings, or give --max-megapixels in the command line.");
    case ProblemCode::ImageFirstFrame:
        return Problems::tr("The file holds several frames or pages; the first one is shown and annotated.");
    default:
        return {};
    }
}

} // namespace

QString problemReason(const core::Problem& problem)
{
    QString text = fileReason(problem);
    if (text.isEmpty()) {
        text = contentReason(problem);
    }
    if (text.isEmpty()) {
        text = shapeReason(problem);
    }
    if (!text.contains(QLatin1String("%1"))) {
        return text;
    }
    if (problem.detail.isEmpty()) {
        // An unknown detail is left out together with its brackets, whatever the language's spacing.
        text.remove(QLatin1String(" (%1)"));
        text.remove(QStringLiteral("（%1）"));
        return text.contains(QLatin1String("%1")) ? text.arg(Problems::tr("unknown")) : text;
    }
    return text.arg(problem.detail);
}

QString sentenceAt(const QString& file, qint64 line, const QString& reason)
{
    if (file.isEmpty()) {
        return reason;
    }
    //: %1 is a file, %2 a line number, %3 the sentence that says what is wrong there
    return line > 0 ? Problems::tr("%1, line %2: %3").arg(file, QString::number(line), reason)
                    //: %1 is a file or folder, %2 the sentence that says what is wrong with it
                    : Problems::tr("%1: %2").arg(file, reason);
}

QString problemText(const core::Problem& problem)
{
    return sentenceAt(problem.file, problem.line, problemReason(problem));
}

} // namespace lw::scenarios
