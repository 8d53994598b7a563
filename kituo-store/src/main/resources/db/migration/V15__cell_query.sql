-- Questions about single figures. Objects that figures are of are named by the keys that the metadata snapshot gives
-- them, users and groups by their identifiers, who did something by the name for logging in. A query is about a cell,
-- whether or not a figure stands in it. What was said and done is never changed: each step keeps the value at its time.
CREATE TABLE cell_query (
  id                     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uid                    text   NOT NULL UNIQUE,
  org_unit               int    NOT NULL,
  period                 int    NOT NULL,
  data_element           int    NOT NULL,
  category_option_combo  int    NOT NULL,
  attribute_option_combo int    NOT NULL,
  status                 text   NOT NULL,
  assigned_user          text,
  assigned_group         text
);

CREATE INDEX cell_query_cell ON cell_query (org_unit, period, data_element);
CREATE INDEX cell_query_unfinished ON cell_query (id) WHERE status <> 'CLOSED';

CREATE TABLE cell_query_step (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  query          text        NOT NULL REFERENCES cell_query (uid),
  at             timestamptz NOT NULL DEFAULT now(),
  by             text        NOT NULL,
  action         text        NOT NULL,
  text           text,
  assigned_user  text,
  assigned_group text,
  value          text
);

CREATE INDEX cell_query_step_of ON cell_query_step (query);
