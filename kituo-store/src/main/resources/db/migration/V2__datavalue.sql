-- Figures (aggregate data values). Objects are named by the keys that the metadata snapshot gives
-- them, periods by Period.key().
--
-- data_value holds the current version of each figure. A deleted figure stays, marked.
-- data_value_version holds the versions before it: all that is known of a figure, who, when, before
-- and after, is its rows of both tables in the order of last_updated. A figure that never changed
-- therefore costs one row, and loading new figures writes no history. The trigger makes it
-- impossible to change a figure without keeping what it was.
--
-- changed is the transaction that wrote the version: the change feed reads by it.
-- kind is C (the first version), U (another value), D (deleted) or N (another comment or follow-up).
-- follow_up is null where nobody ever said, which is not quite the same as "no" to clients.
CREATE TABLE data_value (
  created                timestamptz NOT NULL,
  last_updated           timestamptz NOT NULL,
  changed                xid8        NOT NULL DEFAULT pg_current_xact_id(),
  org_unit               int         NOT NULL,
  period                 int         NOT NULL,
  data_element           int         NOT NULL,
  category_option_combo  int         NOT NULL,
  attribute_option_combo int         NOT NULL,
  kind                   "char"      NOT NULL,
  deleted                boolean     NOT NULL,
  follow_up              boolean,
  value                  text,
  comment                text,
  stored_by              text        NOT NULL,
  PRIMARY KEY (org_unit, period, data_element, category_option_combo, attribute_option_combo)
) WITH (autovacuum_vacuum_insert_scale_factor = 0.05);

CREATE INDEX data_value_changed ON data_value (changed);

CREATE TABLE data_value_version (LIKE data_value);

CREATE INDEX data_value_version_of ON data_value_version
  (org_unit, period, data_element, category_option_combo, attribute_option_combo);

CREATE FUNCTION data_value_keep_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO data_value_version SELECT * FROM before;
  RETURN NULL;
END $$;

CREATE TRIGGER data_value_keep_version
  AFTER UPDATE ON data_value
  REFERENCING OLD TABLE AS before
  FOR EACH STATEMENT EXECUTE FUNCTION data_value_keep_version();

-- The life of the change feed: it changes when the database is restored elsewhere or to an earlier
-- state, because positions from before then mean nothing.
CREATE TABLE feed_generation (
  generation uuid NOT NULL,
  cluster    text NOT NULL
);
