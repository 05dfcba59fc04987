import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import type { Chooser } from './chooser.ts'
import { HOSTILE_NUMBERS, HOSTILE_TEXTS, HOSTILE_TIMES, HOSTILE_TIMEZONES, HOSTILE_VALUES } from './hostile-values.ts'
import type { Materials } from './materials.ts'

export interface HostileOperation {
  readonly query: string
  readonly variables?: unknown
  readonly operationName?: unknown
  readonly extensions?: unknown
}

export type OperationKind = 'query' | 'mutation' | 'subscription'

const KEYS = ['a', 'id', '__proto__', 'constructor', 'toString', 'then', 'length', 'x'.repeat(500)]
const MAX_LEVELS = 5

/** An operation of the schema with real or hostile arguments, now and then with a broken document. */
export function hostileOperation(
  schema: GraphQLSchema,
  materials: Materials,
  chooser: Chooser,
  kind: OperationKind,
): HostileOperation {
  const { chance, below, pick } = chooser
  const definitions: string[] = []
  const variables: Record<string, unknown> = {}
  const fragments: string[] = []

  function argument({ name, type, defaultValue }: GraphQLArgument, owner: string): string | null {
    const isRequired = isNonNullType(type) && defaultValue === undefined
    if (!isRequired && chance(0.5)) return null
    const value = inputValue(schema, materials, chooser, type, `${owner}.${name}`, 0)
    if (chance(0.3)) return `${name}: ${literal(value, type)}`
    const variable = `v${definitions.length}`
    // A declared type that does not fit its position is the document's fault, and is tried rarely.
    definitions.push(`$${variable}: ${chance(0.03) ? 'String' : String(type)}`)
    if (!chance(0.05)) variables[variable] = value
    return `${name}: $${variable}`
  }

  function directive(): string {
    if (chance(0.94)) return ''
    if (chance(0.85)) return pick([' @skip(if: true)', ' @include(if: false)', ' @include(if: true)'])
    return pick([' @skip(if: null)', ' @include(if: "x")', ' @unknown', ' @skip', ' @defer', ' @deprecated'])
  }

  function selection(type: GraphQLNamedType, level: number): string {
    if (!isCompositeType(type)) return ''
    if (!isObjectType(type)) {
      const inner = schema.getPossibleTypes(type as never)
      const chosen = inner.slice(0, 1 + below(3)).map(object => `... on ${object.name} ${selection(object, level + 1)}`)
      return `{ __typename ${chosen.join(' ')} }`
    }
    const all = Object.values(type.getFields())
    const usable = level >= MAX_LEVELS ? all.filter(field => !isCompositeType(getNamedType(field.type))) : all
    const count = level === 0 ? 1 + below(2) : 1 + below(4)
    const used = new Set<string>()
    const parts = Array.from({ length: count }, () => {
      if (usable.length === 0) return '__typename'
      const field = pick(usable)
      const given = field.args
        .map(one => argument(one, `${type.name}.${field.name}`))
        .filter((one): one is string => one !== null)
      const written = given.length === 0 ? '' : `(${given.join(', ')})`
      const key = chance(0.25) ? pick(KEYS) : field.name
      // Equal keys of different fields are the document's fault, and are tried rarely.
      const alias = used.has(key) && !chance(0.03) ? `key${used.size}: ` : key === field.name ? '' : `${key}: `
      used.add(key).add(`key${used.size}`)
      const children = selection(getNamedType(field.type), level + 1)
      return `${alias}${field.name}${written}${directive()} ${children}`
    })
    const body = `{ ${parts.join(' ')} }`
    if (level === 0 || !chance(0.08)) return body
    const name = `F${fragments.length}`
    fragments.push(`fragment ${name} on ${type.name} ${body}`)
    return `{ ...${name}${directive()} ${chance(0.05) ? '...Missing' : ''} }`
  }

  const root = rootOf(schema, kind)
  const body = selection(root, 0)
  const name = chance(0.3) ? pick(['Operation', '__proto__', 'constructor']) : ''
  const heading = definitions.length === 0 ? '' : `(${definitions.join(', ')})`
  const written = `${kind} ${name}${name === '' && heading === '' ? '' : heading} ${body} ${fragments.join(' ')}`
  const operationName = chance(0.06) ? pick([name, '', 'Wrong', null, 5, ...HOSTILE_TEXTS.slice(0, 6)]) : undefined
  return {
    query: chance(0.07) ? broken(written, chooser) : written,
    ...(chance(0.03) ? { variables: pick(HOSTILE_VALUES) } : { variables }),
    ...(operationName === undefined ? {} : { operationName }),
    ...(chance(0.02) ? { extensions: pick(HOSTILE_VALUES) } : {}),
  }
}

function rootOf(schema: GraphQLSchema, kind: OperationKind): GraphQLObjectType {
  const root = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  }[kind]
  if (root == null) throw new Error(`The schema has no ${kind}.`)
  return root
}

/** A value for an input: mostly one that its type accepts, of which most pass the server's own checks. */
function inputValue(
  schema: GraphQLSchema,
  materials: Materials,
  chooser: Chooser,
  type: GraphQLInputType,
  path: string,
  level: number,
): unknown {
  const { chance, below, pick } = chooser
  if (chance(0.02)) return pick([...HOSTILE_VALUES, ...HOSTILE_NUMBERS, ...HOSTILE_TEXTS])
  if (!isNonNullType(type) && !path.endsWith('[]') && chance(0.06)) return null
  const inner = getNullableType(type)
  const again = (of: GraphQLInputType, at: string) => inputValue(schema, materials, chooser, of, at, level + 1)
  if (isListType(inner)) {
    const length = chance(0.03) ? 101 : below(4)
    return Array.from({ length }, () => again(inner.ofType, `${path}[]`))
  }
  if (isEnumType(inner)) return pick(inner.getValues()).name
  if (isInputObjectType(inner)) {
    const entries = Object.values(inner.getFields())
      .filter(field => isNonNullType(field.type) || chance(0.6))
      .map(field => [field.name, again(field.type, `${path}.${field.name}`)])
    if (chance(0.03)) entries.push([pick(KEYS), 'x'])
    return Object.fromEntries(entries)
  }
  switch (inner.name) {
    case 'Int':
    case 'SafeInt':
      return chance(0.8) ? below(25) : pick(HOSTILE_NUMBERS)
    case 'Float':
      return pick(HOSTILE_NUMBERS)
    case 'Boolean':
      return chance(0.5)
    case 'DateTime':
      return chance(0.75)
        ? new Date(Date.UTC(2026, below(4), 1 + below(28), below(24))).toISOString()
        : pick(HOSTILE_TIMES)
    case 'ID':
      return idValue(materials, chooser, path)
    default:
      return textValue(materials, chooser, path)
  }
}

function idValue({ ids, uploadIds }: Materials, { chance, pick }: Chooser, path: string): string {
  if (/uploadId/i.test(path)) return chance(0.5) ? pick(uploadIds) : pick(HOSTILE_TEXTS)
  const wanted = [
    ['model', 'ModelVersion'],
    ['entity|from|into', 'Entity'],
    ['reclassif', 'ReclassificationJob'],
    ['import', 'ImportJob'],
    ['classification', 'Classification'],
  ].find(([pattern = '']) => new RegExp(pattern, 'i').test(path))?.[1]
  const fitting = ids[wanted ?? ''] ?? []
  if (fitting.length > 0 && chance(0.8)) return pick(fitting)
  if (chance(0.5)) return pick(Object.values(ids).flat())
  const [type, key] = [pick([...Object.keys(ids), 'Query', '__proto__', '']), pick(HOSTILE_TEXTS).slice(0, 200)]
  return chance(0.5) ? Buffer.from(`${type}:${key}`).toString('base64') : pick(HOSTILE_TEXTS)
}

function textValue({ cursors, names }: Materials, { chance, below, pick }: Chooser, path: string): string {
  if (/after|before/i.test(path) && chance(0.6))
    return chance(0.8) ? pick(cursors) : `${pick(cursors)}${pick(HOSTILE_TEXTS)}`
  if (/timezone/i.test(path)) return pick(HOSTILE_TIMEZONES)
  if (/entity|name|alias|among|search/i.test(path) && chance(0.75)) return pick(names)
  if (/idempotencyKey/i.test(path) && chance(0.5)) return `key ${below(50)}`
  return chance(0.3)
    ? pick(['love', 'refund queue', '"great update"', 'launch OR battery', '-ok love'])
    : pick(HOSTILE_TEXTS)
}

/** A value as a document writes it. */
function literal(value: unknown, type: GraphQLInputType): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) {
    const inner = getNullableType(type)
    const item = isListType(inner) ? inner.ofType : type
    return `[${value.map(one => literal(one, item)).join(', ')}]`
  }
  if (typeof value === 'object') {
    const inner = getNullableType(type)
    const fields = isInputObjectType(inner) ? inner.getFields() : {}
    const entries = Object.entries(value).map(([key, one]) => `${key}: ${literal(one, fields[key]?.type ?? type)}`)
    return `{${entries.join(', ')}}`
  }
  if (typeof value === 'string' && isEnumType(getNullableType(type)) && /^\w+$/.test(value)) return value
  return JSON.stringify(value)
}

/** The document with characters lost, doubled or exchanged. */
function broken(text: string, { below, pick }: Chooser): string {
  const at = below(text.length)
  return pick([
    text.slice(0, at),
    text.slice(0, at) + text.slice(at + 1 + below(5)),
    `${text.slice(0, at)}${pick(['{', '}', '(', '"', '"""', '$', '...', '\0', '\ud800', '#', '\u2028'])}${text.slice(at)}`,
    text + text,
    `${text} `.repeat(20),
    text.replaceAll(' ', '\n\t,'),
  ])
}
