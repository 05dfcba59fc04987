-- The first tables. The part above "What Prisma's schema cannot say" is what Prisma derives from schema.prisma.

CREATE TYPE "label" AS ENUM ('POSITIVE', 'NEUTRAL', 'NEGATIVE', 'IRRELEVANT');

CREATE TYPE "model_alias" AS ENUM ('ACTIVE', 'CANDIDATE', 'BASELINE');

CREATE TYPE "evaluation_split" AS ENUM ('GROUPED', 'UNSEEN_ENTITIES', 'RANDOM_LEAKY', 'KAGGLE_VALIDATION', 'EXTERNAL', 'CORRECTIONS');

CREATE TABLE "entity" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "entity_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "tweet" (
    "id" UUID NOT NULL,
    "identity" BYTEA NOT NULL,
    "external_id" TEXT,
    "text_hash" BYTEA NOT NULL,
    "text" TEXT NOT NULL,
    "author" TEXT,
    "posted_at" TIMESTAMPTZ(3),
    "stored_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tweet_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "classification" (
    "entity_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "tweet_id" UUID NOT NULL,
    "model_version_id" UUID NOT NULL,
    "label" "label" NOT NULL,
    "positive" DOUBLE PRECISION NOT NULL,
    "neutral" DOUBLE PRECISION NOT NULL,
    "negative" DOUBLE PRECISION NOT NULL,
    "irrelevant" DOUBLE PRECISION NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "is_uncertain" BOOLEAN NOT NULL,
    "unknown_token_share" DOUBLE PRECISION NOT NULL,
    "is_truncated" BOOLEAN NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "classification_pkey" PRIMARY KEY ("entity_id","id")
);

CREATE TABLE "imported_label" (
    "tweet_id" UUID NOT NULL,
    "entity_id" UUID NOT NULL,
    "label" "label" NOT NULL,

    CONSTRAINT "imported_label_pkey" PRIMARY KEY ("tweet_id","entity_id")
);

CREATE TABLE "sentiment_rollup" (
    "entity_id" UUID NOT NULL,
    "model_version_id" UUID NOT NULL,
    "bucket_start" TIMESTAMPTZ(3) NOT NULL,
    "positive" INTEGER NOT NULL,
    "neutral" INTEGER NOT NULL,
    "negative" INTEGER NOT NULL,
    "irrelevant" INTEGER NOT NULL,
    "uncertain" INTEGER NOT NULL,

    CONSTRAINT "sentiment_rollup_pkey" PRIMARY KEY ("entity_id","model_version_id","bucket_start")
);

CREATE TABLE "sentiment_rollup_daily" (
    "entity_id" UUID NOT NULL,
    "model_version_id" UUID NOT NULL,
    "bucket_start" TIMESTAMPTZ(3) NOT NULL,
    "positive" INTEGER NOT NULL,
    "neutral" INTEGER NOT NULL,
    "negative" INTEGER NOT NULL,
    "irrelevant" INTEGER NOT NULL,
    "uncertain" INTEGER NOT NULL,

    CONSTRAINT "sentiment_rollup_daily_pkey" PRIMARY KEY ("entity_id","model_version_id","bucket_start")
);

CREATE TABLE "model_version" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "weights_sha256" TEXT NOT NULL,
    "manifest" JSONB NOT NULL,
    "alias" "model_alias",
    "registered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "model_version_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "evaluation" (
    "id" UUID NOT NULL,
    "model_version_id" UUID NOT NULL,
    "dataset" TEXT NOT NULL,
    "split" "evaluation_split" NOT NULL,
    "report" JSONB NOT NULL,
    "evaluated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evaluation_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "entity_key_key" ON "entity"("key");

CREATE UNIQUE INDEX "tweet_identity_key" ON "tweet"("identity");

CREATE INDEX "classification_entity_id_model_version_id_counted_at_id_idx" ON "classification"("entity_id", "model_version_id", "counted_at" DESC, "id" DESC);

CREATE INDEX "classification_entity_id_model_version_id_confidence_id_idx" ON "classification"("entity_id", "model_version_id", "confidence", "id");

CREATE UNIQUE INDEX "classification_tweet_id_entity_id_model_version_id_key" ON "classification"("tweet_id", "entity_id", "model_version_id");

CREATE UNIQUE INDEX "model_version_version_key" ON "model_version"("version");

CREATE UNIQUE INDEX "model_version_alias_key" ON "model_version"("alias");

CREATE UNIQUE INDEX "evaluation_model_version_id_dataset_split_key" ON "evaluation"("model_version_id", "dataset", "split");

ALTER TABLE "classification" ADD CONSTRAINT "classification_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "classification" ADD CONSTRAINT "classification_tweet_id_fkey" FOREIGN KEY ("tweet_id") REFERENCES "tweet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "classification" ADD CONSTRAINT "classification_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "imported_label" ADD CONSTRAINT "imported_label_tweet_id_fkey" FOREIGN KEY ("tweet_id") REFERENCES "tweet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "imported_label" ADD CONSTRAINT "imported_label_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sentiment_rollup" ADD CONSTRAINT "sentiment_rollup_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sentiment_rollup" ADD CONSTRAINT "sentiment_rollup_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sentiment_rollup_daily" ADD CONSTRAINT "sentiment_rollup_daily_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sentiment_rollup_daily" ADD CONSTRAINT "sentiment_rollup_daily_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say --------------------------------------------------------------------------------------------------

-- Stands for "no entity", so that keys and uniqueness need no exception for null.
INSERT INTO "entity" ("id", "name", "key", "created_at") VALUES ('00000000-0000-0000-0000-000000000000', '', '', now());

-- Counts are kept by statement, not by row: one batch of a thousand classifications touches each bucket once. Buckets are touched
-- in the order of their key, so that two batches that share buckets wait for each other instead of deadlocking.

CREATE FUNCTION "add_to_sentiment_rollups"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sentiment_rollup AS kept
  SELECT entity_id, model_version_id, date_bin('15 minutes', counted_at, timestamptz '1970-01-01 00:00:00+00') AS bucket_start,
    count(*) FILTER (WHERE label = 'POSITIVE'), count(*) FILTER (WHERE label = 'NEUTRAL'),
    count(*) FILTER (WHERE label = 'NEGATIVE'), count(*) FILTER (WHERE label = 'IRRELEVANT'), count(*) FILTER (WHERE is_uncertain)
  FROM added GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT (entity_id, model_version_id, bucket_start) DO UPDATE SET
    positive = kept.positive + excluded.positive, neutral = kept.neutral + excluded.neutral,
    negative = kept.negative + excluded.negative, irrelevant = kept.irrelevant + excluded.irrelevant,
    uncertain = kept.uncertain + excluded.uncertain;

  INSERT INTO sentiment_rollup_daily AS kept
  SELECT entity_id, model_version_id, date_trunc('day', counted_at, 'UTC') AS bucket_start,
    count(*) FILTER (WHERE label = 'POSITIVE'), count(*) FILTER (WHERE label = 'NEUTRAL'),
    count(*) FILTER (WHERE label = 'NEGATIVE'), count(*) FILTER (WHERE label = 'IRRELEVANT'), count(*) FILTER (WHERE is_uncertain)
  FROM added GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT (entity_id, model_version_id, bucket_start) DO UPDATE SET
    positive = kept.positive + excluded.positive, neutral = kept.neutral + excluded.neutral,
    negative = kept.negative + excluded.negative, irrelevant = kept.irrelevant + excluded.irrelevant,
    uncertain = kept.uncertain + excluded.uncertain;
  RETURN NULL;
END $$;

-- A bucket that becomes empty goes away: a rollup never says more than its rows. The first query of each half takes the locks in order.
CREATE FUNCTION "take_from_sentiment_rollups"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM sentiment_rollup
  WHERE (entity_id, model_version_id, bucket_start) IN (
    SELECT entity_id, model_version_id, date_bin('15 minutes', counted_at, timestamptz '1970-01-01 00:00:00+00') FROM removed)
  ORDER BY entity_id, model_version_id, bucket_start FOR UPDATE;

  UPDATE sentiment_rollup AS kept SET
    positive = kept.positive - gone.positive, neutral = kept.neutral - gone.neutral,
    negative = kept.negative - gone.negative, irrelevant = kept.irrelevant - gone.irrelevant,
    uncertain = kept.uncertain - gone.uncertain
  FROM (
    SELECT entity_id, model_version_id, date_bin('15 minutes', counted_at, timestamptz '1970-01-01 00:00:00+00') AS bucket_start,
      count(*) FILTER (WHERE label = 'POSITIVE') AS positive, count(*) FILTER (WHERE label = 'NEUTRAL') AS neutral,
      count(*) FILTER (WHERE label = 'NEGATIVE') AS negative, count(*) FILTER (WHERE label = 'IRRELEVANT') AS irrelevant,
      count(*) FILTER (WHERE is_uncertain) AS uncertain
    FROM removed GROUP BY 1, 2, 3) AS gone
  WHERE (kept.entity_id, kept.model_version_id, kept.bucket_start) = (gone.entity_id, gone.model_version_id, gone.bucket_start);

  DELETE FROM sentiment_rollup
  WHERE (entity_id, model_version_id, bucket_start) IN (
    SELECT entity_id, model_version_id, date_bin('15 minutes', counted_at, timestamptz '1970-01-01 00:00:00+00') FROM removed)
  AND positive + neutral + negative + irrelevant = 0;

  PERFORM 1 FROM sentiment_rollup_daily
  WHERE (entity_id, model_version_id, bucket_start) IN (
    SELECT entity_id, model_version_id, date_trunc('day', counted_at, 'UTC') FROM removed)
  ORDER BY entity_id, model_version_id, bucket_start FOR UPDATE;

  UPDATE sentiment_rollup_daily AS kept SET
    positive = kept.positive - gone.positive, neutral = kept.neutral - gone.neutral,
    negative = kept.negative - gone.negative, irrelevant = kept.irrelevant - gone.irrelevant,
    uncertain = kept.uncertain - gone.uncertain
  FROM (
    SELECT entity_id, model_version_id, date_trunc('day', counted_at, 'UTC') AS bucket_start,
      count(*) FILTER (WHERE label = 'POSITIVE') AS positive, count(*) FILTER (WHERE label = 'NEUTRAL') AS neutral,
      count(*) FILTER (WHERE label = 'NEGATIVE') AS negative, count(*) FILTER (WHERE label = 'IRRELEVANT') AS irrelevant,
      count(*) FILTER (WHERE is_uncertain) AS uncertain
    FROM removed GROUP BY 1, 2, 3) AS gone
  WHERE (kept.entity_id, kept.model_version_id, kept.bucket_start) = (gone.entity_id, gone.model_version_id, gone.bucket_start);

  DELETE FROM sentiment_rollup_daily
  WHERE (entity_id, model_version_id, bucket_start) IN (
    SELECT entity_id, model_version_id, date_trunc('day', counted_at, 'UTC') FROM removed)
  AND positive + neutral + negative + irrelevant = 0;
  RETURN NULL;
END $$;

CREATE TRIGGER "classification_added" AFTER INSERT ON "classification" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "add_to_sentiment_rollups"();
CREATE TRIGGER "classification_removed" AFTER DELETE ON "classification" REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION "take_from_sentiment_rollups"();
-- An update is both; PostgreSQL fires triggers of one event in the order of their names.
CREATE TRIGGER "classification_updated_1" AFTER UPDATE ON "classification" REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION "take_from_sentiment_rollups"();
CREATE TRIGGER "classification_updated_2" AFTER UPDATE ON "classification" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "add_to_sentiment_rollups"();
