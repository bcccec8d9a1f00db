-- SPDX-License-Identifier: GPL-3.0-or-later
-- Revision 2: labels have skeletons, and shapes have kinds that programs of revision 1 would lose.

ALTER TABLE label ADD COLUMN skeleton TEXT NOT NULL DEFAULT '';   -- JSON: {"joints":[],"bones":[[from,to]]}
UPDATE project SET min_revision = 2;
