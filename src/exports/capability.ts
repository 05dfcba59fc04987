import './graphql/export-classifications.ts'

export const exports = (_opened: object) => ({})
