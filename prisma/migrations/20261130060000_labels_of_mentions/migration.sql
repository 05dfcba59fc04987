-- Labels of people stand beside those of files. The imported labels become the first rows of an append-only table. The new columns have
-- constant defaults, so PostgreSQL changes only the catalogue and rewrites no row; one index is built again.

CREATE TYPE "label_origin" AS ENUM ('PAGE', 'API', 'IMPORT', 'AGREEMENT');
CREATE TYPE "label_basis" AS ENUM ('ADJUDICATED', 'AGREED', 'SINGLE');
CREATE TYPE "draw_strategy" AS ENUM ('UNIFORM', 'UNCERTAINTY', 'DISAGREEMENT', 'MIXED', 'ALL_ROWS', 'RANDOM_SAMPLE');

ALTER TABLE "imported_label" RENAME TO "mention_label";
ALTER TABLE "mention_label"
  ALTER COLUMN "label" DROP NOT NULL,
  ADD COLUMN "annotator" TEXT NOT NULL DEFAULT 'file',
  ADD COLUMN "number" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "undoes" INTEGER,
  ADD COLUMN "origin" "label_origin" NOT NULL DEFAULT 'IMPORT',
  ADD COLUMN "labelled_at" TIMESTAMPTZ(3),
  ADD COLUMN "draw_id" UUID,
  ADD COLUMN "inclusion_probability" DOUBLE PRECISION;

ALTER TABLE "mention_label" DROP CONSTRAINT "imported_label_pkey";
ALTER TABLE "mention_label" ADD CONSTRAINT "mention_label_pkey" PRIMARY KEY ("tweet_id","entity_id","annotator","number");
ALTER TABLE "mention_label" RENAME CONSTRAINT "imported_label_tweet_id_fkey" TO "mention_label_tweet_id_fkey";
ALTER INDEX "imported_label_entity_id_tweet_id_idx" RENAME TO "mention_label_entity_id_tweet_id_idx";
ALTER TRIGGER "imported_label_added" ON "mention_label" RENAME TO "mention_label_added";
ALTER TRIGGER "imported_label_updated" ON "mention_label" RENAME TO "mention_label_updated";

CREATE TABLE "resolved_label" (
    "tweet_id" UUID NOT NULL,
    "entity_id" UUID NOT NULL,
    "label" "label" NOT NULL,
    "basis" "label_basis" NOT NULL,
    "annotator" TEXT NOT NULL,
    "origin" "label_origin" NOT NULL,
    "labelled_at" TIMESTAMPTZ(3),
    "annotator_count" INTEGER NOT NULL,
    "is_disputed" BOOLEAN NOT NULL,
    "draw_id" UUID,
    "inclusion_probability" DOUBLE PRECISION,

    CONSTRAINT "resolved_label_pkey" PRIMARY KEY ("tweet_id","entity_id")
);

CREATE INDEX "resolved_label_entity_id_tweet_id_idx" ON "resolved_label"("entity_id", "tweet_id");

CREATE TABLE "label_draw" (
    "id" UUID NOT NULL,
    "entity_id" UUID,
    "model_version_id" UUID,
    "other_version_id" UUID,
    "strategy" "draw_strategy" NOT NULL,
    "range_from" TIMESTAMPTZ(3),
    "range_to" TIMESTAMPTZ(3),
    "population_count" INTEGER NOT NULL,
    "item_count" INTEGER NOT NULL,
    "text_count" INTEGER NOT NULL,
    "strata" JSONB NOT NULL,
    "is_partial" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "label_draw_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "label_draw_entity_id_id_idx" ON "label_draw"("entity_id", "id");

CREATE TABLE "label_draw_item" (
    "draw_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "tweet_id" UUID NOT NULL,
    "stratum" INTEGER NOT NULL,
    "inclusion_probability" DOUBLE PRECISION NOT NULL,
    "text_position" INTEGER NOT NULL,

    CONSTRAINT "label_draw_item_pkey" PRIMARY KEY ("draw_id","position")
);

CREATE UNIQUE INDEX "label_draw_item_tweet_id_draw_id_key" ON "label_draw_item"("tweet_id", "draw_id");

ALTER TABLE "resolved_label" ADD CONSTRAINT "resolved_label_tweet_id_fkey" FOREIGN KEY ("tweet_id") REFERENCES "tweet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "label_draw" ADD CONSTRAINT "label_draw_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "label_draw_item" ADD CONSTRAINT "label_draw_item_draw_id_fkey" FOREIGN KEY ("draw_id") REFERENCES "label_draw"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "label_draw_item" ADD CONSTRAINT "label_draw_item_tweet_id_fkey" FOREIGN KEY ("tweet_id") REFERENCES "tweet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say --------------------------------------------------------------------------------------------------

-- Labels of people are few among the imported ones.
CREATE INDEX "mention_label_by_person" ON "mention_label" ("annotator", "tweet_id") WHERE "annotator" <> 'file';
CREATE INDEX "mention_label_by_people" ON "mention_label" ("entity_id", "tweet_id") WHERE "annotator" <> 'file';

-- The label of a file, for one mention.
CREATE VIEW "imported_label" AS SELECT tweet_id, entity_id, label FROM mention_label WHERE annotator = 'file';

-- The label that each annotator holds now. An adjudication does not replace the adjudicator's own label. File labels have one row each.
CREATE VIEW "current_label" AS
  SELECT * FROM mention_label AS given
  WHERE given.label IS NOT NULL AND (given.annotator = 'file' OR NOT EXISTS (
    SELECT FROM mention_label AS later
    WHERE later.tweet_id = given.tweet_id AND later.entity_id = given.entity_id AND later.annotator = given.annotator
      AND (later.origin = 'AGREEMENT') = (given.origin = 'AGREEMENT') AND later.number > given.number));

-- One label for each labelled mention. Mentions that only a file has labelled need no row in resolved_label.
CREATE VIEW "human_label" AS
  SELECT tweet_id, entity_id, label, basis, annotator, origin, labelled_at, annotator_count, is_disputed, draw_id, inclusion_probability
  FROM resolved_label
  UNION ALL
  SELECT tweet_id, entity_id, label, 'SINGLE'::label_basis, annotator, origin, labelled_at, 1, false, draw_id, inclusion_probability
  FROM mention_label AS given
  WHERE annotator = 'file' AND NOT EXISTS (
    SELECT FROM resolved_label AS resolved
    WHERE resolved.tweet_id = given.tweet_id AND resolved.entity_id = given.entity_id);

-- Decides the label of mentions: an adjudication, or else the label of most annotators if two or more gave it, or else the
-- latest one of a person, or else that of a file.
CREATE FUNCTION "resolve_labels"(tweets uuid[], entities uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM resolved_label AS resolved USING unnest(tweets, entities) AS given (tweet_id, entity_id)
  WHERE resolved.tweet_id = given.tweet_id AND resolved.entity_id = given.entity_id;
  INSERT INTO resolved_label (tweet_id, entity_id, label, basis, annotator, origin, labelled_at, annotator_count, is_disputed,
    draw_id, inclusion_probability)
  WITH given AS (
    SELECT label.* FROM (SELECT DISTINCT * FROM unnest(tweets, entities) AS named (tweet_id, entity_id)) AS named
    CROSS JOIN LATERAL (
      SELECT * FROM current_label AS c WHERE c.tweet_id = named.tweet_id AND c.entity_id = named.entity_id
    ) AS label
  ),
  counted AS (
    SELECT *, origin = 'AGREEMENT' AS is_adjudication,
      count(*) FILTER (WHERE origin <> 'AGREEMENT') OVER (PARTITION BY tweet_id, entity_id, label) AS votes
    FROM given
  ),
  topped AS (
    SELECT *, max(votes) FILTER (WHERE NOT is_adjudication) OVER mention AS top,
      count(*) FILTER (WHERE NOT is_adjudication) OVER mention AS annotators,
      bool_or(is_adjudication) OVER mention AS is_adjudicated,
      bool_or(annotator <> 'file') OVER mention AS has_person,
      first_value(draw_id) OVER by_draw AS first_draw, first_value(inclusion_probability) OVER by_draw AS first_probability
    FROM counted
    WINDOW mention AS (PARTITION BY tweet_id, entity_id),
      by_draw AS (PARTITION BY tweet_id, entity_id ORDER BY draw_id ASC NULLS LAST)
  ),
  ranked AS (
    SELECT *, CASE
      WHEN is_adjudication THEN 1
      WHEN votes >= 2 AND votes = top
        AND count(*) FILTER (WHERE NOT is_adjudication AND votes = top) OVER (PARTITION BY tweet_id, entity_id) = top THEN 2
      ELSE 3 END AS precedence
    FROM topped WHERE has_person
  )
  SELECT DISTINCT ON (tweet_id, entity_id) tweet_id, entity_id, label,
    (ARRAY['ADJUDICATED', 'AGREED', 'SINGLE'])[precedence]::label_basis, annotator, origin, labelled_at, annotators,
    NOT is_adjudicated AND votes < annotators, first_draw, first_probability
  FROM ranked
  ORDER BY tweet_id, entity_id, precedence, annotator = 'file', labelled_at DESC NULLS LAST, annotator;
END $$;

-- Serialised by tweet, so that of two annotators the second one sees the label of the first.
CREATE FUNCTION "resolve_added_labels"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  tweets uuid[];
  entities uuid[];
BEGIN
  SELECT array_agg(tweet_id), array_agg(entity_id) INTO tweets, entities FROM added
  WHERE annotator <> 'file' OR EXISTS (
    SELECT FROM resolved_label AS resolved WHERE resolved.tweet_id = added.tweet_id AND resolved.entity_id = added.entity_id);
  IF tweets IS NOT NULL THEN
    PERFORM FROM tweet WHERE id = ANY(tweets) ORDER BY id FOR NO KEY UPDATE;
    PERFORM resolve_labels(tweets, entities);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "mention_label_resolved" AFTER INSERT ON "mention_label" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "resolve_added_labels"();

-- Append-only: a row is changed only if its mention moves to another entity.
CREATE FUNCTION "keep_labels"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Labels are never changed: add a row instead.' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "mention_label_kept" BEFORE UPDATE OF "label", "annotator", "origin", "labelled_at", "draw_id", "inclusion_probability"
  ON "mention_label" FOR EACH ROW EXECUTE FUNCTION "keep_labels"();

CREATE OR REPLACE FUNCTION "keep_labelled_entities"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM removed WHERE EXISTS (SELECT FROM mention_label WHERE entity_id = removed.id)) THEN
    RAISE EXCEPTION 'A label refers to the entity.' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
