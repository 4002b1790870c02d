import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { insertNotice } from '#core/tenders/notice-store.ts'
import { spanOf, weekAhead } from '#renderer/features/today/group-by-time.ts'
import type { TenderStage } from '#shared/tenders/tender.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { openWindow } from '../../support/window.tsx'

// Sunday 22 November 2026, 10:00 in Beijing.
const now = '2026-11-22T02:00:00.000Z'

describe('how close a deadline is', () => {
  it.each([
    ['2026-11-24T02:00:00.000Z', 'hours'],
    ['2026-11-24T02:00:00.001Z', 'later'],
    ['2026-12-03T01:30:00.000Z', 'later'],
  ])('%s is %s, seen on a Sunday', (deadline, span) => expect(spanOf(deadline, now)).toBe(span))

  it('counts the week to its Sunday midnight in Beijing', () => {
    const monday = '2026-11-23T02:00:00.000Z'
    expect([spanOf('2026-11-29T15:59:59.999Z', monday), spanOf('2026-11-29T16:00:00.000Z', monday)]).toEqual(['week', 'later'])
  })

  it('puts each moment on its day in Beijing', () => {
    const week = weekAhead(['2026-11-22T15:59:00.000Z', '2026-11-22T16:00:00.000Z', null], now)
    expect(week.slice(0, 3)).toEqual([{ day: '2026-11-22', count: 1 }, { day: '2026-11-23', count: 1 }, { day: '2026-11-24', count: 0 }])
    expect(week).toHaveLength(7)
  })
})

describe('today', () => {
  let core: TestCore
  beforeEach(() => {
    core = openTestCore()
  })
  afterEach(() => {
    cleanup()
    core.close()
  })
  const add = async (title: string, bidDeadline: string, stage: TenderStage) => {
    const { id } = await core.client.tenders.create({ projectNo: null, title, buyer: null, agency: null, method: null, budget: null, ceiling: null, currency: 'CNY', publishedAt: null, bidDeadline, openingTime: null, lots: [] })
    await core.client.tenders.setStage({ id, stage })
    return id
  }
  const titles = (region: HTMLElement) => within(region).getAllByRole('link').map((link) => link.textContent)

  it('lists what we follow by how close it is, and leaves out what is new, over or terminated', async () => {
    await add('后天之前', '2026-11-23T01:00:00.000Z', 'bidding')
    await add('下周', '2026-12-01T01:00:00.000Z', 'watching')
    await add('没人跟', '2026-11-23T01:00:00.000Z', 'new')
    await add('已过', '2026-11-20T01:00:00.000Z', 'bidding')
    const ended = await add('已终止', '2026-11-24T01:00:00.000Z', 'watching')
    await insertNotice(core.context.workspace.db, ended, 'n', { id: 'n', type: 'termination', title: '终止公告', publishedAt: '2026-11-20', readAt: now, sourceName: '', url: null, text: null, evidence: {}, confidence: {}, awards: [], documents: [], amendments: [], changes: [] })
    openWindow(core.client, { at: '/today' })
    const region = await screen.findByRole('region', { name: '投标截止' })
    await within(region).findByText('后天之前')
    expect(titles(region)).toEqual(['后天之前', '下周'])
    expect(within(region).getByText('48 小时内').textContent).toBe('48 小时内 1')
  })

  it('says when nothing is due and what comes next', async () => {
    await add('很久以后', '2027-03-01T01:00:00.000Z', 'watching')
    openWindow(core.client, { at: '/today' })
    expect(await screen.findByText(/14 天内没有截止/)).toBeTruthy()
    const region = screen.getByRole('region', { name: '投标截止' })
    expect(await within(region).findByText('很久以后')).toBeTruthy()
    expect(within(region).queryByRole('button', { name: '去找项目' })).toBeNull()
  })

  it('leads to the tenders where nothing is due at all', async () => {
    const { user } = openWindow(core.client, { at: '/today' })
    const region = await screen.findByRole('region', { name: '投标截止' })
    await user.click(await within(region).findByRole('button', { name: '去找项目' }))
    expect(await screen.findByRole('heading', { level: 1, name: '欢迎使用标匠' })).toBeTruthy()
  })

  it('opens with today where there is work, and with the first steps where there is none', async () => {
    const empty = openWindow(core.client, { at: '/' })
    await screen.findByText('欢迎使用标匠')
    empty.unmount()
    await add('项目', '2026-12-01T01:00:00.000Z', 'watching')
    openWindow(core.client, { at: '/' })
    expect(await screen.findByRole('heading', { level: 1, name: '今日' })).toBeTruthy()
  })
})
