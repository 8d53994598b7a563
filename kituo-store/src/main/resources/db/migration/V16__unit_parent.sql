-- Which unit was above which, from which day on. Only units that were ever moved, or of which somebody said so, have rows:
-- of the others the present parent is the parent at all times. Rows are only added; of those with the same unit and day the
-- last one holds, and says so too if there is none any more (removed). The first parent of a unit holds from -infinity on.
--
-- A move writes its row by itself, whatever way it comes, in its own transaction: version is then that of the commit, which
-- tells who did it. What people say about the past has the
-- identifier of the user in said_by instead.
CREATE TABLE unit_parent (
  id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  unit    text        NOT NULL,
  since   date        NOT NULL,
  parent  text,
  removed boolean     NOT NULL DEFAULT false,
  at      timestamptz NOT NULL DEFAULT now(),
  said_by text,
  version bigint
);

CREATE INDEX unit_parent_of ON unit_parent (unit, since, id);

-- The identifier of the unit above in the document of a unit, which names it by that alone or by an object with it.
CREATE FUNCTION unit_parent_in(document jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE jsonb_typeof(document -> 'parent')
    WHEN 'string' THEN document ->> 'parent' ELSE document -> 'parent' ->> 'id' END
$$;

CREATE FUNCTION unit_keep_parent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO unit_parent (unit, since, parent, version)
    SELECT moved.uid, step.since, step.parent, v.version
    FROM (
      SELECT a.uid, unit_parent_in(b.document) AS old_parent, unit_parent_in(a.document) AS new_parent
      FROM before b JOIN after a USING (type, uid)
      WHERE b.type = 'organisationUnit') moved,
      metadata_version v,
      LATERAL (VALUES (date '-infinity', old_parent), (current_date, new_parent)) AS step (since, parent)
    WHERE moved.old_parent IS DISTINCT FROM moved.new_parent
      AND (step.since <> '-infinity' OR NOT EXISTS (SELECT FROM unit_parent u WHERE u.unit = moved.uid));
  RETURN NULL;
END $$;

CREATE TRIGGER unit_keep_parent AFTER UPDATE ON metadata_object
  REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION unit_keep_parent();

-- The moves before this table, as the history of metadata knows them.
INSERT INTO unit_parent (unit, since, parent, version)
SELECT uid, CASE WHEN number = 1 THEN '-infinity' ELSE coalesce(committed_at::date, current_date) END, parent, version
FROM (
  SELECT s.*, c.committed_at, row_number() OVER states AS number, lag(parent) OVER states AS was,
    min(coalesce(parent, '')) OVER (PARTITION BY uid) <> max(coalesce(parent, '')) OVER (PARTITION BY uid) AS moved
  FROM (
    SELECT uid, version, unit_parent_in(document) AS parent FROM metadata_history WHERE type = 'organisationUnit'
    UNION ALL
    SELECT uid, version, unit_parent_in(document) FROM metadata_object WHERE type = 'organisationUnit') s
    LEFT JOIN metadata_commit c USING (version)
  WINDOW states AS (PARTITION BY uid ORDER BY version)) known
WHERE moved AND (number = 1 OR was IS DISTINCT FROM parent)
ORDER BY version;
