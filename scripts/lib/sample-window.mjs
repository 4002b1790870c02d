import { prepareWindow, requireBuild } from './prepare.mjs'
import { openWindow } from './window.mjs'

/** The built program on a fresh folder, its sample loaded and the first bid of it open. */
export async function openSampleBid() {
  const electron = await prepareWindow({})
  await requireBuild()
  const { page, close } = await openWindow(electron)
  await page.getByRole('button', { name: '载入示例' }).click()
  await page.evaluate(() => {
    location.hash = '#/bids'
  })
  await page.getByText('远川能源集团大模型智能客服平台建设项目').first().dblclick()
  return { page, close }
}
