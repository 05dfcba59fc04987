-- Some texts a model cannot read: random letters, or another language. Its answer about them is no opinion, so they count apart. The rollups
-- count uncertain classifications for each label, because estimates treat certain and uncertain answers differently.

CREATE TYPE "unread_reason" AS ENUM ('UNREADABLE', 'UNSUPPORTED_LANGUAGE');

ALTER TABLE "classification" ADD COLUMN "unread_reason" "unread_reason";

-- The rollups are counted again below. The indexer counts the terms of these tweets again.
SET LOCAL pulso.moves_counts = 'on';
UPDATE "classification" SET unread_reason = 'UNREADABLE', is_uncertain = true WHERE unknown_token_share >= 1;
SET LOCAL pulso.moves_counts = 'off';

ALTER TABLE "classification" ADD CONSTRAINT "classification_unread_is_uncertain" CHECK (is_uncertain OR unread_reason IS NULL);

TRUNCATE "sentiment_rollup", "sentiment_rollup_daily";

ALTER TABLE "sentiment_rollup" DROP COLUMN "uncertain",
  ADD COLUMN "uncertain_positive" INTEGER NOT NULL,
  ADD COLUMN "uncertain_neutral" INTEGER NOT NULL,
  ADD COLUMN "uncertain_negative" INTEGER NOT NULL,
  ADD COLUMN "uncertain_irrelevant" INTEGER NOT NULL,
  ADD COLUMN "unreadable" INTEGER NOT NULL,
  ADD COLUMN "unsupported_language" INTEGER NOT NULL;

ALTER TABLE "sentiment_rollup_daily" DROP COLUMN "uncertain",
  ADD COLUMN "uncertain_positive" INTEGER NOT NULL,
  ADD COLUMN "uncertain_neutral" INTEGER NOT NULL,
  ADD COLUMN "uncertain_negative" INTEGER NOT NULL,
  ADD COLUMN "uncertain_irrelevant" INTEGER NOT NULL,
  ADD COLUMN "unreadable" INTEGER NOT NULL,
  ADD COLUMN "unsupported_language" INTEGER NOT NULL;

INSERT INTO "sentiment_rollup" (entity_id, model_version_id, bucket_start, is_undated, positive, neutral, negative, irrelevant, uncertain_positive, uncertain_neutral, uncertain_negative, uncertain_irrelevant, unreadable, unsupported_language)
SELECT entity_id, model_version_id, date_bin('15 minutes', counted_at, timestamptz '1970-01-01 00:00:00+00'), is_undated,
  count(*) FILTER (WHERE label = 'POSITIVE' AND unread_reason IS NULL),
  count(*) FILTER (WHERE label = 'NEUTRAL' AND unread_reason IS NULL),
  count(*) FILTER (WHERE label = 'NEGATIVE' AND unread_reason IS NULL),
  count(*) FILTER (WHERE label = 'IRRELEVANT' AND unread_reason IS NULL),
  count(*) FILTER (WHERE label = 'POSITIVE' AND is_uncertain AND unread_reason IS NULL),
  count(*) FILTER (WHERE label = 'NEUTRAL' AND is_uncertain AND unread_reason IS NULL),
  count(*) FILTER (WHERE label = 'NEGATIVE' AND is_uncertain AND unread_reason IS NULL),
  count(*) FILTER (WHERE label = 'IRRELEVANT' AND is_uncertain AND unread_reason IS NULL),
  count(*) FILTER (WHERE unread_reason = 'UNREADABLE'),
  count(*) FILTER (WHERE unread_reason = 'UNSUPPORTED_LANGUAGE')
FROM classification GROUP BY 1, 2, 3, 4;

INSERT INTO "sentiment_rollup_daily" (entity_id, model_version_id, bucket_start, is_undated, positive, neutral, negative, irrelevant, uncertain_positive, uncertain_neutral, uncertain_negative, uncertain_irrelevant, unreadable, unsupported_language)
SELECT entity_id, model_version_id, date_trunc('day', bucket_start, 'UTC'), is_undated, sum(positive), sum(neutral), sum(negative), sum(irrelevant), sum(uncertain_positive), sum(uncertain_neutral), sum(uncertain_negative), sum(uncertain_irrelevant), sum(unreadable), sum(unsupported_language)
FROM sentiment_rollup GROUP BY 1, 2, 3, 4;

-- What Prisma's schema cannot say --------------------------------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION "add_to_sentiment_rollups"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sentiment_rollup AS kept (entity_id, model_version_id, bucket_start, is_undated, positive, neutral, negative, irrelevant, uncertain_positive, uncertain_neutral, uncertain_negative, uncertain_irrelevant, unreadable, unsupported_language)
  SELECT entity_id, model_version_id, date_bin('15 minutes', counted_at, timestamptz '1970-01-01 00:00:00+00') AS bucket_start, is_undated,
    count(*) FILTER (WHERE label = 'POSITIVE' AND unread_reason IS NULL),
    count(*) FILTER (WHERE label = 'NEUTRAL' AND unread_reason IS NULL),
    count(*) FILTER (WHERE label = 'NEGATIVE' AND unread_reason IS NULL),
    count(*) FILTER (WHERE label = 'IRRELEVANT' AND unread_reason IS NULL),
    count(*) FILTER (WHERE label = 'POSITIVE' AND is_uncertain AND unread_reason IS NULL),
    count(*) FILTER (WHERE label = 'NEUTRAL' AND is_uncertain AND unread_reason IS NULL),
    count(*) FILTER (WHERE label = 'NEGATIVE' AND is_uncertain AND unread_reason IS NULL),
    count(*) FILTER (WHERE label = 'IRRELEVANT' AND is_uncertain AND unread_reason IS NULL),
    count(*) FILTER (WHERE unread_reason = 'UNREADABLE'),
    count(*) FILTER (WHERE unread_reason = 'UNSUPPORTED_LANGUAGE')
  FROM added GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
  ON CONFLICT (entity_id, model_version_id, bucket_start, is_undated) DO UPDATE SET
    positive = kept.positive + excluded.positive,
    neutral = kept.neutral + excluded.neutral,
    negative = kept.negative + excluded.negative,
    irrelevant = kept.irrelevant + excluded.irrelevant,
    uncertain_positive = kept.uncertain_positive + excluded.uncertain_positive,
    uncertain_neutral = kept.uncertain_neutral + excluded.uncertain_neutral,
    uncertain_negative = kept.uncertain_negative + excluded.uncertain_negative,
    uncertain_irrelevant = kept.uncertain_irrelevant + excluded.uncertain_irrelevant,
    unreadable = kept.unreadable + excluded.unreadable,
    unsupported_language = kept.unsupported_language + excluded.unsupported_language;

  INSERT INTO sentiment_rollup_daily AS kept (entity_id, model_version_id, bucket_start, is_undated, positive, neutral, negative, irrelevant, uncertain_positive, uncertain_neutral, uncertain_negative, uncertain_irrelevant, unreadable, unsupported_language)
  SELECT entity_id, model_version_id, date_trunc('day', counted_at, 'UTC') AS bucket_start, is_undated,
    count(*) FILTER (WHERE label = 'POSITIVE' AND unread_reason IS NULL),
    count(*) FILTER (WHERE label = 'NEUTRAL' AND unread_reason IS NULL),
    count(*) FILTER (WHERE label = 'NEGATIVE' AND unread_reason IS NULL),
    count(*) FILTER (WHERE label = 'IRRELEVANT' AND unread_reason IS NULL),
    count(*) FILTER (WHERE label = 'POSITIVE' AND is_uncertain AND unread_reason IS NULL),
    count(*) FILTER (WHERE label = 'NEUTRAL' AND is_uncertain AND unread_reason IS NULL),
    count(*) FILTER (WHERE label = 'NEGATIVE' AND is_uncertain AND unread_reason IS NULL),
    count(*) FILTER (WHERE label = 'IRRELEVANT' AND is_uncertain AND unread_reason IS NULL),
    count(*) FILTER (WHERE unread_reason = 'UNREADABLE'),
    count(*) FILTER (WHERE unread_reason = 'UNSUPPORTED_LANGUAGE')
  FROM added GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
  ON CONFLICT (entity_id, model_version_id, bucket_start, is_undated) DO UPDATE SET
    positive = kept.positive + excluded.positive,
    neutral = kept.neutral + excluded.neutral,
    negative = kept.negative + excluded.negative,
    irrelevant = kept.irrelevant + excluded.irrelevant,
    uncertain_positive = kept.uncertain_positive + excluded.uncertain_positive,
    uncertain_neutral = kept.uncertain_neutral + excluded.uncertain_neutral,
    uncertain_negative = kept.uncertain_negative + excluded.uncertain_negative,
    uncertain_irrelevant = kept.uncertain_irrelevant + excluded.uncertain_irrelevant,
    unreadable = kept.unreadable + excluded.unreadable,
    unsupported_language = kept.unsupported_language + excluded.unsupported_language;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION "take_from_sentiment_rollups"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM sentiment_rollup
  WHERE (entity_id, model_version_id, bucket_start, is_undated) IN (SELECT entity_id, model_version_id, date_bin('15 minutes', counted_at, timestamptz '1970-01-01 00:00:00+00'), is_undated FROM removed)
  ORDER BY entity_id, model_version_id, bucket_start, is_undated FOR UPDATE;

  UPDATE sentiment_rollup AS kept SET
    positive = kept.positive - gone.positive,
    neutral = kept.neutral - gone.neutral,
    negative = kept.negative - gone.negative,
    irrelevant = kept.irrelevant - gone.irrelevant,
    uncertain_positive = kept.uncertain_positive - gone.uncertain_positive,
    uncertain_neutral = kept.uncertain_neutral - gone.uncertain_neutral,
    uncertain_negative = kept.uncertain_negative - gone.uncertain_negative,
    uncertain_irrelevant = kept.uncertain_irrelevant - gone.uncertain_irrelevant,
    unreadable = kept.unreadable - gone.unreadable,
    unsupported_language = kept.unsupported_language - gone.unsupported_language
  FROM (
    SELECT entity_id, model_version_id, date_bin('15 minutes', counted_at, timestamptz '1970-01-01 00:00:00+00') AS bucket_start, is_undated,
      count(*) FILTER (WHERE label = 'POSITIVE' AND unread_reason IS NULL) AS positive,
      count(*) FILTER (WHERE label = 'NEUTRAL' AND unread_reason IS NULL) AS neutral,
      count(*) FILTER (WHERE label = 'NEGATIVE' AND unread_reason IS NULL) AS negative,
      count(*) FILTER (WHERE label = 'IRRELEVANT' AND unread_reason IS NULL) AS irrelevant,
      count(*) FILTER (WHERE label = 'POSITIVE' AND is_uncertain AND unread_reason IS NULL) AS uncertain_positive,
      count(*) FILTER (WHERE label = 'NEUTRAL' AND is_uncertain AND unread_reason IS NULL) AS uncertain_neutral,
      count(*) FILTER (WHERE label = 'NEGATIVE' AND is_uncertain AND unread_reason IS NULL) AS uncertain_negative,
      count(*) FILTER (WHERE label = 'IRRELEVANT' AND is_uncertain AND unread_reason IS NULL) AS uncertain_irrelevant,
      count(*) FILTER (WHERE unread_reason = 'UNREADABLE') AS unreadable,
      count(*) FILTER (WHERE unread_reason = 'UNSUPPORTED_LANGUAGE') AS unsupported_language
    FROM removed GROUP BY 1, 2, 3, 4) AS gone
  WHERE (kept.entity_id, kept.model_version_id, kept.bucket_start, kept.is_undated)
    = (gone.entity_id, gone.model_version_id, gone.bucket_start, gone.is_undated);

  DELETE FROM sentiment_rollup
  WHERE (entity_id, model_version_id, bucket_start, is_undated) IN (SELECT entity_id, model_version_id, date_bin('15 minutes', counted_at, timestamptz '1970-01-01 00:00:00+00'), is_undated FROM removed)
  AND positive + neutral + negative + irrelevant + unreadable + unsupported_language = 0;

  PERFORM 1 FROM sentiment_rollup_daily
  WHERE (entity_id, model_version_id, bucket_start, is_undated) IN (SELECT entity_id, model_version_id, date_trunc('day', counted_at, 'UTC'), is_undated FROM removed)
  ORDER BY entity_id, model_version_id, bucket_start, is_undated FOR UPDATE;

  UPDATE sentiment_rollup_daily AS kept SET
    positive = kept.positive - gone.positive,
    neutral = kept.neutral - gone.neutral,
    negative = kept.negative - gone.negative,
    irrelevant = kept.irrelevant - gone.irrelevant,
    uncertain_positive = kept.uncertain_positive - gone.uncertain_positive,
    uncertain_neutral = kept.uncertain_neutral - gone.uncertain_neutral,
    uncertain_negative = kept.uncertain_negative - gone.uncertain_negative,
    uncertain_irrelevant = kept.uncertain_irrelevant - gone.uncertain_irrelevant,
    unreadable = kept.unreadable - gone.unreadable,
    unsupported_language = kept.unsupported_language - gone.unsupported_language
  FROM (
    SELECT entity_id, model_version_id, date_trunc('day', counted_at, 'UTC') AS bucket_start, is_undated,
      count(*) FILTER (WHERE label = 'POSITIVE' AND unread_reason IS NULL) AS positive,
      count(*) FILTER (WHERE label = 'NEUTRAL' AND unread_reason IS NULL) AS neutral,
      count(*) FILTER (WHERE label = 'NEGATIVE' AND unread_reason IS NULL) AS negative,
      count(*) FILTER (WHERE label = 'IRRELEVANT' AND unread_reason IS NULL) AS irrelevant,
      count(*) FILTER (WHERE label = 'POSITIVE' AND is_uncertain AND unread_reason IS NULL) AS uncertain_positive,
      count(*) FILTER (WHERE label = 'NEUTRAL' AND is_uncertain AND unread_reason IS NULL) AS uncertain_neutral,
      count(*) FILTER (WHERE label = 'NEGATIVE' AND is_uncertain AND unread_reason IS NULL) AS uncertain_negative,
      count(*) FILTER (WHERE label = 'IRRELEVANT' AND is_uncertain AND unread_reason IS NULL) AS uncertain_irrelevant,
      count(*) FILTER (WHERE unread_reason = 'UNREADABLE') AS unreadable,
      count(*) FILTER (WHERE unread_reason = 'UNSUPPORTED_LANGUAGE') AS unsupported_language
    FROM removed GROUP BY 1, 2, 3, 4) AS gone
  WHERE (kept.entity_id, kept.model_version_id, kept.bucket_start, kept.is_undated)
    = (gone.entity_id, gone.model_version_id, gone.bucket_start, gone.is_undated);

  DELETE FROM sentiment_rollup_daily
  WHERE (entity_id, model_version_id, bucket_start, is_undated) IN (SELECT entity_id, model_version_id, date_trunc('day', counted_at, 'UTC'), is_undated FROM removed)
  AND positive + neutral + negative + irrelevant + unreadable + unsupported_language = 0;
  RETURN NULL;
END $$;
