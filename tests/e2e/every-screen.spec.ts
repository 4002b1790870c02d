import { expect, test, type Page } from '@playwright/test'
import { seriousFindings } from './accessibility.ts'
import { launchApp, type RunningApp } from './app.ts'

const project = '远川能源集团大模型智能客服平台建设项目'
/** Its verdict asks for a signature, so that its approvals are the longest of forms. */
const loss = '云岭烟草合同智能审查系统采购项目'

/** Goes on after a finding: the next screens are looked at as well. */
const everyOne = expect.configure({ soft: true })

let running: RunningApp
/** The screens of the rail, and below them every page that a screen's own menu leads to: what is added later is looked at as well. */
let screens: string[]
let pages: string[]

test.beforeAll(async () => {
  running = await launchApp()
  const { page } = running
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByRole('button', { name: '载入示例' }).click()
  await page.getByText(project).first().dblclick()
  await expect(page).toHaveURL(/#\/tenders\/./)
  const tender = addressOf(page)
  screens = await linksIn(page)
  await open(page, 'bids')
  // The screen being left shows the same title.
  await expect(page.getByRole('heading', { level: 1, name: '投标', exact: true })).toBeVisible()
  const bid = await openBid(page, project)
  await open(page, 'bids')
  pages = [tender, 'tenders/new', `${await openBid(page, loss)}/approvals`, `${bid}/template`]
  for (const screen of [bid, 'company', 'settings']) {
    await open(page, screen)
    await expect(page.locator(`main nav a[href*="/${screen}"]`).first()).toBeVisible()
    pages.push(...(await linksIn(page)))
  }
  pages = [...new Set(pages)].filter((address) => !screens.includes(address))
})
test.afterAll(() => running.close())

/** The address of a bid of the list, opened. */
async function openBid(page: Page, title: string): Promise<string> {
  await page.locator('main tbody').getByText(title).first().dblclick()
  await expect(page).toHaveURL(/#\/bids\/./)
  return addressOf(page).split('/').slice(0, 2).join('/')
}

const addressOf = (page: Page) => new URL(page.url()).hash.slice(2)

/** The addresses that the menus in sight lead to. */
async function linksIn(page: Page): Promise<string[]> {
  const targets = await page.locator('nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  return targets.map((target) => target.replace(/^#?\//, ''))
}

async function open(page: Page, screen: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/${screen}`)
  await expect(page.locator('main h1, main h2').first()).toBeVisible()
}

test('the menus lead to every screen', () => {
  expect(screens.length).toBeGreaterThan(8)
  expect(pages.length).toBeGreaterThan(25)
})

for (const language of ['zh-CN', 'en', 'fr'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`every screen in ${language}, ${theme}: nothing serious for axe, no violation of the policy, nothing scrolls the body`, async () => {
      test.setTimeout(10 * 60_000)
      const { page, violations, consoleErrors } = running
      await page.evaluate(async ([chosenLanguage, chosenTheme]) => bidwright.preferences.set({ language: chosenLanguage, theme: chosenTheme }), [language, theme] as const)
      await page.reload()
      for (const screen of [...screens, ...pages]) {
        await open(page, screen)
        // The frame around a page is the screen's, which was looked at.
        const part = screens.includes(screen) ? undefined : 'main, [role=dialog]'
        await everyOne.poll(() => seriousFindings(page, part), { message: `${screen} in ${language}, ${theme}` }).toEqual([])
        const overflow = await page.evaluate(() => {
          const main = document.querySelector('main')
          return { x: document.documentElement.scrollWidth - window.innerWidth, y: document.documentElement.scrollHeight - window.innerHeight, main: (main?.scrollHeight ?? 0) - (main?.clientHeight ?? 0) }
        })
        // What a screen's frame cuts off nobody can scroll to.
        everyOne(overflow, `${screen} in ${language}, ${theme}`).toEqual({ x: 0, y: 0, main: 0 })
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(language)
      }
      expect(violations).toEqual([])
      expect(consoleErrors).toEqual([])
    })
  }
}
