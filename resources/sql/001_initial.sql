-- SPDX-License-Identifier: GPL-3.0-or-later
-- Revision 1, readable by programs that know revision 1 or later.
-- Intent: one file per project. A sample row holds what lists, filters and counters need; geometry lives with the
-- annotation. Counters are kept with every write. Times are milliseconds since 1970 UTC.

CREATE TABLE project (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    uid         TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    min_revision INTEGER NOT NULL        -- programs that know less must not open the file
) STRICT;

CREATE TABLE dataset (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    uid             TEXT NOT NULL UNIQUE,
    name            TEXT NOT NULL,
    description     TEXT NOT NULL DEFAULT '',
    type            INTEGER NOT NULL,
    input_location  TEXT NOT NULL,
    output_location TEXT NOT NULL,
    default_shape   INTEGER,
    allows_all_shapes INTEGER NOT NULL DEFAULT 1,
    current_version INTEGER REFERENCES version (id) ON DELETE SET NULL,
    created_at      INTEGER NOT NULL,
    changed_at      INTEGER NOT NULL,
    deleted_at      INTEGER,
    total           INTEGER NOT NULL DEFAULT 0,
    labelled        INTEGER NOT NULL DEFAULT 0,
    to_confirm      INTEGER NOT NULL DEFAULT 0,
    hard            INTEGER NOT NULL DEFAULT 0,
    annotations     INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX dataset_name ON dataset (name) WHERE deleted_at IS NULL;

CREATE TABLE label (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset_id  INTEGER NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
    name        TEXT NOT NULL,
    colour      INTEGER NOT NULL,
    shortcut    TEXT NOT NULL DEFAULT '',
    attributes  TEXT NOT NULL DEFAULT '',   -- JSON: [{"name","values":[]}]
    position    INTEGER NOT NULL,
    is_hidden   INTEGER NOT NULL DEFAULT 0,
    is_locked   INTEGER NOT NULL DEFAULT 0,
    samples     INTEGER NOT NULL DEFAULT 0,
    annotations INTEGER NOT NULL DEFAULT 0,
    used_at     INTEGER NOT NULL DEFAULT 0, -- for "last used first"
    deleted_at  INTEGER
) STRICT;
CREATE UNIQUE INDEX label_name ON label (dataset_id, name) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX label_shortcut ON label (dataset_id, shortcut) WHERE deleted_at IS NULL AND shortcut <> '';

-- Folders of samples: relative to the input location when within it, else absolute.
CREATE TABLE folder (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset_id INTEGER NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
    path       TEXT NOT NULL,
    UNIQUE (dataset_id, path)
) STRICT;

-- Who or which model made something.
CREATE TABLE author (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- Import order is the order of ids.
CREATE TABLE sample (
    id            INTEGER PRIMARY KEY,
    dataset_id    INTEGER NOT NULL,
    folder_id     INTEGER NOT NULL,
    name          TEXT NOT NULL,
    state         INTEGER NOT NULL DEFAULT 0,
    is_hard       INTEGER NOT NULL DEFAULT 0,
    hard_coefficient REAL,
    usage         INTEGER NOT NULL DEFAULT 0,
    width         INTEGER NOT NULL DEFAULT 0,
    height        INTEGER NOT NULL DEFAULT 0,
    orientation   INTEGER NOT NULL DEFAULT 1,
    bytes         INTEGER NOT NULL DEFAULT 0,
    modified_at   INTEGER NOT NULL DEFAULT 0,
    is_missing    INTEGER NOT NULL DEFAULT 0,
    annotation_count INTEGER NOT NULL DEFAULT 0,
    min_confidence REAL,
    author_id     INTEGER,
    created_at    INTEGER NOT NULL,
    changed_at    INTEGER NOT NULL,
    next_annotation INTEGER NOT NULL DEFAULT 1,  -- ids are never used again within a sample
    undo_position INTEGER NOT NULL DEFAULT 0,
    deleted_at    INTEGER,
    external_id   TEXT,
    source_uri    TEXT,
    extra         BLOB
) STRICT;
CREATE UNIQUE INDEX sample_file ON sample (dataset_id, folder_id, name) WHERE deleted_at IS NULL;
-- Filters scan these; a state of 0 to 2, only rows in sight.
CREATE INDEX sample_state ON sample (dataset_id, state) WHERE deleted_at IS NULL;
CREATE INDEX sample_hard ON sample (dataset_id) WHERE deleted_at IS NULL AND is_hard = 1;
-- Everything else that one filters or sorts by: a scan of this index reads a quarter of what the table would cost.
CREATE INDEX sample_facts ON sample (dataset_id, created_at, changed_at, width, height, bytes, annotation_count,
    min_confidence, author_id, is_hard, is_missing) WHERE deleted_at IS NULL;
CREATE INDEX sample_name ON sample (dataset_id, name COLLATE NOCASE) WHERE deleted_at IS NULL;
CREATE INDEX sample_deleted ON sample (dataset_id, deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE annotation (
    sample_id   INTEGER NOT NULL,
    id          INTEGER NOT NULL,
    label_id    INTEGER NOT NULL,
    sort_order  INTEGER NOT NULL,
    flags       INTEGER NOT NULL,        -- bit 0 difficult, 1 truncated, 2 occluded, 3 hard
    shape       BLOB NOT NULL,           -- models/store/ShapeBlob.h
    confidence  REAL,
    author_id   INTEGER,
    created_at  INTEGER NOT NULL,
    details     BLOB,                    -- CBOR map of the rare rest: pose, attributes, hard coefficient, extra
    PRIMARY KEY (sample_id, id)
) STRICT, WITHOUT ROWID;

-- How many annotations of a label a sample has: answers label filters and the counters of labels.
CREATE TABLE sample_label (
    label_id  INTEGER NOT NULL,
    sample_id INTEGER NOT NULL,
    count     INTEGER NOT NULL,
    PRIMARY KEY (label_id, sample_id)
) STRICT, WITHOUT ROWID;

-- Unlimited undo, per sample, kept across restarts. Steps at or beyond sample.undo_position can be done again.
CREATE TABLE undo_step (
    sample_id  INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    kind       INTEGER NOT NULL,
    edit       BLOB NOT NULL,
    author_id  INTEGER,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (sample_id, position)
) STRICT, WITHOUT ROWID;

-- The same for actions on many samples or on labels, per dataset.
CREATE TABLE batch_step (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset_id INTEGER NOT NULL,
    kind       INTEGER NOT NULL,
    is_undone  INTEGER NOT NULL DEFAULT 0,
    payload    BLOB NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX batch_step_dataset ON batch_step (dataset_id, is_undone);
CREATE TABLE batch_item (
    step_id   INTEGER NOT NULL REFERENCES batch_step (id) ON DELETE CASCADE,
    sample_id INTEGER NOT NULL,
    before    BLOB NOT NULL,             -- CBOR of what the action took away or changed
    PRIMARY KEY (step_id, sample_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE version (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset_id  INTEGER NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
    name        TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    is_draft    INTEGER NOT NULL DEFAULT 0,
    created_at  INTEGER NOT NULL,
    train_ratio REAL,
    seed        INTEGER NOT NULL DEFAULT 0,
    has_hard    INTEGER NOT NULL DEFAULT 0,
    samples     INTEGER NOT NULL DEFAULT 0,
    labelled    INTEGER NOT NULL DEFAULT 0,
    annotations INTEGER NOT NULL DEFAULT 0,
    manifest_path TEXT NOT NULL DEFAULT '',
    labels      BLOB,                    -- CBOR: the label set at that time
    deleted_at  INTEGER
) STRICT;
CREATE UNIQUE INDEX version_name ON version (dataset_id, name) WHERE deleted_at IS NULL;

-- The labels of one sample at one time, stored once however many versions share them.
CREATE TABLE snapshot (
    id      INTEGER PRIMARY KEY,
    hash    BLOB NOT NULL UNIQUE,        -- 16 bytes
    content BLOB NOT NULL                -- CBOR of the annotations and the sample's own marks
) STRICT;
CREATE TABLE version_sample (
    version_id  INTEGER NOT NULL,
    sample_id   INTEGER NOT NULL,
    usage       INTEGER NOT NULL,
    snapshot_id INTEGER,                 -- NULL: unlabelled and unmarked
    PRIMARY KEY (version_id, sample_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE task (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset_id  INTEGER,
    kind        INTEGER NOT NULL,
    state       INTEGER NOT NULL,
    target      TEXT NOT NULL DEFAULT '',
    samples     INTEGER NOT NULL DEFAULT 0,
    created_at  INTEGER NOT NULL,
    finished_at INTEGER NOT NULL DEFAULT 0,
    problems    INTEGER NOT NULL DEFAULT 0,
    detail      TEXT NOT NULL DEFAULT '',
    owner       TEXT NOT NULL DEFAULT ''  -- host:pid:start of the process that runs it
) STRICT;
CREATE INDEX task_dataset ON task (dataset_id, id);
CREATE TABLE task_problem (
    task_id INTEGER NOT NULL,
    number  INTEGER NOT NULL,
    code    INTEGER NOT NULL,
    file    TEXT NOT NULL,
    line    INTEGER NOT NULL,
    detail  TEXT NOT NULL,
    PRIMARY KEY (task_id, number)
) STRICT, WITHOUT ROWID;

-- What a running import has done so far, so that a cancelled or killed one can be taken back. Emptied at its end.
CREATE TABLE import_journal (
    task_id      INTEGER NOT NULL,
    number       INTEGER NOT NULL,
    first_sample INTEGER NOT NULL,       -- samples created in this chunk: first to last, all of them
    last_sample  INTEGER NOT NULL,
    PRIMARY KEY (task_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE import_before (
    task_id   INTEGER NOT NULL,
    sample_id INTEGER NOT NULL,
    content   BLOB NOT NULL,             -- CBOR of sample and annotations before the import touched them
    PRIMARY KEY (task_id, sample_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_label (
    task_id  INTEGER NOT NULL,
    label_id INTEGER NOT NULL,           -- made by the import
    PRIMARY KEY (task_id, label_id)
) STRICT, WITHOUT ROWID;

-- Tells other processes what changed; pruned.
CREATE TABLE change (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    origin     INTEGER NOT NULL,         -- random number of the process's connection
    kinds      INTEGER NOT NULL,
    dataset_id INTEGER NOT NULL,
    samples    BLOB                      -- little-endian 64-bit ids; NULL: many
) STRICT;

CREATE TABLE audit_event (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    created_at  INTEGER NOT NULL,
    author_id   INTEGER,
    source      TEXT NOT NULL,           -- window, cli
    name        TEXT NOT NULL,           -- createDataset, …: the reference's tables 7-1 to 7-6
    resource_type TEXT NOT NULL,
    resource_id TEXT NOT NULL,
    resource_name TEXT NOT NULL,
    level       INTEGER NOT NULL,        -- 0 normal, 1 warning, 2 incident
    detail      TEXT NOT NULL
) STRICT;

-- Small settings that belong to the project, such as the last page shown.
CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
