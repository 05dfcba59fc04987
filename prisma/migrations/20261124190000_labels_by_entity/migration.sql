-- How reliable a model is about an entity is measured on its newest labelled tweets; without this every label is read.
CREATE INDEX "imported_label_entity_id_tweet_id_idx" ON "imported_label"("entity_id", "tweet_id");
