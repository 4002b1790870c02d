import { z } from 'zod'
import type { Track } from '#shared/pricing/track.ts'

/** The kinds of test the program can compute; a rule pack names one. */
export const AbnormalRule = z.enum(['CN_GP_2026', 'CN_GP_PILOT_2024', 'CN_87_ART60', 'CN_TENDER_LAW_ART33_41', 'CN_SOE_DOCUMENT', 'EU_2014_24_ART69', 'WORLD_BANK', 'POLAND_PZP_224', 'ITALY_36_2023_ART54'])
export type AbnormalRule = z.infer<typeof AbnormalRule>
/** `pilot_ftz`: free-trade zones of 上海、广东、天津、福建、北京 and 海南自贸港 (财办库〔2024〕265号). */
export type Zone = 'pilot_ftz' | 'other'

const nationwideFrom = '2026-02-01'
const pilotFrom = '2025-01-01'

const ruleOfTrack: Record<Exclude<Track, 'government_procurement'>, AbnormalRule> = {
  tender_law_soe: 'CN_TENDER_LAW_ART33_41',
  soe_non_mandatory: 'CN_SOE_DOCUMENT',
  eu: 'EU_2014_24_ART69',
  world_bank: 'WORLD_BANK',
  poland: 'POLAND_PZP_224',
  italy: 'ITALY_36_2023_ART54',
}

/** Which abnormally-low rule applies to a project issued on `projectDate` (rules §2). */
export function applicableAbnormalRule(track: Track, projectDate: string, zone: Zone): AbnormalRule {
  if (track === 'government_procurement') {
    if (projectDate >= nationwideFrom) return 'CN_GP_2026'
    return zone === 'pilot_ftz' && projectDate >= pilotFrom ? 'CN_GP_PILOT_2024' : 'CN_87_ART60'
  }
  return ruleOfTrack[track]
}

/** Rules that name no number: only the document or a committee's judgement can say "too low". */
export function hasNumericLine(rule: AbnormalRule): boolean {
  return !['CN_87_ART60', 'CN_TENDER_LAW_ART33_41', 'CN_SOE_DOCUMENT', 'EU_2014_24_ART69'].includes(rule)
}
