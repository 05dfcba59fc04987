/** Id of the row for "no entity": the sentiment of a whole message. In the API it is null. */
export const NO_ENTITY_ID = '00000000-0000-0000-0000-000000000000'

/** Its key, which no name can have. */
export const NO_ENTITY_KEY = ''
