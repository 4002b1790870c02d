import { expect, it } from 'vitest'
import { printArguments } from '#shared/print-arguments.ts'
import { PrintOrder } from '#shared/shell.ts'

it('an order becomes arguments one by one, the path after what could be mistaken for an option', () => {
  const order: PrintOrder = { token: 't', printer: 'PDF', copies: 2, pages: '1-3,5', sides: 'two-sided-long-edge' }
  expect(printArguments(order, '-x.pdf')).toEqual(['-d', 'PDF', '-n', '2', '-t', 'Bidwright', '-P', '1-3,5', '-o', 'sides=two-sided-long-edge', '-o', 'media=A4', '-o', 'print-scaling=none', '-o', 'collate=true', '--', '-x.pdf'])
  expect(printArguments({ ...order, pages: null }, 'a.pdf')).not.toContain('-P')
})

it.each(['1-', 'a', '1;rm', '-1', '1,,2', ''])('a range that is none (%j) is refused before it gets there', (pages) => {
  expect(PrintOrder.safeParse({ token: 't', printer: 'PDF', copies: 1, pages, sides: 'one-sided' }).success).toBe(false)
})
