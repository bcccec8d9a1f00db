-- SPDX-License-Identifier: GPL-3.0-or-later
-- Revision 4, readable by programs that know revision 4 or later: an older one would drop what samples say here.
-- Intent: samples have attributes ("group" = "03") and reasons why they are hard; what runs of smart labelling have
-- written, and which of their proposals a person has refused.

ALTER TABLE sample ADD COLUMN hard_reasons TEXT;   -- "2-4": numbers of domain::HardReason, the weightiest first
ALTER TABLE sample ADD COLUMN attributes TEXT;     -- JSON object, value by name; the truth behind the next two tables

-- The same attributes the other way round, for filters and counts.
CREATE TABLE attribute_value (
    id         INTEGER PRIMARY KEY,
    dataset_id INTEGER NOT NULL,
    name       TEXT NOT NULL,
    value      TEXT NOT NULL,
    UNIQUE (dataset_id, name, value)
) STRICT;
CREATE TABLE sample_attribute (
    value_id  INTEGER NOT NULL,
    sample_id INTEGER NOT NULL,
    PRIMARY KEY (value_id, sample_id)
) STRICT, WITHOUT ROWID;

-- One for each job whose proposals were written, so that they are written once, by whoever sees its end first, and a
-- killed writing goes on where it was.
CREATE TABLE smart_run (
    job_id      TEXT PRIMARY KEY,        -- name of the job's folder
    dataset_id  INTEGER NOT NULL,
    step_id     INTEGER NOT NULL,        -- batch_step that takes the run back
    state       INTEGER NOT NULL,        -- domain::SmartRunState
    read_lines  INTEGER NOT NULL DEFAULT 0, -- of the job's proposals
    proposed    INTEGER NOT NULL DEFAULT 0, -- samples written
    skipped     INTEGER NOT NULL DEFAULT 0, -- samples left alone because a person was there first
    about       TEXT NOT NULL,           -- JSON: mode, model, what the job measured
    created_at  INTEGER NOT NULL,
    finished_at INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX smart_run_dataset ON smart_run (dataset_id, created_at);

-- Refused by a person: not proposed again for this sample until it was labelled.
CREATE TABLE rejected_proposal (
    sample_id  INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    label_id   INTEGER NOT NULL,
    shape      BLOB NOT NULL,            -- as in annotation
    created_at INTEGER NOT NULL,
    PRIMARY KEY (sample_id, number)
) STRICT, WITHOUT ROWID;

-- Ids of samples are given anew: what was refused for one must not count for another.
CREATE TRIGGER sample_gone AFTER DELETE ON sample BEGIN
    DELETE FROM rejected_proposal WHERE sample_id = old.id;
END;

UPDATE project SET min_revision = 4;
