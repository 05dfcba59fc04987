-- Estimates read the labels of files that are samples, among millions of others.
CREATE INDEX "mention_label_of_files_drawn" ON "mention_label" ("entity_id", "tweet_id") WHERE "annotator" = 'file' AND "draw_id" IS NOT NULL;
