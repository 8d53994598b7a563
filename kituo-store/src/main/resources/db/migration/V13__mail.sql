-- Mail that could not be sent is tried again later, a limited number of times.
ALTER TABLE outgoing_mail ADD COLUMN tries integer NOT NULL DEFAULT 0;
ALTER TABLE outgoing_mail ADD COLUMN next_try timestamptz NOT NULL DEFAULT now();
ALTER TABLE outgoing_mail ADD COLUMN problem text;
