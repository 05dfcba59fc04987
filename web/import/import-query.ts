import type { ResultOf } from 'gql.tada'
import { graphql } from '../api/schema.ts'

const IMPORT_FIELDS = graphql(`
  fragment ImportFields on ImportJob {
    id
    status
    fileName
    sizeBytes
    processedBytes
    processedCount
    storedCount
    duplicateCount
    relabelledCount
    rejectedCount
    undatedCount
    rejectsUrl
    rowsPerSecond
    removedCount
    failure
    createdAt
  }
`)

export const IMPORTS = graphql(
  `
    query Imports {
      importJobs(first: 20) {
        edges { node { ...ImportFields } }
      }
    }
  `,
  [IMPORT_FIELDS],
)

export const IMPORT = graphql(
  `
    query Import($id: ID!) {
      importJob(id: $id) {
        ...ImportFields
        notices
        ignoredColumns
        rejectedRows(first: 20) { line cells error { message } }
      }
    }
  `,
  [IMPORT_FIELDS],
)

export const START_IMPORT = graphql(`
  mutation StartImport($input: StartImportInput!) {
    startImport(input: $input) {
      importJob { id }
      userErrors { message }
    }
  }
`)

export const CANCEL_IMPORT = graphql(`
  mutation CancelImport($id: ID!) {
    cancelImport(id: $id) { userErrors { message } }
  }
`)

export const COUNT_UNDO = graphql(`
  mutation CountUndo($id: ID!) {
    undoImport(id: $id, dryRun: true) { mentionCount tweetCount entityCount userErrors { message } }
  }
`)

export const UNDO_IMPORT = graphql(`
  mutation UndoImport($id: ID!) {
    undoImport(id: $id) { userErrors { message } }
  }
`)

export type ImportJob = ResultOf<typeof IMPORT_FIELDS>
export type WatchedImport = NonNullable<ResultOf<typeof IMPORT>['importJob']>

export const IMPORT_LABELS = graphql(`
  mutation ImportLabels($uploadId: ID!) {
    importLabels(uploadId: $uploadId) {
      storedCount
      unchangedCount
      rejectedCount
      rejectedLabels { line error { message } }
      userErrors { message }
    }
  }
`)
