import type { JsonObject } from '../parse-json.ts'
import { argilla } from './argilla.ts'
import { doccano } from './doccano.ts'
import { elasticsearch } from './elasticsearch.ts'
import { huggingFace } from './hugging-face.ts'
import type { KnownFormat, KnownObject } from './known-format.ts'
import { labelStudio } from './label-studio.ts'
import { prodigy } from './prodigy.ts'
import { snscrape } from './snscrape.ts'
import { tableByColumns } from './table-by-columns.ts'
import { xApiV1 } from './x-api-v1.ts'
import { xApiV2 } from './x-api-v2.ts'
import { xArchive } from './x-archive.ts'

const KNOWN: readonly KnownFormat[] = [
  ...[xArchive, xApiV1, xApiV2, snscrape, labelStudio, argilla, prodigy, doccano, huggingFace, elasticsearch],
  tableByColumns,
]

/** A file starts with its tweets, except for a few notices of a stream. */
const OBJECTS_TO_TRY = 100

/** Reads the objects of one file by the format of the first one that looks like a known format. */
export class KnownFormatReader {
  private format: KnownFormat | null = null
  private tried = 0

  /** The name of the file's format; null if it is none of the known ones. */
  get name(): string | null {
    return this.format?.name ?? null
  }

  /** The rows of an object; null if it does not look like the format of the file. */
  rows(object: JsonObject): readonly KnownObject[] | null {
    if (this.format !== null) return this.format.rows(object)
    if (this.tried >= OBJECTS_TO_TRY) return null
    this.tried += 1
    for (const format of KNOWN) {
      const rows = format.rows(object)
      if (rows === null) continue
      this.format = format
      return rows
    }
    return null
  }
}
