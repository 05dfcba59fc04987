-- A mention that was drawn for a queue belongs to that draw, even if a file with all of its labels had it before: otherwise the sample of the
-- queue would lose it.
CREATE OR REPLACE FUNCTION "resolve_labels"(tweets uuid[], entities uuid[]) RETURNS void LANGUAGE plpgsql AS $$
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
      by_draw AS (PARTITION BY tweet_id, entity_id ORDER BY annotator = 'file' OR draw_id IS NULL, draw_id ASC NULLS LAST)
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
