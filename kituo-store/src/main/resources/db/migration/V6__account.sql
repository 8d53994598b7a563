-- What concerns accounts beside their metadata: it changes with every login, and so stays out of the
-- documents of the users. Users are named by their identifiers.

-- A session: the SHA-256 of the token that the cookie holds. Sessions outlive the server and are
-- the same for all nodes.
CREATE TABLE user_session (
  id        bytea       PRIMARY KEY,
  user_uid  text        NOT NULL,
  username  text        NOT NULL,
  created   timestamptz NOT NULL DEFAULT now(),
  last_used timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX user_session_user ON user_session (user_uid);

-- Every attempt to log in by name and password, for the lockout and for auditors.
CREATE TABLE login_attempt (
  at        timestamptz NOT NULL DEFAULT now(),
  username  text        NOT NULL,
  succeeded boolean     NOT NULL,
  way       text        NOT NULL,
  address   text        NOT NULL
);
CREATE INDEX login_attempt_username ON login_attempt (username, at);

-- The time of the last login of each user.
CREATE TABLE last_login (
  user_uid text        PRIMARY KEY,
  at       timestamptz NOT NULL
);

-- Hashes of the passwords that a user had before, so that they are not chosen again.
CREATE TABLE former_password (
  user_uid text        NOT NULL,
  at       timestamptz NOT NULL DEFAULT now(),
  hash     text        NOT NULL
);
CREATE INDEX former_password_user ON former_password (user_uid, at);

-- Personal access tokens are metadata; the SHA-256 of the key that the user holds is kept here.
CREATE TABLE access_token_key (
  hash      bytea PRIMARY KEY,
  token_uid text  NOT NULL UNIQUE
);

-- What was mailed to a user to prove who asks: an invitation or the recovery of a password. The
-- token itself is kept as its SHA-256.
CREATE TABLE account_ticket (
  hash     bytea       PRIMARY KEY,
  user_uid text        NOT NULL,
  purpose  text        NOT NULL,
  expires  timestamptz NOT NULL
);

-- Settings of the system; the locale is empty but for translations.
CREATE TABLE system_setting (
  key    text NOT NULL,
  locale text NOT NULL DEFAULT '',
  value  text NOT NULL,
  PRIMARY KEY (key, locale)
);

-- Settings of users.
CREATE TABLE user_setting (
  user_uid text NOT NULL,
  key      text NOT NULL,
  value    text NOT NULL,
  PRIMARY KEY (user_uid, key)
);

-- Mail that waits to be sent, and that was.
CREATE TABLE outgoing_mail (
  id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  created   timestamptz NOT NULL DEFAULT now(),
  sent      timestamptz,
  recipient text        NOT NULL,
  subject   text        NOT NULL,
  text      text        NOT NULL
);
CREATE INDEX outgoing_mail_waiting ON outgoing_mail (id) WHERE sent IS NULL;
