import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const Findings = z.object({ violations: z.array(z.object({ id: z.string(), impact: z.string().nullable(), nodes: z.array(z.object({ html: z.string() })) })) })

/** What axe finds serious on the page as it stands, or in the part of it a selector names, as "rule: element". */
export async function seriousFindings(page: Page, part?: string): Promise<string[]> {
  await page.evaluate(axeSource)
  const found = await page.evaluate(async (selector) => {
    const axe: unknown = Reflect.get(window, 'axe')
    if (typeof axe !== 'object' || axe === null || !('run' in axe) || typeof axe.run !== 'function') throw new Error('axe was not loaded')
    const found: unknown = await axe.run(selector ?? document, { resultTypes: ['violations'] })
    return found
  }, part)
  const { violations } = Findings.parse(found)
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}
