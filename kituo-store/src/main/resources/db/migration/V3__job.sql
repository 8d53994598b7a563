-- Work that is done after its request was answered, by whichever node takes it first. The input is dropped at the end.
CREATE TABLE job (
  uid        text        PRIMARY KEY,
  type       text        NOT NULL,
  name       text        NOT NULL,
  created    timestamptz NOT NULL DEFAULT now(),
  created_by text        NOT NULL,
  parameters text,
  input      bytea,
  summary    text
);
CREATE INDEX job_created ON job (created);

-- What jobs say while they run.
CREATE TABLE job_notification (
  number    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job       text        NOT NULL REFERENCES job ON DELETE CASCADE,
  uid       text        NOT NULL,
  time      timestamptz NOT NULL DEFAULT clock_timestamp(),
  level     text        NOT NULL,
  message   text        NOT NULL,
  completed boolean     NOT NULL
);
CREATE INDEX job_notification_job ON job_notification (job, number);

-- The table of db-scheduler: which node runs what, and whether it is alive.
CREATE TABLE job_execution (
  task_name            text        NOT NULL,
  task_instance        text        NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  picked               boolean     NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint      NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX job_execution_time ON job_execution (execution_time);
CREATE INDEX job_execution_heartbeat ON job_execution (last_heartbeat);
