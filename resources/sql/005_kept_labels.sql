-- SPDX-License-Identifier: GPL-3.0-or-later
-- Revision 5, readable by programs that know revision 4 or later: an older one asks about kept labels once more.
-- Intent: what a person has checked of the labels that pictures alike speak against ("labels to check").

-- The sample has this label, and a person said that it is right. Void once the label is another.
CREATE TABLE kept_label (
    sample_id INTEGER PRIMARY KEY,
    label_id  INTEGER NOT NULL,
    kept_at   INTEGER NOT NULL
) STRICT;

-- Ids of samples are given anew: what was kept for one must not count for another.
CREATE TRIGGER kept_sample_gone AFTER DELETE ON sample BEGIN
    DELETE FROM kept_label WHERE sample_id = old.id;
END;
