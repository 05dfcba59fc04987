import { MAX_TEXT_LENGTH } from '../problem/check-string.ts'

/** What one request may ask for. Each figure is far above what the dashboard and a hundred-tweet batch need. */

/**
 * Lexical tokens of a document. A batch of a hundred tweets written into the document itself has about 1,800. Checking whether fields
 * conflict takes time that grows with the square of this.
 */
export const MAX_TOKENS = 2500
/** Fields in fields. */
export const MAX_DEPTH = 12
/** Fields in all, each alias counted. */
export const MAX_BREADTH = 500
/** Sum of the fields' costs, in which everything below a list counts once for each element that the list may have. */
export const MAX_COMPLEXITY = 20_000
/** Values in a request's variables, in lists and objects at any depth. A batch of a hundred tweets has about 600. */
export const MAX_VARIABLE_VALUES = 3000
/** `__schema` and `__type`, of which each answers with a description of everything. */
export const MAX_INTROSPECTIONS = 3
/** How many elements a list is taken to have where nothing says more. */
export const DEFAULT_LIST_COST = 10
export const MAX_PAGE_SIZE = 100
export const MAX_BATCH_SIZE = 100

/** A character outside the basic plane, written as two `\uXXXX` inside a string of a document that is itself a JSON string. */
const BYTES_PER_CODE_POINT = 14
/** Entity, external id, author and time of one tweet, and the syntax around them. */
const OTHER_BYTES_PER_TWEET = 16_384

/** Bytes of a request body with a batch: the longest texts in the longest spelling that JSON allows. */
export const MAX_BATCH_BODY_BYTES = MAX_BATCH_SIZE * (MAX_TEXT_LENGTH * BYTES_PER_CODE_POINT + OTHER_BYTES_PER_TWEET)
/** Bytes of any other request body: several of the longest texts. */
export const MAX_BODY_BYTES = 1024 * 1024
/** Characters of a document. graphql-js looks up the line of a syntax error by reading everything before it. */
export const MAX_DOCUMENT_LENGTH = 1_000_000
/** Bytes of the one text of the REST route, where nothing is nested. */
export const MAX_REST_BODY_BYTES = MAX_TEXT_LENGTH * 12 + 1024
