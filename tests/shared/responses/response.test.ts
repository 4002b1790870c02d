import { describe, expect, it } from 'vitest'
import { answerFromRequirement, openResponse, stateOf, type ResponseFields } from '#shared/responses/response.ts'
import type { Requirement } from '#shared/requirements/requirement.ts'

const requirement = (change: Partial<Requirement> = {}): Requirement => ({
  id: 'r1', version: 1, createdAt: '2026-11-22T02:00:00.000Z', updatedAt: '2026-11-22T02:00:00.000Z', tenderId: 't1', order: 0, source: null, isEdited: false,
  lotNo: null, clauseNo: '3.1', kind: 'technical', mark: 'none', text: '支持不少于200个并发会话', isMandatory: false, scoring: null, ...change,
})
const state = (response: Partial<ResponseFields>, change: Partial<Requirement> = {}) => stateOf({ requirement: requirement(change), response: { ...openResponse, ...response } })
const proof = [{ anchor: 'form:technical-solution' }]

describe('where an answer stands', () => {
  it.each([
    ['nothing said', {}, {}, 'open'],
    ['words without a deviation', { answer: '支持300个并发会话' }, {}, 'open'],
    ['a deviation without words', { deviation: 'none' }, {}, 'open'],
    ['a concrete answer', { answer: '支持300个并发会话', deviation: 'positive' }, {}, 'done'],
    ['only "满足"', { answer: '满足', deviation: 'none' }, {}, 'empty-words'],
    ['"完全响应招标文件要求。"', { answer: '完全响应招标文件要求。', deviation: 'none' }, {}, 'empty-words'],
    ['"满足" to a business clause', { answer: '满足', deviation: 'none' }, { kind: 'business' }, 'done'],
    ['less than a plain clause asks', { answer: '支持100个', deviation: 'negative' }, {}, 'negative'],
    ['less than a ★ clause asks', { answer: '支持100个', deviation: 'negative', evidence: proof }, { mark: 'star' }, 'rejecting'],
    ['a ★ clause without proof', { answer: '支持300个', deviation: 'none' }, { mark: 'star' }, 'unproven'],
    ['a ★ clause with proof', { answer: '支持300个', deviation: 'none', evidence: proof }, { mark: 'star' }, 'done'],
    ['a scoring item without a place', { answer: '有' }, { scoring: { factor: '业绩', points: '10' } }, 'open'],
    ['a scoring item with a place', { evidence: proof }, { scoring: { factor: '业绩', points: '10' } }, 'done'],
  ] as const)('%s', (_name, response, change, expected) => {
    expect(state({ ...response, evidence: 'evidence' in response ? [...response.evidence] : [] }, change)).toBe(expected)
  })
})

it('a requirement becomes the beginning of its answer without its mark', () => {
  expect(answerFromRequirement('★ 系统须支持私有化部署。')).toBe('系统须支持私有化部署。')
  expect(answerFromRequirement('▲△支持国产操作系统')).toBe('支持国产操作系统')
})
