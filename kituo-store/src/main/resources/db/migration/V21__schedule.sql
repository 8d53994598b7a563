-- The configuration that a job was started for, by its time or by hand; null for what a request started.
ALTER TABLE job ADD COLUMN configuration text;
CREATE INDEX job_configuration ON job (configuration, created DESC) WHERE configuration IS NOT NULL;

-- Messages that the server writes to users: one text each, and for whom it is.
CREATE TABLE message (
  uid     text        PRIMARY KEY,
  type    text        NOT NULL,
  subject text        NOT NULL,
  text    text        NOT NULL,
  created timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE message_recipient (
  message   text    NOT NULL REFERENCES message ON DELETE CASCADE,
  user_uid  text    NOT NULL,
  is_read   boolean NOT NULL DEFAULT false,
  follow_up boolean NOT NULL DEFAULT false,
  PRIMARY KEY (user_uid, message)
);
CREATE INDEX message_recipient_message ON message_recipient (message);
