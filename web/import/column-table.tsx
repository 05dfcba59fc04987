import { FIELDS, type Field, type Upload } from './send-file.ts'

const NAMES: Record<Field, string> = {
  externalId: 'id',
  entity: 'entity',
  text: 'text',
  label: 'label',
  score: 'label as a score, -2 to 2',
  postedAt: 'time',
  postedTime: 'time of day',
  timeZone: 'time zone',
  author: 'author',
}

interface Props {
  readonly upload: Upload
  readonly fields: readonly (Field | null)[]
  readonly onFields: (fields: (Field | null)[]) => void
}

/** The first rows of a file, with the meaning of each column above it. */
export function ColumnTable({ upload, fields, onFields }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a scrolling box must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label="The first rows of the file">
      <table className="plain-table column-table">
        <thead>
          <tr>
            {upload.columns.map(({ name }, index) => (
              <th key={name} scope="col">
                <span className="column-name">{name}</span>
                <select
                  aria-label={`Meaning of ${name}`}
                  value={fields[index] ?? ''}
                  onChange={event =>
                    onFields(
                      fields.map((field, at) =>
                        at === index ? (FIELDS.find(known => known === event.target.value) ?? null) : field,
                      ),
                    )
                  }
                >
                  <option value="">ignored</option>
                  {FIELDS.map(field => (
                    <option key={field} value={field}>
                      {NAMES[field]}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {upload.sampleRows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other key
            <tr key={line}>
              {upload.columns.map(({ name }, index) => (
                <td key={name} className={fields[index] === null ? 'column-ignored' : undefined}>
                  {row[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
