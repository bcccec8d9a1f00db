-- SPDX-License-Identifier: GPL-3.0-or-later
-- Revision 3, readable by programs that know revision 3 or later: an older one would delete without writing here.
-- Intent: what was deleted waits in `trash` with all that it said, until it is restored or deleted for good; and who
-- changed what is kept in `sample_event`, which undo and new edits only ever add to.

-- A row for each deleted sample, label, dataset and version. A row that is out of sight without one here is either
-- held by a version only, or is being deleted for good.
CREATE TABLE trash (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    kind       INTEGER NOT NULL,         -- domain::TrashKind
    item_id    INTEGER NOT NULL,
    dataset_id INTEGER NOT NULL,
    author_id  INTEGER,                  -- who deleted it
    deleted_at INTEGER NOT NULL,
    label_id   INTEGER,                  -- a sample that was deleted together with this label
    content    BLOB,                     -- of a sample: what it said
    UNIQUE (kind, item_id)
) STRICT;
CREATE INDEX trash_dataset ON trash (dataset_id, kind);
CREATE INDEX trash_kind ON trash (kind);

-- The annotations that went with a deleted label, by sample.
CREATE TABLE trash_annotation (
    label_id  INTEGER NOT NULL,
    sample_id INTEGER NOT NULL,
    content   BLOB NOT NULL,
    PRIMARY KEY (label_id, sample_id)
) STRICT, WITHOUT ROWID;

-- Append only, by sample: what each gesture, undo, batch action or import did to the annotations, in a few bytes.
CREATE TABLE sample_event (
    sample_id  INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    cause      INTEGER NOT NULL,         -- domain::HistoryCause
    kind       INTEGER,                  -- domain::EditKind of a gesture
    author_id  INTEGER,
    created_at INTEGER NOT NULL,
    notes      BLOB NOT NULL,            -- models/store/HistoryRecord.h
    PRIMARY KEY (sample_id, number)
) STRICT, WITHOUT ROWID;

INSERT INTO trash (kind, item_id, dataset_id, deleted_at)
    SELECT 2, id, id, deleted_at FROM dataset WHERE deleted_at IS NOT NULL ORDER BY deleted_at;
INSERT INTO trash (kind, item_id, dataset_id, deleted_at)
    SELECT 3, id, dataset_id, deleted_at FROM version WHERE deleted_at IS NOT NULL ORDER BY deleted_at;
-- Labels deleted as such (not merged into another): the step's payload begins with the label's id.
INSERT OR REPLACE INTO trash (kind, item_id, dataset_id, deleted_at)
    SELECT 1, l.id, l.dataset_id, l.deleted_at
    FROM batch_step b JOIN label l ON l.dataset_id = b.dataset_id AND hex(substr(b.payload, 1, 8)) = printf('%016X', l.id)
    WHERE b.kind = 3 AND b.is_undone = 0 AND l.deleted_at IS NOT NULL ORDER BY b.id;
-- The latest step that still has a sample in sight is the one that deleted it.
INSERT OR REPLACE INTO trash (kind, item_id, dataset_id, deleted_at, content)
    SELECT 0, s.id, s.dataset_id, s.deleted_at, substr(i.before, 2)
    FROM batch_step b JOIN batch_item i ON i.step_id = b.id JOIN sample s ON s.id = i.sample_id
    WHERE b.kind IN (2, 3) AND b.is_undone = 0 AND s.deleted_at IS NOT NULL AND substr(i.before, 1, 1) = x'01'
    ORDER BY b.id;

-- A step now says who made it.
ALTER TABLE batch_step ADD COLUMN author_id INTEGER;

UPDATE project SET min_revision = 3;
