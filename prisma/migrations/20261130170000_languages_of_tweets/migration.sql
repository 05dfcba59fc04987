-- The language of a tweet, as the model that first classified it identified it. Null for tweets that are stored already: reclassifying fills them.
ALTER TABLE "tweet" ADD COLUMN "language" TEXT;

CREATE INDEX "tweet_language_idx" ON "tweet"("language");

-- What Prisma's schema cannot say --------------------------------------------------------------------------------------------------

ALTER TABLE "tweet" ADD CONSTRAINT "tweet_language_is_a_code" CHECK (language ~ '^[a-z]{2,3}$');
