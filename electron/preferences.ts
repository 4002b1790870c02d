import Store from 'electron-store'
import { Preferences } from '#shared/shell.ts'

export type PreferenceStore = { get(): Preferences; set(change: Partial<Preferences>): Preferences }

/**
 * Kept in the user's folder, apart from the workspace: they belong to the person at this computer.
 * The sales team works in Chinese, so that is the first language whatever the computer's own.
 */
export function openPreferences(): PreferenceStore {
  const store = new Store<Preferences>({
    name: 'preferences',
    defaults: { language: 'zh-CN', theme: 'auto', moneyUnit: 'wan' },
    clearInvalidConfig: true,
  })
  // A file edited by hand may hold anything: what is not valid falls back to the default, key by key.
  const read = (): Preferences => ({
    language: Preferences.shape.language.catch('zh-CN').parse(store.get('language')),
    theme: Preferences.shape.theme.catch('auto').parse(store.get('theme')),
    moneyUnit: Preferences.shape.moneyUnit.catch('wan').parse(store.get('moneyUnit')),
  })
  return {
    get: read,
    set(change) {
      store.set({ ...read(), ...change })
      return read()
    },
  }
}
