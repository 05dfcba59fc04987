import { isOfObjects, type PreviewOptions, type Upload } from './send-file.ts'

/** Those that exports of the last decades have, as `TextDecoder` names them. */
const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'iso-8859-2',
  'iso-8859-15',
  'koi8-r',
  'macintosh',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
] as const

interface Props {
  readonly upload: Upload
  readonly skipLines: number
  readonly onRead: (options: PreviewOptions) => void
}

/** How the bytes of a file become rows. Each choice reads the first rows again. */
export function ReadingFields({ upload, skipLines, onRead }: Props) {
  return (
    <>
      <label className="field">
        Encoding
        <select value={upload.encoding} onChange={event => onRead({ encoding: event.target.value })}>
          {[...new Set([upload.encoding, ...ENCODINGS])].map(name => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {!isOfObjects(upload) && (
        <>
          <label className="field">
            First row
            <select
              value={upload.hasHeader ? 'names' : 'tweet'}
              onChange={event => onRead({ hasHeader: event.target.value === 'names' })}
            >
              <option value="names">names the columns</option>
              <option value="tweet">is a tweet</option>
            </select>
          </label>
          <label className="field">
            Lines before the table
            <input
              type="number"
              min={0}
              max={1000}
              value={skipLines}
              onChange={event => event.target.value !== '' && onRead({ skipLines: Number(event.target.value) })}
            />
          </label>
        </>
      )}
    </>
  )
}
