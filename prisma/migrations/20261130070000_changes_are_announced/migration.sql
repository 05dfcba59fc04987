-- Everything that changes counts announces itself to subscribers: an undone import, removed tweets, corrected rows, another summary model.
-- New classifications are announced by the process that stores them, because PostgreSQL serialises the commits of transactions with a NOTIFY.
-- The payload is that of `src/live/change-notice.ts`.

CREATE FUNCTION "announce_entities"(entities uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  ids uuid[] := ARRAY(SELECT DISTINCT unnest(entities));
BEGIN
  IF cardinality(ids) > 95 THEN
    PERFORM pg_notify('pulso_live', '{"changed":[],"isMore":true}');
  ELSIF cardinality(ids) > 0 THEN
    PERFORM pg_notify('pulso_live', json_build_object(
      'changed', (SELECT json_agg(json_build_array(id, NULL)) FROM unnest(ids) AS id), 'isMore', false)::text);
  END IF;
END $$;

CREATE FUNCTION "announce_changed_entities"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM announce_entities(ARRAY(SELECT DISTINCT entity_id FROM changed));
  RETURN NULL;
END $$;

-- A merge announces both entities itself.
CREATE TRIGGER "classification_removed_announced" AFTER DELETE ON "classification" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT WHEN (current_setting('pulso.moves_counts', true) IS DISTINCT FROM 'on')
  EXECUTE FUNCTION "announce_changed_entities"();
CREATE TRIGGER "classification_updated_announced_1" AFTER UPDATE ON "classification" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT WHEN (current_setting('pulso.moves_counts', true) IS DISTINCT FROM 'on')
  EXECUTE FUNCTION "announce_changed_entities"();
CREATE TRIGGER "classification_updated_announced_2" AFTER UPDATE ON "classification" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT WHEN (current_setting('pulso.moves_counts', true) IS DISTINCT FROM 'on')
  EXECUTE FUNCTION "announce_changed_entities"();

CREATE FUNCTION "announce_everything"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('pulso_live', '{"changed":[],"isMore":true}');
  RETURN NULL;
END $$;

CREATE TRIGGER "model_selection_announced" AFTER UPDATE ON "model_selection"
  FOR EACH STATEMENT EXECUTE FUNCTION "announce_everything"();
