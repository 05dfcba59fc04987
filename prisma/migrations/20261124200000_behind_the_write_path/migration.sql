-- Full-text search and term counts, which are kept up behind the write path.

CREATE TABLE "indexing_queue" (
    "id" BIGSERIAL NOT NULL,
    "tweet_ids" UUID[],
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "indexing_queue_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "indexing_lease" (
    "id" INTEGER NOT NULL,
    "runner_id" UUID,
    "leased_until" TIMESTAMPTZ(3),

    CONSTRAINT "indexing_lease_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "indexed_tweet" (
    "tweet_id" UUID NOT NULL,
    "external_id" TEXT,
    "words" tsvector NOT NULL,
    "entity_ids" UUID[],
    "terms" TEXT[],
    "mentions" JSONB NOT NULL,

    CONSTRAINT "indexed_tweet_pkey" PRIMARY KEY ("tweet_id")
);

CREATE TABLE "term_daily" (
    "entity_id" UUID NOT NULL,
    "model_version_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "terms" TEXT[],
    "positive" INTEGER[],
    "neutral" INTEGER[],
    "negative" INTEGER[],
    "irrelevant" INTEGER[],

    CONSTRAINT "term_daily_pkey" PRIMARY KEY ("entity_id","model_version_id","day")
);

CREATE TABLE "term_total" (
    "model_version_id" UUID NOT NULL,
    "term" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "term_total_pkey" PRIMARY KEY ("model_version_id","term")
);

CREATE INDEX "indexed_tweet_external_id_tweet_id_idx" ON "indexed_tweet"("external_id", "tweet_id");

CREATE INDEX "indexed_tweet_words_entity_ids_idx" ON "indexed_tweet" USING GIN ("words", "entity_ids");

-- What Prisma's schema cannot say --------------------------------------------------------------------------------------------------

ALTER TABLE "indexing_lease" ADD CONSTRAINT "indexing_lease_is_one_row" CHECK ("id" = 1);
INSERT INTO "indexing_lease" ("id") VALUES (1);

-- Ids and times of rows do not follow the order of commits, so that a reader behind a cursor would miss some; a row of a queue appears
-- when what it is about does. Parts of a hundred stay small enough to be kept in the row, and to be worked off one by one.
CREATE FUNCTION "queue_for_indexing"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO indexing_queue (tweet_ids)
  SELECT array_agg(tweet_id) FROM (SELECT tweet_id, (row_number() OVER () - 1) / 100 AS part FROM changed) AS numbered GROUP BY part;
  RETURN NULL;
END $$;

CREATE TRIGGER "classification_queued_1" AFTER INSERT ON "classification" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_for_indexing"();
CREATE TRIGGER "classification_queued_2" AFTER DELETE ON "classification" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_for_indexing"();
-- Both, because an update may move a classification to another tweet.
CREATE TRIGGER "classification_queued_3" AFTER UPDATE ON "classification" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_for_indexing"();
CREATE TRIGGER "classification_queued_4" AFTER UPDATE ON "classification" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_for_indexing"();

-- What is stored already.
INSERT INTO "indexing_queue" ("tweet_ids")
SELECT array_agg(tweet_id) FROM (
  SELECT tweet_id, (row_number() OVER (ORDER BY tweet_id) - 1) / 100 AS part FROM (SELECT DISTINCT tweet_id FROM classification) AS stored
) AS numbered GROUP BY part ORDER BY part;
