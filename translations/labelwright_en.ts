<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>lw::charts::LabelDistributionChart</name>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::cli::Cli</name>
    <message numerus="yes">
        <source>and %n more problem(s); --json lists them.</source>
        <translation>
            <numerusform>and %n more problem; --json lists it.</numerusform>
            <numerusform>and %n more problems; --json lists them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2): %3 of %4 labelled, %n version(s)</source>
        <translation>
            <numerusform>%1 (%2): %3 of %4 labelled, %n version</numerusform>
            <numerusform>%1 (%2): %3 of %4 labelled, %n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the files also belong to the dataset %1.</source>
        <translation>
            <numerusform>%n of the files also belongs to the dataset %1.</numerusform>
            <numerusform>%n of the files also belong to the dataset %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the samples are in the published version %1.</source>
        <translation>
            <numerusform>%n of the samples is in the published version %1.</numerusform>
            <numerusform>%n of the samples are in the published version %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) would be deleted; add --yes to do it.</source>
        <translation>
            <numerusform>%n sample would be deleted; add --yes to do it.</numerusform>
            <numerusform>%n samples would be deleted; add --yes to do it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This would delete %n thing(s) for good, which cannot be taken back; add --yes if that is meant.</source>
        <translation>
            <numerusform>This would delete %n thing for good, which cannot be taken back; add --yes if that is meant.</numerusform>
            <numerusform>This would delete %n things for good, which cannot be taken back; add --yes if that is meant.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Group %1: %n picture(s), alike by %2 to %3</source>
        <translation>
            <numerusform>Group %1: %n picture, alike by %2 to %3</numerusform>
            <numerusform>Group %1: %n pictures, alike by %2 to %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n label(s)</source>
        <translation>
            <numerusform>%1, %n label</numerusform>
            <numerusform>%1, %n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) confirmed</source>
        <translation>
            <numerusform>%n sample confirmed</numerusform>
            <numerusform>%n samples confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The proposals of %n sample(s) were rejected</source>
        <translation>
            <numerusform>The proposals of %n sample were rejected</numerusform>
            <numerusform>The proposals of %n samples were rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) have labels that the model does not know; they were left out.</source>
        <translation>
            <numerusform>%n annotation has a label that the model does not know; it was left out.</numerusform>
            <numerusform>%n annotations have labels that the model does not know; they were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::dialogs::DeleteLabelDialog</name>
    <message numerus="yes">
        <source>The files of %n samples are deleted from the disk. This cannot be undone.</source>
        <translation>
            <numerusform>The file of %n sample is deleted from the disk. This cannot be undone.</numerusform>
            <numerusform>The files of %n samples are deleted from the disk. This cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n samples move to the trash; their files stay on disk.</source>
        <translation>
            <numerusform>%n sample moves to the trash; its file stays on disk.</numerusform>
            <numerusform>%n samples move to the trash; their files stay on disk.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::dialogs::DeleteSamplesDialog</name>
    <message numerus="yes">
        <source>Delete %n samples</source>
        <translation>
            <numerusform>Delete %n sample</numerusform>
            <numerusform>Delete %n samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They move to the trash together with their %n objects.</source>
        <translation>
            <numerusform>They move to the trash together with their %n object.</numerusform>
            <numerusform>They move to the trash together with their %n objects.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::dialogs::ExportDialog</name>
    <message numerus="yes">
        <source>The selection (%Ln samples)</source>
        <translation>
            <numerusform>The selection (%Ln sample)</numerusform>
            <numerusform>The selection (%Ln samples)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All that match the filter (%Ln samples)</source>
        <translation>
            <numerusform>All that match the filter (%Ln sample)</numerusform>
            <numerusform>All that match the filter (%Ln samples)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole dataset (%Ln samples)</source>
        <translation>
            <numerusform>The whole dataset (%Ln sample)</numerusform>
            <numerusform>The whole dataset (%Ln samples)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures of this dataset are stored turned (EXIF). Exported coordinates are of the upright picture, as it is shown here.</source>
        <translation>
            <numerusform>%n picture of this dataset is stored turned (EXIF). Exported coordinates are of the upright picture, as it is shown here.</numerusform>
            <numerusform>%n pictures of this dataset are stored turned (EXIF). Exported coordinates are of the upright picture, as it is shown here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::dialogs::ImportPreviewPanel</name>
    <message numerus="yes">
        <source>%Ln pictures have no annotation.</source>
        <translation>
            <numerusform>%Ln picture has no annotation.</numerusform>
            <numerusform>%Ln pictures have no annotation.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures were not found; they stay out.</source>
        <translation>
            <numerusform>%Ln picture was not found; it stays out.</numerusform>
            <numerusform>%Ln pictures were not found; they stay out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures stay out for another reason.</source>
        <translation>
            <numerusform>%Ln picture stays out for another reason.</numerusform>
            <numerusform>%Ln pictures stay out for another reason.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1
%Ln objects</source>
        <translation>
            <numerusform>%1
%Ln object</numerusform>
            <numerusform>%1
%Ln objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::dialogs::LabelEditDialog</name>
    <message numerus="yes">
        <source>%n joints, %1</source>
        <translation>
            <numerusform>%n joint, %1</numerusform>
            <numerusform>%n joints, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bones</source>
        <translation>
            <numerusform>%n bone</numerusform>
            <numerusform>%n bones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This label has %Ln objects. In skeletons among them the new joints are absent at first.</source>
        <translation>
            <numerusform>This label has %Ln object. If it is a skeleton, its new joints are absent at first.</numerusform>
            <numerusform>This label has %Ln objects. In skeletons among them the new joints are absent at first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This label has %Ln objects. When you save, skeletons among them lose these joints: %1. Undo in the gallery brings them back.</source>
        <extracomment>%1 is a list of names</extracomment>
        <translation>
            <numerusform>This label has %Ln object. When you save, it loses these joints if it is a skeleton: %1. Undo in the gallery brings them back.</numerusform>
            <numerusform>This label has %Ln objects. When you save, skeletons among them lose these joints: %1. Undo in the gallery brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::dialogs::LossDialog</name>
    <message numerus="yes">
        <source>Show %n sample(s)</source>
        <translation>
            <numerusform>Show %n sample</numerusform>
            <numerusform>Show %n samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the first %n samples</source>
        <translation>
            <numerusform>Show the first %n sample</numerusform>
            <numerusform>Show the first %n samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::dialogs::PublishDialog</name>
    <message numerus="yes">
        <source>%Ln labelled samples</source>
        <translation>
            <numerusform>%Ln labelled sample</numerusform>
            <numerusform>%Ln labelled samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::dialogs::SmartLabelDialog</name>
    <message numerus="yes">
        <source>about %n seconds</source>
        <translation>
            <numerusform>about %n second</numerusform>
            <numerusform>about %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::dialogs::SourceMappingEditor</name>
    <message numerus="yes">
        <source>All of the first %n pictures were found.</source>
        <translation>
            <numerusform>%n picture was found.</numerusform>
            <numerusform>All of the first %n pictures were found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::gallery::DuplicatesBar</name>
    <message numerus="yes">
        <source>%Ln pictures, groups: %1</source>
        <translation>
            <numerusform>%Ln picture, groups: %1</numerusform>
            <numerusform>%Ln pictures, groups: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::gallery::FilterBar</name>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::gallery::FilterPage</name>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of %n labels</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>All of %n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Any of %n labels</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>Any of %n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picked samples</source>
        <translation>
            <numerusform>%Ln picked sample</numerusform>
            <numerusform>%Ln picked samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::gallery::GalleryView</name>
    <message numerus="yes">
        <source>%Ln pictures, %1% alike</source>
        <extracomment>title of a group of near-duplicates: number of pictures, likeness of the least and the most alike in per cent</extracomment>
        <translation>
            <numerusform>%Ln picture, %1% alike</numerusform>
            <numerusform>%Ln pictures, %1% alike</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures, %1 to %2% alike</source>
        <translation>
            <numerusform>%Ln picture, %1 to %2% alike</numerusform>
            <numerusform>%Ln pictures, %1 to %2% alike</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::items::LabelListModel</name>
    <message numerus="yes">
        <source>%1, %n objects</source>
        <translation>
            <numerusform>%1, %n object</numerusform>
            <numerusform>%1, %n objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n objects</source>
        <translation>
            <numerusform>%n object</numerusform>
            <numerusform>%n objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::items::ShapeTexts</name>
    <message numerus="yes">
        <source>%1 of %n joints</source>
        <translation>
            <numerusform>%1 of %n joint</numerusform>
            <numerusform>%1 of %n joints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points, %1 px</source>
        <translation>
            <numerusform>%n point, %1 px</numerusform>
            <numerusform>%n points, %1 px</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n points</source>
        <translation>
            <numerusform>%1, %n point</numerusform>
            <numerusform>%1, %n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::panels::LabelPanel</name>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>%Ln chosen</numerusform>
            <numerusform>%Ln chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::panels::ProblemsView</name>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::panels::SelectionLabelPanel</name>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::panels::TaskCard</name>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::panels::TrashPanel</name>
    <message numerus="yes">
        <source>%Ln things</source>
        <translation>
            <numerusform>%Ln thing</numerusform>
            <numerusform>%Ln things</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::panels::VersionDelegate</name>
    <message numerus="yes">
        <source>%1 · %Ln samples</source>
        <extracomment>a version in the list: time of publishing, number of samples</extracomment>
        <translation>
            <numerusform>%1 · %Ln sample</numerusform>
            <numerusform>%1 · %Ln samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::scenarios::EvaluationAdvice</name>
    <message numerus="yes">
        <source>Only %Ln samples or objects were compared: the numbers may be luck. Label more and evaluate again.</source>
        <translation>
            <numerusform>Only %Ln sample or object was compared: the numbers may be luck. Label more and evaluate again.</numerusform>
            <numerusform>Only %Ln samples or objects were compared: the numbers may be luck. Label more and evaluate again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” occurs %Ln times only, so its numbers mean little. Label more of it.</source>
        <translation>
            <numerusform>“%1” occurs %Ln time only, so its numbers mean little. Label more of it.</numerusform>
            <numerusform>“%1” occurs %Ln times only, so its numbers mean little. Label more of it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples are very wrong. Look at them first: often it is the label that needs mending.</source>
        <translation>
            <numerusform>%Ln sample is very wrong. Look at it first: often it is the label that needs mending.</numerusform>
            <numerusform>%Ln samples are very wrong. Look at them first: often it is the label that needs mending.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Importing</name>
    <message numerus="yes">
        <source>The archive holds %n file(s) of this format; it must be one.</source>
        <translation>
            <numerusform>The archive holds %n file of this format; it must be one.</numerusform>
            <numerusform>The archive holds %n files of this format; it must be one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Smart</name>
    <message numerus="yes">
        <source>%n label(s) are in use; at least 2 are needed.</source>
        <translation>
            <numerusform>%n label is in use; at least 2 are needed.</numerusform>
            <numerusform>%n labels are in use; at least 2 are needed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is on %n labelled sample(s); at least 5 are needed.</source>
        <translation>
            <numerusform>“%1” is on %n labelled sample; at least 5 are needed.</numerusform>
            <numerusform>“%1” is on %n labelled samples; at least 5 are needed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Training</name>
    <message numerus="yes">
        <source>None of the %n labelled sample(s) can be used: their files are missing, their names are too long, or they have no label that can be learned.</source>
        <translation>
            <numerusform>The %n labelled sample cannot be used: its file is missing, its name is too long, or it has no label that can be learned.</numerusform>
            <numerusform>None of the %n labelled samples can be used: their files are missing, their names are too long, or they have no label that can be learned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) have several labels; the first one counts.</source>
        <translation>
            <numerusform>%n sample has several labels; the first one counts.</numerusform>
            <numerusform>%n samples have several labels; the first one counts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labelled sample(s) are left out: their files are missing or their names are too long.</source>
        <translation>
            <numerusform>%n labelled sample is left out: its file is missing or its name is too long.</numerusform>
            <numerusform>%n labelled samples are left out: their files are missing or their names are too long.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Trash</name>
    <message numerus="yes">
        <source>%n samples came back without their file.</source>
        <translation>
            <numerusform>%n sample came back without its file.</numerusform>
            <numerusform>%n samples came back without their file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotations did not come back: their label was deleted for good.</source>
        <translation>
            <numerusform>%n annotation did not come back: its label was deleted for good.</numerusform>
            <numerusform>%n annotations did not come back: their label was deleted for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Verdicts</name>
    <message numerus="yes">
        <source>The model finds none of your labels on %Ln samples.</source>
        <translation>
            <numerusform>The model finds none of your labels on %Ln sample.</numerusform>
            <numerusform>The model finds none of your labels on %Ln samples.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was proposed on %Ln samples: the model has learnt too little.</source>
        <translation>
            <numerusform>Nothing was proposed on %Ln sample: the model has learnt too little.</numerusform>
            <numerusform>Nothing was proposed on %Ln samples: the model has learnt too little.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples to confirm</source>
        <translation>
            <numerusform>%Ln sample to confirm</numerusform>
            <numerusform>%Ln samples to confirm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It learned from %Ln samples: label about 20 more, some of each label.</source>
        <translation>
            <numerusform>It learned from %Ln sample: label about 20 more, some of each label.</numerusform>
            <numerusform>It learned from %Ln samples: label about 20 more, some of each label.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::AssistBar</name>
    <message numerus="yes">
        <source>learned from %Ln outline(s) (IoU %1)</source>
        <extracomment>%1 is a number such as 0.84</extracomment>
        <translation>
            <numerusform>learned from %Ln outline (IoU %1)</numerusform>
            <numerusform>learned from %Ln outlines (IoU %1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Built-in: IoU %1, on %Ln held-out outline(s)</source>
        <translation>
            <numerusform>Built-in: IoU %1, on %Ln held-out outline</numerusform>
            <numerusform>Built-in: IoU %1, on %Ln held-out outlines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What was learned is not better: IoU %1 against %2 on %Ln held-out outline(s)</source>
        <translation>
            <numerusform>What was learned is not better: IoU %1 against %2 on %Ln held-out outline</numerusform>
            <numerusform>What was learned is not better: IoU %1 against %2 on %Ln held-out outlines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::BatchFlows</name>
    <message numerus="yes">
        <source>Label %Ln samples</source>
        <translation>
            <numerusform>Label %Ln sample</numerusform>
            <numerusform>Label %Ln samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirm %Ln samples</source>
        <translation>
            <numerusform>Confirm %Ln sample</numerusform>
            <numerusform>Confirm %Ln samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples changed</source>
        <translation>
            <numerusform>%Ln sample changed</numerusform>
            <numerusform>%Ln samples changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject the proposals of %Ln samples</source>
        <translation>
            <numerusform>Reject the proposals of %Ln sample</numerusform>
            <numerusform>Reject the proposals of %Ln samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::DatasetCard</name>
    <message numerus="yes">
        <source>%n versions</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::DatasetFlows</name>
    <message numerus="yes">
        <source>Pictures and published files stay on disk. Its %Ln samples move to the trash with it.</source>
        <translation>
            <numerusform>Pictures and published files stay on disk. Its %Ln sample moves to the trash with it.</numerusform>
            <numerusform>Pictures and published files stay on disk. Its %Ln samples move to the trash with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::DoubtDialog</name>
    <message numerus="yes">
        <source>%Ln labels to check</source>
        <translation>
            <numerusform>%Ln label to check</numerusform>
            <numerusform>%Ln labels to check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln labels were kept before: ask about them too</source>
        <translation>
            <numerusform>%Ln label was kept before: ask about it too</numerusform>
            <numerusform>%Ln labels were kept before: ask about them too</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::GroupFlows</name>
    <message numerus="yes">
        <source>%Ln pictures, groups: %1</source>
        <translation>
            <numerusform>%Ln picture, groups: %1</numerusform>
            <numerusform>%Ln pictures, groups: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::JobLog</name>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::LabelFlows</name>
    <message numerus="yes">
        <source>Merged into %1 on %Ln samples.</source>
        <translation>
            <numerusform>Merged into %1 on %Ln sample.</numerusform>
            <numerusform>Merged into %1 on %Ln samples.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Renamed to %1 on %Ln samples.</source>
        <translation>
            <numerusform>Renamed to %1 on %Ln sample.</numerusform>
            <numerusform>Renamed to %1 on %Ln samples.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The dataset %1 uses the files of %Ln of them.</source>
        <translation>
            <numerusform>The dataset %1 uses the file of %Ln of them.</numerusform>
            <numerusform>The dataset %1 uses the files of %Ln of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The version %1 holds %Ln of them.</source>
        <translation>
            <numerusform>The version %1 holds %Ln of them.</numerusform>
            <numerusform>The version %1 holds %Ln of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln samples</source>
        <translation>
            <numerusform>Delete %Ln sample</numerusform>
            <numerusform>Delete %Ln samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln samples to the trash</source>
        <translation>
            <numerusform>Moved %Ln sample to the trash</numerusform>
            <numerusform>Moved %Ln samples to the trash</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::LearnFlows</name>
    <message numerus="yes">
        <source>Delete %Ln jobs?</source>
        <translation>
            <numerusform>Delete %Ln job?</numerusform>
            <numerusform>Delete %Ln jobs?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::MainWindow</name>
    <message numerus="yes">
        <source>%n tasks are still running</source>
        <translation>
            <numerusform>%n task is still running</numerusform>
            <numerusform>%n tasks are still running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::MapFlows</name>
    <message numerus="yes">
        <source>%Ln pictures on the map</source>
        <translation>
            <numerusform>%Ln picture on the map</numerusform>
            <numerusform>%Ln pictures on the map</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::MapWindow</name>
    <message numerus="yes">
        <source>%Ln pictures. Draw around some to see them in the gallery.</source>
        <translation>
            <numerusform>%Ln picture. Draw around some to see them in the gallery.</numerusform>
            <numerusform>%Ln pictures. Draw around some to see them in the gallery.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::ModelFlows</name>
    <message numerus="yes">
        <source>%1 with %Ln outputs</source>
        <translation>
            <numerusform>%1 with %Ln output</numerusform>
            <numerusform>%1 with %Ln outputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its numbers are missing in the file; they begin anew.</source>
        <translation>
            <numerusform>%Ln of its numbers is missing in the file; it begins anew.</numerusform>
            <numerusform>%Ln of its numbers are missing in the file; they begin anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln numbers in the file have no place in it and are left out.</source>
        <translation>
            <numerusform>%Ln number in the file has no place in it and is left out.</numerusform>
            <numerusform>%Ln numbers in the file have no place in it and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::ModelsPage</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::NextFlows</name>
    <message numerus="yes">
        <source>%Ln typical samples, each of another kind</source>
        <translation>
            <numerusform>%Ln typical sample</numerusform>
            <numerusform>%Ln typical samples, each of another kind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples that would teach the most</source>
        <translation>
            <numerusform>%Ln sample that would teach the most</numerusform>
            <numerusform>%Ln samples that would teach the most</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::OverviewPage</name>
    <message numerus="yes">
        <source>%Ln annotations</source>
        <translation>
            <numerusform>%Ln annotation</numerusform>
            <numerusform>%Ln annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::SampleReview</name>
    <message numerus="yes">
        <source>%Ln objects to confirm</source>
        <translation>
            <numerusform>%Ln object to confirm</numerusform>
            <numerusform>%Ln objects to confirm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln fainter ones left out</source>
        <extracomment>%1 is &quot;4 objects to confirm&quot;, %Ln counts those that would be dropped</extracomment>
        <translation>
            <numerusform>%1, %Ln fainter one left out</numerusform>
            <numerusform>%1, %Ln fainter ones left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::SimilarFlows</name>
    <message numerus="yes">
        <source>Compared %Ln pictures</source>
        <translation>
            <numerusform>Compared %Ln picture</numerusform>
            <numerusform>Compared %Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Like %Ln pictures</source>
        <translation>
            <numerusform>Like %Ln picture</numerusform>
            <numerusform>Like %Ln pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::TaskFeed</name>
    <message numerus="yes">
        <source>%Ln pictures added</source>
        <translation>
            <numerusform>%Ln picture added</numerusform>
            <numerusform>%Ln pictures added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples removed</source>
        <translation>
            <numerusform>%Ln sample removed</numerusform>
            <numerusform>%Ln samples removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples changed</source>
        <translation>
            <numerusform>%Ln sample changed</numerusform>
            <numerusform>%Ln samples changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples grouped</source>
        <translation>
            <numerusform>%Ln sample grouped</numerusform>
            <numerusform>%Ln samples grouped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::TaskIndicator</name>
    <message numerus="yes">
        <source>%n tasks running</source>
        <translation>
            <numerusform>%n task running</numerusform>
            <numerusform>%n tasks running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::TrashFlows</name>
    <message numerus="yes">
        <source>Delete %Ln things for good?</source>
        <translation>
            <numerusform>Delete %Ln thing for good?</numerusform>
            <numerusform>Delete %Ln things for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::TryDialog</name>
    <message numerus="yes">
        <source>%Ln answers</source>
        <translation>
            <numerusform>%Ln answer</numerusform>
            <numerusform>%Ln answers</numerusform>
        </translation>
    </message>
</context>
</TS>
