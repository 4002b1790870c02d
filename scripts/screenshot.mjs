// npm run screenshot: the picture of the README, taken of the built program on its sample data.
import { openSampleBid } from './lib/sample-window.mjs'

const { page, close } = await openSampleBid()
await page.getByText('成本可能落点').waitFor()
await page.waitForTimeout(500)
await page.screenshot({ path: 'docs/price.png' })
await close()
