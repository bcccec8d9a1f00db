<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>LabelFlows</name>
    <message>
        <source>Removed %L1 samples and %L2 files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::canvas</name>
    <message>
        <source>A polygon needs at least three points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This label is locked. Unlock it in the label list to change its shapes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::canvas::AdjustPanel</name>
    <message>
        <source>Brightness and contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the picture as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::canvas::CanvasActions</name>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::canvas::CanvasCommands</name>
    <message>
        <source>A label of the pasted shapes could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The previous picture has no shapes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <extracomment>%1 is a label&apos;s name, %2 a position, %3 a number of shapes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapes of locked labels were left as they are.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::canvas::CanvasView</name>
    <message>
        <source>Picture with its shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New shapes ask for their label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New shapes get the label “%1”.</source>
        <extracomment>%1 is a label&apos;s name</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::canvas::LabelPopup</name>
    <message>
        <source>Label of the new shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find or name a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels, last used first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New label “%1”</source>
        <extracomment>%1 is the name that was typed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour %1</source>
        <extracomment>%1 is a colour such as #ff8800</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::canvas::ShapeFinisher</name>
    <message>
        <source>There is a label “%1” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label “%1” could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::canvas::actions</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to before the last drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the selected shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the next shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the previous shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grab the next corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grab the previous corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the label…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difficult</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occluded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring to front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to the selected shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to the next shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to the previous shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snap to shapes and border</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay in draw mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the label of each shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brightness and contrast</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::canvas::tools</name>
    <message>
        <source>Select</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a shape to select it, drag to move it, drag a handle to reshape it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click two corners, or drag. Shift makes a square.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the points; Enter or a click on the first one closes it. Drag with Shift to draw freehand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the centre and a point of the circle, or drag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click both ends, or drag. Shift keeps it straight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashed line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to set a point.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::charts::ProgressRing</name>
    <message>
        <source>%L1 of %L2 labelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::cli::Cli</name>
    <message>
        <source>Folder of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the result as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (see %2 --help)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels, checks, versions and publishes datasets without a window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the version and end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the help of all commands and end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this help and end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print no progress and no summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 done with problems reported, 2 wrong usage, 3 failed and nothing changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work with the datasets of a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more problem(s); --json lists them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is no dataset type “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created the dataset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2): %3 of %4 labelled, %n version(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Changed the dataset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted the dataset %1; its source files and published files stay on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples: %1, labelled: %2, unlabelled: %3, to confirm: %4, hard: %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 annotations on %3 samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters, digits, “_” and “-”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dataset type, e.g. object_detection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the pictures, made when absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for published versions, made when absent, not inside the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME or NAME:#rrggbb; may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change name, description or locations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder of the pictures; it must exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder for published versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the datasets of a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a dataset off the list; all files stay on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count samples, annotations and labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the task history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported %1 samples with %2 annotations to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported %1 samples with %2 annotations as the dataset %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An export needs --format and --to, or --as-dataset with --input and --output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of the files also belong to the dataset %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the samples are in the published version %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) would be deleted; add --yes to do it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted %1 samples and %2 files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write samples to a folder or as a new dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voc or manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder that is absent or empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only samples that pass, e.g. &quot;state=labelled label=cat hard=true&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the hard attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voc: folders Annotations, JPEGImages, ImageSets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voc: hard links to the pictures instead of copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a new dataset instead of a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input location of the new dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output location of the new dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take samples out of a dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete their files from disk too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it; without this only what would happen is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no mapping; write it as PREFIX=FOLDER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples: %1 added, %2 updated, %3 skipped; annotations: %4 added, %5 skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronizing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples: %1 new, %2 changed, %3 missing, %4 found again, %5 skipped; annotations: %6 added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples: %1 added, %2 skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take labelled pictures into a dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder (voc) or a file (manifest)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the pictures into the input location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take only these labels, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the pictures only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take hard examples only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PREFIX=FOLDER: where sources of a manifest lie; may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the XML files (voc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the pictures (voc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow new, changed and vanished files of the input location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy pictures or folders of pictures into the dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures or folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no colour; write it as #rrggbb.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added the label %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved the annotations of %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renamed %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed the label %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted the label %1, %2 samples and %3 files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at and change the label set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a label, NAME or NAME:#rrggbb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key that picks the label, e.g. 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename a label on all samples; an existing name merges the two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a label another colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new colour, #rrggbb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete a label and its annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also the samples that have only this label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same, and their source files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of %3, about %4 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created the project %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets: %1, samples: %2, annotations: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make and look at projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a project in a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder, made when absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell what a project holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published %1 with %2 samples and %3 annotations: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 samples for training, %2 for validation, split evenly over the label sets with seed %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples: %1 added, %2 removed, %3 changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations: %1 added, %2 removed, %3 changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 before, %3 after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dataset shows %1 now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpublished work is kept as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted the version %1; its files stay on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze the state of a dataset as a version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the version; V001, V002, … by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of samples for training, 0 to 1; without it no split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number that decides the split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the versions of a dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell what differs between two versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The earlier version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The later version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the dataset show a version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a version off the list; its files stay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::common::ColourButton</name>
    <message>
        <source>Colour as #rrggbb</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::common::MessageBox</name>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::common::SearchField</name>
    <message>
        <source>Clear (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::common::Toast</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::gallery::CellPainter</name>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::gallery::FilterBar</name>
    <message>
        <source>Search file or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::gallery::FilterChip</name>
    <message>
        <source>Remove this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove filter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::gallery::FilterPage</name>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of %n labels</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Any of %n labels</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Hard examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only not hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only samples whose file is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, file missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between two days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added in the last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added in the last month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest on the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::gallery::GalleryTools</name>
    <message>
        <source>Show outlines on the thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thumbnail size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thumbnail size (Ctrl+wheel)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::gallery::GalleryView</name>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3 of %4</source>
        <extracomment>read out by screen readers: file name, state, place in the list</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::gallery::SelectionBar</name>
    <message>
        <source>Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample for labelling (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change or remove a label on all selected samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the selected samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the selected samples (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that match	Ctrl+A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None	Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark or unmark as hard examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove hard mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 of %L2 selected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::gallery::SortButton</name>
    <message>
        <source>Order of import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order: %1, descending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order: %1, ascending</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::gallery::StateTabs</name>
    <message>
        <source>Samples by state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All  %1</source>
        <extracomment>tabs of the gallery; %1 is the number of samples</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlabelled  %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labelled  %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To confirm  %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::items::DatasetListModel</name>
    <message>
        <source>%L1 of %L2 (%3)</source>
        <extracomment>labelled samples of all samples, and the share</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::items::LabelListModel</name>
    <message numerus="yes">
        <source>%1, %n objects</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press %1 to take this label</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n objects</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Hidden: click to show its objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown: click to hide its objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked: click to allow changes to its objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not locked: click to protect its objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::items::ObjectListModel</name>
    <message>
        <source>Unknown label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difficult</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>truncated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>occluded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::items::ProblemListModel</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::items::TaskListModel</name>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::items::Texts</name>
    <message>
        <source>Image classification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Object detection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image segmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound classification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech segmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text classification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named entities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text triplets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free-form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole pictures get one or several labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boxes, polygons and other shapes mark the objects in pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every pixel of an object is marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole recordings get labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech is written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretches of a recording get labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole texts get labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words and phrases in texts get labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entities in texts are joined by relations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of named columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects are followed through the frames of videos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of any kind, kept and versioned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlabelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashed line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set version as current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done with problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <extracomment>width and height of a picture in pixels</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::items::VersionListModel</name>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training share</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::jobs::PyramidPicture</name>
    <message>
        <source>Turned as its EXIF orientation %1 says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1-bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CMYK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First frame only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In truth %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::panels::LabelDelegate</name>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::panels::LabelPanel</name>
    <message>
        <source>“%1” is not allowed: use 1 to 32 letters, digits, Chinese characters, spaces, “_” or “-”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label could not be saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name and press Enter. Several names may be pasted, one per line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add label (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename	F2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change colour…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcut and attributes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide its objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only this label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up	Alt+Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down	Alt+Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…	Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::panels::ObjectFields</name>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unspecified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left edge in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top edge in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difficult</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occluded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hard example for the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard to recognise, left out of evaluations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaches over the edge of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly covered by something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::panels::ObjectPanel</name>
    <message>
        <source>Objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to it	Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring to front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete	Del</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::panels::ProblemsView</name>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected rows, or all (Ctrl+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 of %L2 problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %L1 of %L2 problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Save problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>problems.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The problems could not be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::panels::SelectionLabelPanel</name>
    <message>
        <source>On the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels of the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Select samples to see and change their labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is labelled on the selected samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 on %L2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 objects on %2 samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1 on the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace or remove on the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the selection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::panels::TaskCard</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, took %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 done so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 of %L2, about %3 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::panels::TaskPanel</name>
    <message>
        <source>No tasks yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imports, exports and publishing appear here with their progress and results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::panels::VersionDelegate</name>
    <message>
        <source>current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 samples</source>
        <extracomment>a version in the list: time of publishing, number of samples</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::panels::VersionDetails</name>
    <message>
        <source>Current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the manifest&apos;s path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set as current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dataset then shows this version&apos;s samples and labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with another version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the version off the list; its files stay on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, of which %2 labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 training, %2 validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::panels::VersionPanel</name>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No versions yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish the dataset to freeze its present state as a version that can be trained on, compared and brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Choices</name>
    <message>
        <source>The filter term “%1” is not understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dataset has no label “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Exporting</name>
    <message>
        <source>An export needs a folder to write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” lies inside the input location; the next synchronization would take the export for new data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” belongs to the published versions of the dataset; choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a file, not a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder is not empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sample matches, so nothing was exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format “%1” cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::scenarios::ExportingAs</name>
    <message>
        <source>No sample matches, so nothing was exported.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Messages</name>
    <message>
        <source>This is not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not allowed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The action was cancelled and nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It exists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” exists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be read (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be written (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full; what was saved before is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may not be written: the folder or file is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its content is not what the format asks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its content is not what the format asks for (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind is not supported (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too large (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project was written by a newer version of this program; please update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project file is damaged, or is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project file is damaged, or is none (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using it; please try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An unexpected error occurred (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set as current version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done with problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlabelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image classification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Object detection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image segmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound classification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech segmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text classification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named entities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text triplets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free-form</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Problems</name>
    <message>
        <source>The file cannot be read (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is too large; the limit is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was not found; it was looked for at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same sample was named before, at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path leaves the folder that it must stay in (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file name is longer than 255 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not valid in its encoding (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture that belongs to this annotation file was not found (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be copied (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be deleted (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was kept because another dataset has it too (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder disappeared while it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The XML is broken (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The XML is not a VOC annotation: its root is &lt;%1&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The XML declares entities of its own, which is refused for safety.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is not valid JSON (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field “%1” is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field has a value that is not allowed (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The annotation type “%1” is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The annotation type “%1” does not fit the dataset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not allowed as a label name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape has no width or no height and was left out (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape lies outside of the picture and was left out (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape reaches over the edge of the picture; it was kept as it is (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape has too few points (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The object has more than one shape; the first one was taken (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture cannot be decoded (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture ends early; it is shown as far as it goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content is in another format than the file name says: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The annotation states another picture size (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <extracomment>%1 is a file, %2 a line number, %3 the sentence that says what is wrong there</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a file or folder, %2 the sentence that says what is wrong with it</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Publishing</name>
    <message>
        <source>The share of training samples must be a number from 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::scenarios::Rules</name>
    <message>
        <source>The name “%1” is not allowed: use 1 to 100 letters, digits, “_” and “-”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not allowed as a label name: use 1 to 32 Chinese characters, letters, digits, “_”, “-” and blanks inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label “%1” is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shortcut “%1” is given to two labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dataset needs an input location and an output location.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a file, not a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output location must be another folder than the input location.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output location “%1” must not lie inside the input location “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::AppContext</name>
    <message>
        <source>Tasks are still running in this project. Wait for them or stop them first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::CanvasHeader</name>
    <message>
        <source>File missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– / %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::CanvasPage</name>
    <message>
        <source>Annotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number, 1 to %L1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no previous picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The previous picture has no shapes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is saved already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the end of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every picture of the list is labelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::CanvasStatus</name>
    <message>
        <source>x %1  y %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red %1, green %2, blue %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::CommandPalette</name>
    <message>
        <source>Find an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::DatasetCard</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no version</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n versions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync with the input location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish a version…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::DatasetFlows</name>
    <message>
        <source>Delete the dataset “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Pictures and published files stay on disk. Its %n samples disappear from this project.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import into %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported: %L1 new samples, %L2 updated, %L3 annotations; %L4 problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synced: %L1 new, %L2 changed, %L3 missing, %L4 found again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pictures to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.bmp *.gif *.tif *.tiff *.webp *.pgm *.ppm);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added %L1 pictures, left out %L2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::DatasetListPage</name>
    <message>
        <source>No dataset of that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names and descriptions are searched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last change first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No dataset yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dataset is a folder of pictures with a set of labels. Make one, then import what is labelled already or start to draw.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::Filmstrip</name>
    <message>
        <source>Neighbouring pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::HelpPage</name>
    <message>
        <source>Search the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::KeyProfiles</name>
    <message>
        <source>What most tools agree on: D and A change the picture, W draws a box, Ctrl+Z takes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F and D change the picture, N draws, the wheel zooms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D and A change the picture, Ctrl+R and Ctrl+N draw, Ctrl with the wheel zooms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W draws a box, D and A change the picture, Ctrl+V repeats the boxes of the previous one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Right and Ctrl+Left change the picture, Backspace deletes, digits choose labels.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::LabelFlows</name>
    <message numerus="yes">
        <source>Merged into %1 on %n samples.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Renamed to %1 on %n samples.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the label %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The dataset %1 uses the files of %n of them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The version %1 holds %n of them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n samples</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::studio::MainWindow</name>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Labelwright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2 – Labelwright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an empty folder for the new project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project could not be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tasks are still running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What an unfinished task has changed is taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop them and quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::MappingPreview</name>
    <message>
        <source>by your rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relative to the manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the path itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beside the manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by its name in the input location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found; looked for in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused: leaves its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused: the name is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::NavigationRail</name>
    <message>
        <source>Navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::OutputFlows</name>
    <message>
        <source>Exported %L1 samples with %L2 annotations to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made the dataset %1 of %L2 samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published %1: %L2 samples, %L3 annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is current now; what was not published is kept as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is current now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the version %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It disappears from this list. Its published files stay on disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the version</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlabelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing published yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::SamplesPage</name>
    <message>
        <source>Searching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take labelled pictures from files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy pictures from disk into the input location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick up new, changed and vanished files of the input location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write samples to a folder or a new dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze this state as a version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pictures yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put pictures into the input location and sync, add them from disk, or import what is labelled already. You can also drop files here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sample passes the tab and the filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the selection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the label and its replacement in the panel at the right.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::SettingsPage</name>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits and storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written into every annotation that you make, and into the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell me through the desktop when a task ends in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mouse wheel zooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise it scrolls, and Ctrl with the wheel zooms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay with the drawing tool after a shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the label of each new shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise it takes the current label; digits change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round coordinates to whole pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snap to other shapes and to the border of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a crosshair while drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show label names on shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the pixel grid at high zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep zoom and place for the next picture of the same size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> megapixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger pictures are refused with a message, so that a broken file cannot fill the memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thumbnails kept on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per project, in its folder “.cache”. Counts from the next time the project is opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::ShortcutCard</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save for printing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys could not be saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::ShortcutEditor</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo all own changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an action to change its keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is “%2” now; that action will lose it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::ShortcutRegistry</name>
    <message>
        <source>Labelwright: keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::Stopwatch</name>
    <message>
        <source>%1 s per object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s per picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::TaskFeed</name>
    <message>
        <source>%L1 new samples, %L2 updated, %L3 annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 new, %L2 changed, %L3 missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 pictures added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 samples, %L2 annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 samples removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is current</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::TaskIndicator</name>
    <message numerus="yes">
        <source>%n tasks running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::TasksPage</name>
    <message>
        <source>Close the list of problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::VersionsPage</name>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::WelcomePage</name>
    <message>
        <source>Welcome to Labelwright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a folder of pictures to a published dataset, offline and without losing a stroke.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In an empty folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labelled pictures to try things on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · opened %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from this list; the project itself stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects that you open appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which tool do your fingers know?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and mouse wheel then do what they do there. You can change this at any time in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::studio::actions</name>
    <message>
        <source>Next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next unlabelled picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous unlabelled picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to picture number…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm and next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat the previous picture&apos;s shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the stopwatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the filmstrip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save (everything is saved at once)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotate the selected picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search file names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the selection as hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmark the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the selected samples…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pictures from disk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid or list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New dataset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync with the input location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish a version…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the dataset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview of the dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples of the dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions of the dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
