const FOLDER = '/entities/'

/** The path of an entity's page. */
export const entityPath = (name: string): string => `${FOLDER}${encodeURIComponent(name)}`

/** The name in a path as the browser has it, without any decoding. A percent sign that encodes nothing stays. */
export function entityNameIn(pathname: string): string {
  const encoded = pathname.slice(FOLDER.length).replace(/\/$/, '')
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}
