-- A tweet without a time of its own counts at the time it was stored. Summaries count such tweets apart, so the rollups have a row for each kind.

ALTER TABLE "classification" ADD COLUMN "is_undated" BOOLEAN NOT NULL DEFAULT false;

-- Nothing else changes: the counts are split below, and the words of the tweets stay.
ALTER TABLE "classification" DISABLE TRIGGER USER;
UPDATE "classification" AS c SET is_undated = true FROM tweet WHERE tweet.id = c.tweet_id AND tweet.posted_at IS NULL;
ALTER TABLE "classification" ENABLE TRIGGER USER;

ALTER TABLE "sentiment_rollup" ADD COLUMN "is_undated" BOOLEAN NOT NULL DEFAULT false,
  DROP CONSTRAINT "sentiment_rollup_pkey",
  ADD CONSTRAINT "sentiment_rollup_pkey" PRIMARY KEY ("entity_id", "model_version_id", "bucket_start", "is_undated");
ALTER TABLE "sentiment_rollup_daily" ADD COLUMN "is_undated" BOOLEAN NOT NULL DEFAULT false,
  DROP CONSTRAINT "sentiment_rollup_daily_pkey",
  ADD CONSTRAINT "sentiment_rollup_daily_pkey" PRIMARY KEY ("entity_id", "model_version_id", "bucket_start", "is_undated");

INSERT INTO "sentiment_rollup" (entity_id, model_version_id, bucket_start, is_undated, positive, neutral, negative, irrelevant, uncertain)
SELECT entity_id, model_version_id, date_bin('15 minutes', counted_at, timestamptz '1970-01-01 00:00:00+00'), true,
  count(*) FILTER (WHERE label = 'POSITIVE'), count(*) FILTER (WHERE label = 'NEUTRAL'),
  count(*) FILTER (WHERE label = 'NEGATIVE'), count(*) FILTER (WHERE label = 'IRRELEVANT'), count(*) FILTER (WHERE is_uncertain)
FROM classification WHERE is_undated GROUP BY 1, 2, 3;

UPDATE "sentiment_rollup" AS kept SET
  positive = kept.positive - undated.positive, neutral = kept.neutral - undated.neutral,
  negative = kept.negative - undated.negative, irrelevant = kept.irrelevant - undated.irrelevant,
  uncertain = kept.uncertain - undated.uncertain
FROM "sentiment_rollup" AS undated
WHERE undated.is_undated AND NOT kept.is_undated
  AND (kept.entity_id, kept.model_version_id, kept.bucket_start) = (undated.entity_id, undated.model_version_id, undated.bucket_start);

DELETE FROM "sentiment_rollup" WHERE positive + neutral + negative + irrelevant = 0;

INSERT INTO "sentiment_rollup_daily" (entity_id, model_version_id, bucket_start, is_undated, positive, neutral, negative, irrelevant, uncertain)
SELECT entity_id, model_version_id, date_trunc('day', counted_at, 'UTC'), true,
  count(*) FILTER (WHERE label = 'POSITIVE'), count(*) FILTER (WHERE label = 'NEUTRAL'),
  count(*) FILTER (WHERE label = 'NEGATIVE'), count(*) FILTER (WHERE label = 'IRRELEVANT'), count(*) FILTER (WHERE is_uncertain)
FROM classification WHERE is_undated GROUP BY 1, 2, 3;

UPDATE "sentiment_rollup_daily" AS kept SET
  positive = kept.positive - undated.positive, neutral = kept.neutral - undated.neutral,
  negative = kept.negative - undated.negative, irrelevant = kept.irrelevant - undated.irrelevant,
  uncertain = kept.uncertain - undated.uncertain
FROM "sentiment_rollup_daily" AS undated
WHERE undated.is_undated AND NOT kept.is_undated
  AND (kept.entity_id, kept.model_version_id, kept.bucket_start) = (undated.entity_id, undated.model_version_id, undated.bucket_start);

DELETE FROM "sentiment_rollup_daily" WHERE positive + neutral + negative + irrelevant = 0;

ALTER TABLE "import_job" ADD COLUMN "undated" INTEGER NOT NULL DEFAULT 0;

-- What Prisma's schema cannot say --------------------------------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION "add_to_sentiment_rollups"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sentiment_rollup AS kept (entity_id, model_version_id, bucket_start, is_undated, positive, neutral, negative, irrelevant, uncertain)
  SELECT entity_id, model_version_id, date_bin('15 minutes', counted_at, timestamptz '1970-01-01 00:00:00+00') AS bucket_start, is_undated,
    count(*) FILTER (WHERE label = 'POSITIVE'), count(*) FILTER (WHERE label = 'NEUTRAL'),
    count(*) FILTER (WHERE label = 'NEGATIVE'), count(*) FILTER (WHERE label = 'IRRELEVANT'), count(*) FILTER (WHERE is_uncertain)
  FROM added GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
  ON CONFLICT (entity_id, model_version_id, bucket_start, is_undated) DO UPDATE SET
    positive = kept.positive + excluded.positive, neutral = kept.neutral + excluded.neutral,
    negative = kept.negative + excluded.negative, irrelevant = kept.irrelevant + excluded.irrelevant,
    uncertain = kept.uncertain + excluded.uncertain;

  INSERT INTO sentiment_rollup_daily AS kept (entity_id, model_version_id, bucket_start, is_undated, positive, neutral, negative, irrelevant, uncertain)
  SELECT entity_id, model_version_id, date_trunc('day', counted_at, 'UTC') AS bucket_start, is_undated,
    count(*) FILTER (WHERE label = 'POSITIVE'), count(*) FILTER (WHERE label = 'NEUTRAL'),
    count(*) FILTER (WHERE label = 'NEGATIVE'), count(*) FILTER (WHERE label = 'IRRELEVANT'), count(*) FILTER (WHERE is_uncertain)
  FROM added GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
  ON CONFLICT (entity_id, model_version_id, bucket_start, is_undated) DO UPDATE SET
    positive = kept.positive + excluded.positive, neutral = kept.neutral + excluded.neutral,
    negative = kept.negative + excluded.negative, irrelevant = kept.irrelevant + excluded.irrelevant,
    uncertain = kept.uncertain + excluded.uncertain;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION "take_from_sentiment_rollups"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM sentiment_rollup
  WHERE (entity_id, model_version_id, bucket_start, is_undated) IN (SELECT entity_id, model_version_id, date_bin('15 minutes', counted_at, timestamptz '1970-01-01 00:00:00+00'), is_undated FROM removed)
  ORDER BY entity_id, model_version_id, bucket_start, is_undated FOR UPDATE;

  UPDATE sentiment_rollup AS kept SET
    positive = kept.positive - gone.positive, neutral = kept.neutral - gone.neutral,
    negative = kept.negative - gone.negative, irrelevant = kept.irrelevant - gone.irrelevant,
    uncertain = kept.uncertain - gone.uncertain
  FROM (
    SELECT entity_id, model_version_id, date_bin('15 minutes', counted_at, timestamptz '1970-01-01 00:00:00+00') AS bucket_start, is_undated,
      count(*) FILTER (WHERE label = 'POSITIVE') AS positive, count(*) FILTER (WHERE label = 'NEUTRAL') AS neutral,
      count(*) FILTER (WHERE label = 'NEGATIVE') AS negative, count(*) FILTER (WHERE label = 'IRRELEVANT') AS irrelevant,
      count(*) FILTER (WHERE is_uncertain) AS uncertain
    FROM removed GROUP BY 1, 2, 3, 4) AS gone
  WHERE (kept.entity_id, kept.model_version_id, kept.bucket_start, kept.is_undated)
    = (gone.entity_id, gone.model_version_id, gone.bucket_start, gone.is_undated);

  DELETE FROM sentiment_rollup
  WHERE (entity_id, model_version_id, bucket_start, is_undated) IN (SELECT entity_id, model_version_id, date_bin('15 minutes', counted_at, timestamptz '1970-01-01 00:00:00+00'), is_undated FROM removed)
  AND positive + neutral + negative + irrelevant = 0;

  PERFORM 1 FROM sentiment_rollup_daily
  WHERE (entity_id, model_version_id, bucket_start, is_undated) IN (SELECT entity_id, model_version_id, date_trunc('day', counted_at, 'UTC'), is_undated FROM removed)
  ORDER BY entity_id, model_version_id, bucket_start, is_undated FOR UPDATE;

  UPDATE sentiment_rollup_daily AS kept SET
    positive = kept.positive - gone.positive, neutral = kept.neutral - gone.neutral,
    negative = kept.negative - gone.negative, irrelevant = kept.irrelevant - gone.irrelevant,
    uncertain = kept.uncertain - gone.uncertain
  FROM (
    SELECT entity_id, model_version_id, date_trunc('day', counted_at, 'UTC') AS bucket_start, is_undated,
      count(*) FILTER (WHERE label = 'POSITIVE') AS positive, count(*) FILTER (WHERE label = 'NEUTRAL') AS neutral,
      count(*) FILTER (WHERE label = 'NEGATIVE') AS negative, count(*) FILTER (WHERE label = 'IRRELEVANT') AS irrelevant,
      count(*) FILTER (WHERE is_uncertain) AS uncertain
    FROM removed GROUP BY 1, 2, 3, 4) AS gone
  WHERE (kept.entity_id, kept.model_version_id, kept.bucket_start, kept.is_undated)
    = (gone.entity_id, gone.model_version_id, gone.bucket_start, gone.is_undated);

  DELETE FROM sentiment_rollup_daily
  WHERE (entity_id, model_version_id, bucket_start, is_undated) IN (SELECT entity_id, model_version_id, date_trunc('day', counted_at, 'UTC'), is_undated FROM removed)
  AND positive + neutral + negative + irrelevant = 0;
  RETURN NULL;
END $$;
