import { createHash, randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const PREFIX_LENGTH = 8
/** 190 random bits. */
const SECRET_LENGTH = 32
/** 32 bits in base 62. */
const CHECKSUM_LENGTH = 6

const FORM = new RegExp(
  `^pulso_([0-9A-Za-z]{${PREFIX_LENGTH}})_([0-9A-Za-z]{${SECRET_LENGTH}})([0-9A-Za-z]{${CHECKSUM_LENGTH}})$`,
)

/** A new key, such as `pulso_<prefix>_<secret and checksum>`. Without signs at which a double click ends. */
export function newKeyText(): string {
  const body = `pulso_${random(PREFIX_LENGTH)}_${random(SECRET_LENGTH)}`
  return body + checksumOf(body)
}

/** The visible prefix of a key; null if the text cannot be a key, also after a typing error. */
export function prefixOf(text: string): string | null {
  const [, prefix, , checksum] = FORM.exec(text) ?? []
  if (prefix === undefined || checksum === undefined) return null
  return checksumOf(text.slice(0, -CHECKSUM_LENGTH)) === checksum ? prefix : null
}

export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

const random = (length: number) => Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('')

function checksumOf(body: string): string {
  let [rest, digits] = [crc32(body), '']
  for (let place = 0; place < CHECKSUM_LENGTH; place++) {
    digits = ALPHABET.charAt(rest % ALPHABET.length) + digits
    rest = Math.floor(rest / ALPHABET.length)
  }
  return digits
}
