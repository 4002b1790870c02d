import { safeStorage } from 'electron'
import Store from 'electron-store'

export type SecretStore = {
  /** False where the system has no key store: then nothing is kept. */
  isAvailable(): boolean
  set(name: string, value: string | null): boolean
  all(): [name: string, value: string][]
}

/** Keys and passwords of feeds, encrypted by the system's own key store. Without one, nothing is kept: a file in plain text is no place for them. */
export function openSecrets(): SecretStore {
  const store = new Store<Record<string, string>>({ name: 'secrets', clearInvalidConfig: true })
  // Where Linux has no keyring, Chromium would encrypt with a password everybody knows.
  const isAvailable = () => safeStorage.isEncryptionAvailable() && (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text')
  return {
    isAvailable,
    set(name, value) {
      if (value === null) {
        store.delete(keyOf(name))
        return true
      }
      if (!isAvailable()) return false
      store.set(keyOf(name), safeStorage.encryptString(value).toString('base64'))
      return true
    },
    all() {
      if (!isAvailable()) return []
      return Object.entries(store.store).flatMap(([key, text]) => {
        try {
          return [[nameOf(key), safeStorage.decryptString(Buffer.from(text, 'base64'))]]
        } catch {
          // Another computer's, or another user's: it says nothing here.
          return []
        }
      })
    },
  }
}

/** A dot in a key would nest it. */
const keyOf = (name: string): string => Buffer.from(name, 'utf8').toString('base64url')
const nameOf = (key: string): string => Buffer.from(key, 'base64url').toString('utf8')
