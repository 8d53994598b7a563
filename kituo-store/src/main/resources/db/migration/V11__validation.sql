-- Violations of validation rules that an analysis was asked to keep, by the keys of the snapshot.
CREATE TABLE violation (
  id                     bigint           GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  created                timestamptz      NOT NULL DEFAULT now(),
  rule                   int              NOT NULL,
  period                 int              NOT NULL,
  org_unit               int              NOT NULL,
  attribute_option_combo int              NOT NULL,
  left_value             double precision,
  right_value            double precision,
  notification_sent      boolean          NOT NULL DEFAULT false,
  UNIQUE (rule, period, org_unit, attribute_option_combo)
);
