-- A foreign key is checked row by row: eight of them were nearly half of what an imported tweet cost the database. Shares of imports and
-- labels are written together with, or beside, a classification of the same tweet and entity, whose own keys hold both.

ALTER TABLE "import_mention" DROP CONSTRAINT "import_mention_tweet_id_fkey";

ALTER TABLE "import_mention" DROP CONSTRAINT "import_mention_entity_id_fkey";

ALTER TABLE "import_mention" DROP CONSTRAINT "import_mention_import_id_fkey";

ALTER TABLE "imported_label" DROP CONSTRAINT "imported_label_entity_id_fkey";

-- What Prisma's schema cannot say --------------------------------------------------------------------------------------------------

-- The same promises, kept a statement at a time: a batch names few entities and one import. Locked as a foreign key locks, so that whoever
-- removes one of them waits, and then finds what refers to it.
CREATE FUNCTION "require_entities"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (SELECT DISTINCT entity_id FROM added ORDER BY 1) AS named
    LEFT JOIN LATERAL (SELECT true AS is_there FROM entity WHERE id = named.entity_id FOR KEY SHARE) AS found ON true
    WHERE is_there IS NULL
  ) THEN
    RAISE EXCEPTION 'An entity that % names is gone.', TG_TABLE_NAME USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "imported_label_added" AFTER INSERT ON "imported_label" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "require_entities"();
CREATE TRIGGER "imported_label_updated" AFTER UPDATE ON "imported_label" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "require_entities"();

CREATE FUNCTION "keep_labelled_entities"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM removed WHERE EXISTS (SELECT FROM imported_label WHERE entity_id = removed.id)) THEN
    RAISE EXCEPTION 'A label refers to the entity.' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "entity_removed" AFTER DELETE ON "entity" REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION "keep_labelled_entities"();

-- A share that nothing is left of goes with its tweet.
CREATE FUNCTION "forget_import_mentions"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM import_mention USING removed WHERE tweet_id = removed.id;
  RETURN NULL;
END $$;

CREATE TRIGGER "tweet_removed" AFTER DELETE ON "tweet" REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION "forget_import_mentions"();
