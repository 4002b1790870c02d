import type { WorkspaceDb } from '#core/db/workspace.ts'
import { readSetting } from '#core/settings/setting-store.ts'
import { defaultPriceSettings, PriceSettings } from '#shared/prices/contract.ts'

export const priceSettingsKey = 'prices'

export async function priceSettings(db: WorkspaceDb): Promise<PriceSettings> {
  return (await readSetting(db, priceSettingsKey, PriceSettings)) ?? defaultPriceSettings
}
