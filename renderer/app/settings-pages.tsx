import type { ComponentType } from 'react'
import { MappingsPage } from '#renderer/app/importing/mappings-page.tsx'
import { DuplicatesPage } from '#renderer/features/duplicates/duplicates-page.tsx'
import { FeedsPage } from '#renderer/features/feeds/feeds-page.tsx'
import { RulePacksPage } from '#renderer/features/rules/packs-page.tsx'
import { ThresholdsPage } from '#renderer/features/rules/thresholds-page.tsx'
import { PeoplePage } from '#renderer/features/people/people-page.tsx'
import { RemindersPage } from '#renderer/features/reminders/reminders-page.tsx'
import { ScorecardPage } from '#renderer/features/tenders/go-no-go/scorecard-page.tsx'
import { m } from '#renderer/paraglide/messages.js'

/** A page of the settings that a feature brings along; `settingsPages` lists them in order. */
export type SettingsPage = { id: string; name: () => string; Page: ComponentType }

/** The settings pages that are features of their own, after those of the program itself. */
export const settingsPages: readonly SettingsPage[] = [
  { id: 'people', name: () => m.people_title(), Page: PeoplePage },
  { id: 'reminders', name: () => m.reminders_title(), Page: RemindersPage },
  { id: 'scorecard', name: () => m.scorecard_title(), Page: ScorecardPage },
  { id: 'limits', name: () => m.rules_thresholds(), Page: ThresholdsPage },
  { id: 'feeds', name: () => m.feeds_page(), Page: FeedsPage },
  { id: 'mappings', name: () => m.mappings_title(), Page: MappingsPage },
  { id: 'duplicates', name: () => m.duplicates_title(), Page: DuplicatesPage },
  { id: 'rules', name: () => m.rules_packs(), Page: RulePacksPage },
]
