/**
 * PostgreSQL's rules for words: the English stemmer, because "refund" should find "refunds" and "refunded", and the models that Pulso brings
 * read English. Words of other languages are found as they are written.
 */
export const SEARCH_CONFIGURATION = 'english'
