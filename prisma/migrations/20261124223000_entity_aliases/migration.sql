-- Other names of an entity. They are rows of the same table, so that one unique key says what every name means.

ALTER TABLE "entity" ADD COLUMN "alias_of_id" UUID;

ALTER TABLE "classification" ADD COLUMN "asked_name" TEXT;

CREATE INDEX "entity_alias_of_id_idx" ON "entity"("alias_of_id");

ALTER TABLE "entity" ADD CONSTRAINT "entity_alias_of_id_fkey" FOREIGN KEY ("alias_of_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say --------------------------------------------------------------------------------------------------

-- A merge moves counts as a whole, after its rows: the triggers would hold the buckets from the first row to the last.
-- Inserting does not look at the setting, so the write path stays as it was.

DROP TRIGGER "classification_removed" ON "classification";
DROP TRIGGER "classification_updated_1" ON "classification";
DROP TRIGGER "classification_updated_2" ON "classification";

CREATE TRIGGER "classification_removed" AFTER DELETE ON "classification" REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT WHEN (current_setting('pulso.moves_counts', true) IS DISTINCT FROM 'on')
  EXECUTE FUNCTION "take_from_sentiment_rollups"();
CREATE TRIGGER "classification_updated_1" AFTER UPDATE ON "classification" REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT WHEN (current_setting('pulso.moves_counts', true) IS DISTINCT FROM 'on')
  EXECUTE FUNCTION "take_from_sentiment_rollups"();
CREATE TRIGGER "classification_updated_2" AFTER UPDATE ON "classification" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT WHEN (current_setting('pulso.moves_counts', true) IS DISTINCT FROM 'on')
  EXECUTE FUNCTION "add_to_sentiment_rollups"();
