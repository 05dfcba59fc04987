import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ROOMS } from '../support/rooms.ts'
import { roomDiagram, withDiagram } from './room-diagram.ts'

const page = readFileSync('docs/architecture.md', 'utf8')

test('the committed diagram is drawn from the imports: npm run draw-architecture', async () => {
  expect(page).toBe(withDiagram(page, await roomDiagram()))
})

test('every room has its line in the table', () => {
  const named = [...page.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, rooms = '']) =>
    rooms.replaceAll('`', '').split(', '),
  )
  expect(named.sort()).toEqual(Object.keys(ROOMS).sort())
})
