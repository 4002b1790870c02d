import { expect, test } from '@playwright/test'
import { seriousFindings } from './accessibility.ts'
import { launchApp, type RunningApp } from './app.ts'

let running: RunningApp
let bidId: string
let tenderId: string

test.beforeAll(async () => {
  running = await launchApp()
  const { page } = running
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByRole('button', { name: '载入示例' }).click()
  await page.getByText('远川能源集团大模型智能客服平台建设项目').first().dblclick()
  await expect(page).toHaveURL(/#\/tenders\/./)
  tenderId = page.url().split('/').at(-1) ?? ''
  await page.evaluate(() => {
    location.hash = '#/bids'
  })
  // The screen being left shows the same title.
  await expect(page.getByRole('heading', { level: 1, name: '投标', exact: true })).toBeVisible()
  await page.getByText('远川能源集团大模型智能客服平台建设项目').first().dblclick()
  await expect(page).toHaveURL(/#\/bids\/./)
  bidId = /#\/bids\/([^/]+)/.exec(page.url())?.[1] ?? ''
})
test.afterAll(() => running.close())

const screens = () => ['today', 'tenders', `tenders/${tenderId}`, 'bids', `bids/${bidId}/cost`, `bids/${bidId}/price`, `bids/${bidId}/documents`, `bids/${bidId}/template`, `bids/${bidId}/approvals`, `bids/${bidId}/outcome`, 'approvals', 'prices', 'portfolio', 'company', 'company/certificate', 'company/templates', 'settings']

for (const language of ['zh-CN', 'en', 'fr'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`every screen in ${language}, ${theme}: nothing serious for axe, no violation of the policy, nothing scrolls the body`, async () => {
      const { page, violations, consoleErrors } = running
      await page.evaluate(async ([chosenLanguage, chosenTheme]) => bidwright.preferences.set({ language: chosenLanguage, theme: chosenTheme }), [language, theme] as const)
      await page.reload()
      for (const screen of screens()) {
        await page.evaluate((hash) => {
          location.hash = hash
        }, `#/${screen}`)
        await expect(page.locator('main h1, main h2').first()).toBeVisible()
        await expect.poll(() => seriousFindings(page), { message: `${screen} in ${language}, ${theme}` }).toEqual([])
        const overflow = await page.evaluate(() => ({ x: document.documentElement.scrollWidth - window.innerWidth, y: document.documentElement.scrollHeight - window.innerHeight }))
        expect(overflow, screen).toEqual({ x: 0, y: 0 })
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(language)
      }
      expect(violations).toEqual([])
      expect(consoleErrors).toEqual([])
    })
  }
}
