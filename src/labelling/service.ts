import DataLoader from 'dataloader'
import { fail, type Result } from '../problem/problem.ts'
import type { Entity } from '../storage/generated/client/client.ts'
import type { KeysetPage } from '../storage/keyset-page.ts'
import type { Storage } from '../storage/storage.ts'
import type { TimeRange } from '../time/time-range.ts'
import { type LabelAgreement, measureAgreement } from './agreement/measure-agreement.ts'
import { readRatings } from './agreement/read-ratings.ts'
import { checkAnnotator } from './annotator.ts'
import { findMention, type MentionName } from './find-mention.ts'
import { type HumanLabel, readHumanLabels, readHumanLabelsOfTweets } from './human-labels.ts'
import { countHumanLabels, type HumanLabelCounts } from './label-counts.ts'
import { countLabels, type LabelFilter, type LabelPosition, listLabels, listLabelsOfMention } from './list-labels.ts'
import type { LabelKey, MentionKey, MentionLabel } from './mention-label.ts'
import { type LabelToSet, type SetLabel, setLabel } from './set-label.ts'
import { type ImportedLabels, importLabelUpload, type LabelUploads } from './transfer/import-label-upload.ts'
import { undoLabel } from './undo-label.ts'

type LabelInput = Omit<LabelToSet, 'labelledAt' | keyof MentionKey> & {
  /** When the annotator decided, if that was earlier. A time in the future counts as now. */
  readonly labelledAt: Date | null
}

interface CountsWanted {
  readonly entityId: string
  readonly modelVersionId: string
  readonly range: TimeRange
}

/** Labels of people and files beside those of models. */
export interface Labelling {
  /** The mention with this external id and entity. */
  findMention(name: MentionName): Promise<Result<MentionKey>>
  /** Adds a label. Repeating it changes nothing. */
  set(mention: MentionKey, input: LabelInput): Promise<Result<SetLabel>>
  /** Decides between the labels of several annotators. */
  adjudicate(mention: MentionKey, input: Pick<LabelInput, 'label' | 'annotator'>): Promise<Result<SetLabel>>
  /** Withdraws a label by a new row, which is returned. Repeating it changes nothing. */
  undo(key: LabelKey): Promise<Result<MentionLabel>>
  list(filter: LabelFilter, page: KeysetPage<LabelPosition>): Promise<readonly MentionLabel[]>
  count(filter: LabelFilter): Promise<number>
  /** Every row about a mention, the first one first. */
  historyOf(mention: MentionKey, most: number): Promise<readonly MentionLabel[]>
  /** The one label of a mention that people and files decide together; null without any. */
  humanLabel(mention: MentionKey): Promise<HumanLabel | null>
  humanLabelsOfTweet(tweetId: string): Promise<readonly HumanLabel[]>
  /** Counts of human labels. Those of one turn of the event loop share a statement for each range and model version. */
  counts(wanted: CountsWanted): Promise<HumanLabelCounts>
  /** Of one entity, or of all. */
  agreement(entityId: string | null): Promise<LabelAgreement>
  /** Stores the labels of a file that was uploaded. Stops between two rows if the signal is aborted. */
  importUpload(uploadId: string, signal: AbortSignal | undefined): Promise<Result<ImportedLabels>>
  /** The entity of a label; null for a whole message. */
  entity(entityId: string): Promise<Entity | null>
}

export interface LabellingOptions {
  readonly storage: Pick<Storage, 'pool' | 'prisma'>
  readonly uploads: LabelUploads
  readonly now: () => Date
  /** Called with the ids of entities whose labels changed. */
  readonly onChange: (entityIds: readonly string[]) => void
}

/** Enough for an interval of a few points to each side. */
const MOST_RATED = 2000

export function createLabelling({ storage: { pool, prisma }, uploads, now, onChange }: LabellingOptions): Labelling {
  const uncached = { cache: false }
  const humanLabels = new DataLoader((keys: readonly MentionKey[]) => readHumanLabels(pool, keys), uncached)
  const ofTweets = new DataLoader((ids: readonly string[]) => readHumanLabelsOfTweets(pool, ids), uncached)
  const entities = new DataLoader(async (ids: readonly string[]) => {
    const rows = await prisma.entity.findMany({ where: { id: { in: [...ids] } } })
    return ids.map(id => rows.find(row => row.id === id && row.key !== '') ?? null)
  }, uncached)
  const counts = new DataLoader((wanted: readonly CountsWanted[]) => countTogether(pool, wanted), uncached)

  async function store(given: LabelToSet): Promise<Result<SetLabel>> {
    const set = await setLabel(pool, given)
    if (set.ok && set.value.isNew) onChange([given.entityId])
    return set
  }

  return {
    findMention: name => findMention(pool, name),
    async set(mention, input) {
      const annotator = checkAnnotator(input.annotator)
      if (!annotator.ok) return annotator
      const labelledAt = new Date(Math.min(input.labelledAt?.getTime() ?? Number.POSITIVE_INFINITY, now().getTime()))
      return store({ ...mention, ...input, annotator: annotator.value, labelledAt })
    },
    async adjudicate(mention, { label, annotator }) {
      const adjudicator = checkAnnotator(annotator)
      if (!adjudicator.ok) return adjudicator
      const current = await readHumanLabels(pool, [mention])
      if ((current[0]?.annotatorCount ?? 0) < 2) return NOTHING_TO_DECIDE
      const decided = {
        label,
        annotator: adjudicator.value,
        origin: 'AGREEMENT',
        labelledAt: now(),
        drawId: null,
      } as const
      return store({ ...mention, ...decided })
    },
    async undo(key) {
      const undone = await undoLabel(pool, key, now())
      if (undone.ok) onChange([key.entityId])
      return undone
    },
    list: (filter, page) => listLabels(pool, filter, page),
    count: filter => countLabels(pool, filter),
    historyOf: ({ tweetId, entityId }, most) => listLabelsOfMention(pool, tweetId, entityId, most),
    humanLabel: mention => humanLabels.load(mention),
    humanLabelsOfTweet: tweetId => ofTweets.load(tweetId),
    counts: wanted => counts.load(wanted),
    agreement: async entityId => measureAgreement(await readRatings(pool, entityId, MOST_RATED)),
    importUpload: (uploadId, signal) =>
      importLabelUpload({ pool, uploads, uploadId, now, signal, onStored: entityId => onChange([entityId]) }),
    entity: entityId => entities.load(entityId),
  }
}

const NOTHING_TO_DECIDE = fail(
  'CONFLICT',
  'Only a mention with labels of two or more annotators can be adjudicated; use setLabel otherwise.',
)

/** One statement for each range and model version. */
async function countTogether(
  pool: Storage['pool'],
  wanted: readonly CountsWanted[],
): Promise<readonly HumanLabelCounts[]> {
  const keyOf = ({ modelVersionId, range }: CountsWanted) =>
    JSON.stringify([modelVersionId, range.from?.getTime() ?? null, range.to?.getTime() ?? null])
  const groups = new Map<string, CountsWanted[]>()
  for (const one of wanted) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  const found = new Map<CountsWanted, HumanLabelCounts>()
  for (const group of groups.values()) {
    const [first] = group
    if (first === undefined) continue
    const ids = group.map(({ entityId }) => entityId)
    const counted = await countHumanLabels(pool, ids, first.modelVersionId, first.range)
    group.forEach((one, index) => {
      const value = counted[index]
      if (value !== undefined) found.set(one, value)
    })
  }
  return wanted.map(one => {
    const value = found.get(one)
    if (value === undefined) throw new Error('The counts of an entity are missing.')
    return value
  })
}
