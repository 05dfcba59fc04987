const FOLDER = '/label/'

/** The path of the page on which tweets about an entity are labelled. */
export const labelPath = (name: string): string => `${FOLDER}${encodeURIComponent(name)}`

/** The name in a path as the browser has it, without any decoding. A percent sign that encodes nothing stays. */
export function labelledNameIn(pathname: string): string {
  const encoded = pathname.slice(FOLDER.length).replace(/\/$/, '')
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}
