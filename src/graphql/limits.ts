import { MAX_TEXT_LENGTH } from '../problem/check-string.ts'

/** Limits of one request. Each is far above the needs of the dashboard and of a batch of a hundred tweets. */

/**
 * Lexical tokens of a document. A batch of a hundred tweets without variables has about 1,800. The check for conflicting fields takes time
 * that grows with the square of this.
 */
export const MAX_TOKENS = 2500
/** Levels of nested fields. */
export const MAX_DEPTH = 12
/** All fields; each alias counts. */
export const MAX_BREADTH = 500
/** Sum of the fields' costs, in which everything below a list counts once for each element that the list may have. */
export const MAX_COMPLEXITY = 20_000
/** Values in a request's variables, in lists and objects at any depth. A batch of a hundred tweets has about 600. */
export const MAX_VARIABLE_VALUES = 3000
/** `__schema` and `__type`, each of which can return the whole schema. */
export const MAX_INTROSPECTIONS = 3
/** The assumed length of a list whose length is unknown. */
export const DEFAULT_LIST_COST = 10
export const MAX_PAGE_SIZE = 100
export const MAX_BATCH_SIZE = 100

/** A character outside the basic plane, written as two `\uXXXX` in a string of a document that is itself a JSON string. */
const BYTES_PER_CODE_POINT = 14
/** Entity, external id, author and time of one tweet, with their syntax. */
const OTHER_BYTES_PER_TWEET = 16_384

/** Bytes of a request body with a batch: the longest texts in the longest encoding that JSON allows. */
export const MAX_BATCH_BODY_BYTES = MAX_BATCH_SIZE * (MAX_TEXT_LENGTH * BYTES_PER_CODE_POINT + OTHER_BYTES_PER_TWEET)
/** Bytes of any other request body: several of the longest texts. */
export const MAX_BODY_BYTES = 1024 * 1024
/** Characters of a document. graphql-js looks up the line of a syntax error by reading everything before it. */
export const MAX_DOCUMENT_LENGTH = 1_000_000
/** Bytes of the single text of the REST route, whose JSON is not nested. */
export const MAX_REST_BODY_BYTES = MAX_TEXT_LENGTH * 12 + 1024
