// SPDX-License-Identifier: GPL-3.0-or-later
//! One thing that was wrong with one piece of input while the rest went through.
#pragma once

#include <QList>
#include <QString>

namespace lw::core {

/// Why a piece of input was left out or repaired. Text for people: lw::scenarios::problemText().
enum class ProblemCode {
    FileUnreadable,        ///< cannot be opened; detail = operating system message
    FileEmpty,             ///< zero bytes
    FileTooLarge,          ///< over a limit; detail = the limit
    FileMissing,           ///< named by an annotation, not found; detail = where it was looked for
    FileDuplicate,         ///< the same sample is named a second time; detail = first place
    PathOutside,           ///< a path leaves the folder it must stay in
    NameTooLong,           ///< over 255 bytes
    EncodingInvalid,       ///< not valid UTF-8 (or the encoding the file declares)
    XmlMalformed,          ///< detail = the parser's words
    XmlNotVoc,             ///< root element is not <annotation>
    XmlEntities,           ///< declares entities of its own: refused
    JsonMalformed,         ///< detail = the parser's words
    FieldMissing,          ///< detail = field name
    FieldInvalid,          ///< detail = field name and value
    TypeUnknown,           ///< annotation type or shape unknown; detail = its name
    TypeMismatch,          ///< annotation type does not fit the dataset; detail = its name
    LabelInvalid,          ///< a label name that DS-3 does not allow; detail = the name
    ShapeZeroSize,         ///< no width or no height
    ShapeOutside,          ///< lies wholly outside of the picture
    ShapeClipped,          ///< reached over the edge of the picture; kept as it is
    ShapeTooFewPoints,     ///< detail = count
    ShapeAmbiguous,        ///< one object with more than one shape; the first was taken
    ImageUnreadable,       ///< the picture cannot be decoded; detail = decoder's words
    ImageTruncated,        ///< ends early; shown as far as it goes
    ImageTypeMismatch,     ///< content is another format than the name says; detail = real format
    SizeMismatch,          ///< the annotation states another picture size; detail = both sizes
    AnnotationOrphan,      ///< an annotation file without its picture
    CopyFailed,            ///< detail = operating system message
    FolderVanished,        ///< a folder disappeared while it was read
    FileKept,              ///< should have been deleted and was not; detail = operating system message
    FileShared,            ///< should have been deleted but another dataset has it too; detail = where
    ReadBackDiffers,       ///< an exported file does not say what it should; detail = what differs
    ImageTooLarge,         ///< more pixels than the limit; detail = its size and the limit
    ImageFirstFrame,       ///< an animation or a file of several pages; the first is shown
};

/// File, line and reason of one problem.
struct Problem {
    ProblemCode code = ProblemCode::FileUnreadable;
    QString file;
    qint64 line = 0;   ///< 1-based, 0 if it concerns the whole file
    QString detail;    ///< untranslated fact

    bool operator==(const Problem&) const = default;
};

/// True if the sample or annotation went in all the same and the problem is a note.
[[nodiscard]] constexpr bool isNote(ProblemCode code)
{
    return code == ProblemCode::ShapeClipped || code == ProblemCode::ShapeAmbiguous ||
           code == ProblemCode::ImageTruncated || code == ProblemCode::ImageTypeMismatch ||
           code == ProblemCode::ImageFirstFrame || code == ProblemCode::SizeMismatch;
}

/// A list with a ceiling: beyond `kMaxKept` problems are counted, not kept, so that a bad million-row file cannot
/// fill the memory.
class ProblemList
{
public:
    static constexpr qsizetype kMaxKept = 10'000;

    void add(Problem problem)
    {
        ++m_count;
        if (m_kept.size() < kMaxKept) {
            m_kept.append(std::move(problem));
        }
    }
    void add(ProblemCode code, const QString& file, qint64 line = 0, const QString& detail = {})
    {
        add(Problem{code, file, line, detail});
    }
    [[nodiscard]] const QList<Problem>& kept() const { return m_kept; }
    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }

private:
    QList<Problem> m_kept;
    qint64 m_count = 0;
};

} // namespace lw::core
