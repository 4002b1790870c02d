import type { Page } from '@playwright/test'

/** Drops files from the disk on the window, as a person would from the file manager. */
export async function dropFiles(page: Page, paths: string[]): Promise<void> {
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', id: 'file-manager', multiple: true })
    document.body.append(input)
  })
  // Only files that came from the disk have a path; an input is where the driver can put such files.
  await page.locator('#file-manager').setInputFiles(paths)
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#file-manager')
    const data = new DataTransfer()
    for (const file of input?.files ?? []) data.items.add(file)
    for (const type of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }))
    input?.remove()
  })
}

/** Types a row of a grid: text goes into the active cell, Tab to the next; null leaves a cell as it is. */
export async function typeRow(page: Page, cells: readonly (string | null)[]): Promise<void> {
  for (const [index, cell] of cells.entries()) {
    if (index > 0) await page.keyboard.press('Tab')
    if (cell !== null) await page.keyboard.type(cell)
  }
  await page.keyboard.press('Enter')
}

/** Types into a field and leaves it. */
export async function fillField(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true })
  await field.fill(text)
  await field.press('Tab')
}
