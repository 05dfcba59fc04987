import { flattenObject } from '../flatten-object.ts'
import { isObject } from '../parse-json.ts'
import { idOf, type KnownFormat, knownRow } from './known-format.ts'
import { valuesByName } from './values-by-name.ts'

/** Documents of Elasticsearch and OpenSearch, as their dump tools write them. */
export const elasticsearch: KnownFormat = {
  name: 'Elasticsearch',
  rows({ _index, _id, _source: source }) {
    if (typeof _index !== 'string' || !isObject(source)) return null
    const values = valuesByName(flattenObject(source))
    return [knownRow(source, { ...values, external_id: values.external_id ?? idOf(_id) })]
  },
}
