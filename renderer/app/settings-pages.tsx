import type { ComponentType } from 'react'

/** A page of the settings that a feature brings along; `settingsPages` lists them in order. */
export type SettingsPage = { id: string; name: () => string; Page: ComponentType }

/** The settings pages that are features of their own, after those of the program itself. */
export const settingsPages: readonly SettingsPage[] = []
