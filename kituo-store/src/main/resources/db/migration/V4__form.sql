-- What is known of data entry forms beside their figures. Objects are named by the keys that the metadata snapshot gives
-- them, periods by Period.key().

-- That a unit has reported a data set for a period. A row that was taken back stays, marked, for the change feed.
CREATE TABLE completion (
  created                timestamptz NOT NULL DEFAULT now(),
  last_updated           timestamptz NOT NULL DEFAULT now(),
  changed                xid8        NOT NULL DEFAULT pg_current_xact_id(),
  org_unit               int         NOT NULL,
  period                 int         NOT NULL,
  data_set               int         NOT NULL,
  attribute_option_combo int         NOT NULL,
  completed              boolean     NOT NULL,
  deleted                boolean     NOT NULL DEFAULT false,
  date                   timestamptz NOT NULL,
  stored_by              text        NOT NULL,
  last_updated_by        text        NOT NULL,
  PRIMARY KEY (org_unit, period, data_set, attribute_option_combo)
);
CREATE INDEX completion_changed ON completion (changed);

-- That a unit may still enter figures of a data set for a period that is closed.
CREATE TABLE lock_exception (
  id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  created  timestamptz NOT NULL DEFAULT now(),
  data_set int         NOT NULL,
  period   int         NOT NULL,
  org_unit int         NOT NULL,
  UNIQUE (data_set, period, org_unit)
);

-- The usual range of a figure of a unit; generated says that it was computed, not set by hand.
CREATE TABLE usual_range (
  id                    bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  org_unit              int     NOT NULL,
  data_element          int     NOT NULL,
  category_option_combo int     NOT NULL,
  least                 int     NOT NULL,
  most                  int     NOT NULL,
  generated             boolean NOT NULL,
  UNIQUE (org_unit, data_element, category_option_combo)
);
