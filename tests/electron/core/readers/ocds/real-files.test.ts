import { detectKind } from '#core/readers/detect-kind.ts'
import { readOcds } from '#core/readers/ocds/read-ocds.ts'
import { realFiles, readAll, tallyOf } from '../read-files.ts'
import { describe, expect, it } from 'vitest'

const files = realFiles('ocds')

describe.skipIf(files === null)('real OCDS files (skipped where ../shared/data is missing)', () => {
  it('are each read, or rejected for a reason', { timeout: 120_000 }, async () => {
    const results: { folder: string; readings: Awaited<ReturnType<typeof readAll>> }[] = []
    for (const { path, folder } of files ?? []) results.push({ folder, readings: await readAll(readOcds, path) })
    expect(results.filter(({ readings }) => readings.length === 0)).toEqual([])
    const tally = tallyOf(results)
    process.stdout.write(`${JSON.stringify(tally, null, 1)}\n`)
    expect(tally).toEqual({
      cove: { 'read': 24, 'field-missing': 2028, 'field-invalid': 5, 'file-empty': 1, 'not-ocds': 2 },
      fictional: { read: 8 },
      large: { 'read': 691, 'field-invalid': 9 },
      ocdskit: { 'read': 18, 'field-missing': 4, 'field-invalid': 1 },
      prozorro: { 'read': 2, 'not-ocds': 1 },
      'publishers/armenia': { read: 100 },
      'publishers/canada-montreal': { read: 30 },
      'publishers/colombia': { read: 31 },
      'publishers/mexico-cdmx': { read: 8 },
      'publishers/mexico-jalisco': { read: 20 },
      'publishers/moldova': { read: 40 },
      'publishers/nigeria': { read: 23 },
      'publishers/taiwan': { read: 31 },
      'publishers/uk-contracts-finder': { read: 40 },
      templates: { 'field-missing': 2 },
    })
  })

  it('are known by their content', async () => {
    const others: string[] = []
    for (const { path, name } of files ?? []) if ((await detectKind(path)) !== 'ocds') others.push(name)
    expect(others).toEqual(['cove-ocds_bad.xlsx', 'tender.json'])
  })
})
