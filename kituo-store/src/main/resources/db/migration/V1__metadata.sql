-- All metadata: one document an object. The key is the small number by which rows of facts name the object; it is never
-- given to another object. The version is that of the commit which wrote the row, so that nodes can catch up.
CREATE TABLE metadata_object (
  type     text   NOT NULL,
  uid      text   NOT NULL,
  key      int    NOT NULL UNIQUE,
  version  bigint NOT NULL,
  document jsonb  NOT NULL,
  PRIMARY KEY (type, uid)
);
CREATE INDEX metadata_object_version ON metadata_object (version);

-- Objects that were deleted, for nodes that catch up and for clients that ask.
CREATE TABLE metadata_deletion (
  type       text        NOT NULL,
  uid        text        NOT NULL,
  key        int         NOT NULL,
  code       text,
  version    bigint      NOT NULL,
  deleted_at timestamptz NOT NULL DEFAULT now(),
  deleted_by text        NOT NULL
);
CREATE INDEX metadata_deletion_version ON metadata_deletion (version);

-- One row: the number of commits so far. Writers lock it, and so write one after the other on all nodes.
CREATE TABLE metadata_version (
  one      boolean PRIMARY KEY DEFAULT true CHECK (one),
  version  bigint NOT NULL,
  next_key int    NOT NULL
);
INSERT INTO metadata_version (version, next_key) VALUES (0, 1);

-- One row: which installation this is, for other systems.
CREATE TABLE installation (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  id  uuid NOT NULL DEFAULT gen_random_uuid()
);
INSERT INTO installation DEFAULT VALUES;
