-- The imports of figures, so that each can be told and undone as a whole. What an import changed is not kept again: its
-- figures are the versions whose transaction and time are those of one of its parts. (The number of a transaction alone
-- is not enough: after a restore into another cluster the numbers begin anew.)
CREATE TABLE value_import (
  id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uid        text        NOT NULL UNIQUE,
  created    timestamptz NOT NULL DEFAULT now(),
  created_by text        NOT NULL,
  undoes     text        REFERENCES value_import (uid)
);

CREATE INDEX value_import_undoes ON value_import (undoes) WHERE undoes IS NOT NULL;

-- One transaction of an import: the figures of one data set, which is 0 where none was found.
CREATE TABLE value_import_part (
  import   text        NOT NULL REFERENCES value_import (uid),
  changed  xid8        NOT NULL DEFAULT pg_current_xact_id(),
  at       timestamptz NOT NULL DEFAULT now(),
  data_set int         NOT NULL,
  written  int         NOT NULL,
  PRIMARY KEY (import, changed, at)
);

CREATE INDEX data_value_version_changed ON data_value_version (changed);
