-- Files that users have uploaded: documents, pictures, values of data elements. They are kept in the
-- database, so that a copy of the database is a copy of everything, and all nodes have them.
CREATE TABLE file_resource (
  uid            text        PRIMARY KEY,
  name           text        NOT NULL,
  content_type   text        NOT NULL,
  content_md5    text        NOT NULL,
  domain         text        NOT NULL,
  assigned       boolean     NOT NULL DEFAULT false,
  created        timestamptz NOT NULL DEFAULT now(),
  created_by     text        NOT NULL,
  content        bytea       NOT NULL
);

-- Icons that users have added to those that every server has.
CREATE TABLE custom_icon (
  key          text        PRIMARY KEY,
  description  text        NOT NULL,
  keywords     text[]      NOT NULL,
  file_uid     text        NOT NULL REFERENCES file_resource,
  created      timestamptz NOT NULL DEFAULT now(),
  last_updated timestamptz NOT NULL DEFAULT now(),
  created_by   text        NOT NULL
);
