-- Who wrote each version of the metadata, and when. Objects written before this table have no row.
CREATE TABLE metadata_commit (
  version      bigint PRIMARY KEY,
  committed_at timestamptz NOT NULL DEFAULT now(),
  committed_by text        NOT NULL
);

-- The states of objects before their present one: all that is known of an object is its rows here and its row in
-- metadata_object, in the order of version. An object that never changed costs nothing here. The triggers make it
-- impossible to change an object without keeping what it was.
--
-- version is that of the commit which wrote the state, until that of the commit which replaced or deleted it.
CREATE TABLE metadata_history (
  type     text    NOT NULL,
  uid      text    NOT NULL,
  version  bigint  NOT NULL,
  until    bigint  NOT NULL,
  deleted  boolean NOT NULL,
  document jsonb   NOT NULL,
  PRIMARY KEY (type, uid, until)
);
CREATE INDEX metadata_history_version ON metadata_history (version);
CREATE INDEX metadata_history_until ON metadata_history (until) WHERE deleted;

-- The number of the commit under way is in metadata_version before any object is written.
CREATE FUNCTION metadata_keep_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO metadata_history (type, uid, version, until, deleted, document)
  SELECT b.type, b.uid, b.version, v.version, TG_OP = 'DELETE', b.document FROM before b, metadata_version v
  ON CONFLICT (type, uid, until) DO NOTHING;
  RETURN NULL;
END $$;

CREATE TRIGGER metadata_keep_replaced AFTER UPDATE ON metadata_object
  REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION metadata_keep_state();
CREATE TRIGGER metadata_keep_deleted AFTER DELETE ON metadata_object
  REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION metadata_keep_state();
