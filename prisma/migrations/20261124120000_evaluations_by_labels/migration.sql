-- One data set and split may have several reports: with three labels and with four, of the served weights and of the recipe trained anew.
DROP INDEX "evaluation_model_version_id_dataset_split_key";
CREATE INDEX "evaluation_model_version_id_idx" ON "evaluation"("model_version_id");
