-- Classifications are filtered by author; without this every tweet is read.
CREATE INDEX "tweet_author_idx" ON "tweet"("author");
