-- Which data have been approved, at which level. Objects are named by the keys that the metadata snapshot gives them,
-- periods by Period.key(), users by their names. accepted is null until somebody of the level above accepted.
CREATE TABLE approval (
  workflow               int         NOT NULL,
  period                 int         NOT NULL,
  org_unit               int         NOT NULL,
  attribute_option_combo int         NOT NULL,
  level                  int         NOT NULL,
  created                timestamptz NOT NULL DEFAULT now(),
  created_by             text        NOT NULL,
  last_updated           timestamptz NOT NULL DEFAULT now(),
  accepted_by            text,
  PRIMARY KEY (workflow, period, org_unit, attribute_option_combo, level)
);

-- What was done to approvals.
CREATE TABLE approval_change (
  id                     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  created                timestamptz NOT NULL DEFAULT now(),
  created_by             text        NOT NULL,
  action                 text        NOT NULL,
  workflow               int         NOT NULL,
  period                 int         NOT NULL,
  org_unit               int         NOT NULL,
  attribute_option_combo int         NOT NULL,
  level                  int         NOT NULL
);
