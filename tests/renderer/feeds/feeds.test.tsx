import { cleanup, screen, within } from '@testing-library/react'
import { createServer } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWindow } from '../../support/window.tsx'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
let url: string
const server = createServer((request, response) => {
  if (request.url === '/ocds') response.end(JSON.stringify({ ocid: 'a', id: 'a-1', date: '2026-11-01T00:00:00Z', tag: ['tender'], tender: { id: 'a', title: '甲项目' } }))
  else response.writeHead(403).end()
})
beforeEach(async () => {
  core = openTestCore()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  url = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : ''
})
afterEach(() => {
  cleanup()
  server.close()
  core.close()
})

test('there is no feed until one is added; then it is read, switched off and removed', async () => {
  const { user } = openWindow(core.client, { at: '/settings/feeds' })
  await screen.findByText('还没有采集源。')
  await user.click(screen.getByRole('button', { name: '添加网址' }))
  await user.type(screen.getByLabelText('网址'), 'not an address')
  await user.click(screen.getByRole('button', { name: '添加' }))
  await screen.findByText('请输入以 http:// 或 https:// 开头、不含账号的网址。')
  await user.clear(screen.getByLabelText('网址'))
  await user.type(screen.getByLabelText('网址'), `${url}/ocds`)
  await user.click(screen.getByRole('button', { name: '添加' }))
  const feed = (await screen.findByText('127.0.0.1')).closest('li')
  if (feed === null) throw new Error('not listed')
  expect(feed.textContent).toContain('还没有读取过')
  await user.click(within(feed).getByRole('button', { name: '立即读取' }))
  await within(feed).findByText(/新增 1 · 更新 0/)
  expect(feed.textContent).toContain('下次 2026-11-22 周日 11:00')
  await user.click(within(feed).getByRole('switch'))
  await screen.findByText(/^上次((?!下次).)*$/)
  await user.click(within(feed).getByRole('button', { name: '删除' }))
  await screen.findByText('还没有采集源。')
})

test('what is wrong with a feed is said with what to do', async () => {
  const { id } = await core.client.feeds.addWeb({ name: '采购网', everyMinutes: 60, proxy: null, proxyUser: null, keyHeader: null, address: `${url}/secret` })
  await core.client.feeds.run({ id })
  openWindow(core.client, { at: '/settings/feeds' })
  await screen.findByText('服务器拒绝访问。请检查密钥或权限。')
})
