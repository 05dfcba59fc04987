-- How a version was adapted to labels; null for versions that were not.
ALTER TABLE "model_version" ADD COLUMN "adaptation" JSONB;

CREATE TABLE "cross_fitted_answer" (
    "model_version_id" UUID NOT NULL,
    "tweet_id" UUID NOT NULL,
    "entity_id" UUID NOT NULL,
    "label" "label" NOT NULL,
    "is_uncertain" BOOLEAN NOT NULL,

    CONSTRAINT "cross_fitted_answer_pkey" PRIMARY KEY ("model_version_id","tweet_id","entity_id")
);

CREATE INDEX "cross_fitted_answer_tweet_id_idx" ON "cross_fitted_answer"("tweet_id");

ALTER TABLE "cross_fitted_answer" ADD CONSTRAINT "cross_fitted_answer_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "cross_fitted_answer" ADD CONSTRAINT "cross_fitted_answer_tweet_id_fkey" FOREIGN KEY ("tweet_id") REFERENCES "tweet"("id") ON DELETE CASCADE ON UPDATE CASCADE;
