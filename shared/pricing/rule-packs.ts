import cnGovernmentProcurement2017 from '#assets/rule-packs/cn-government-procurement-2017.json' with { type: 'json' }
import cnGovernmentProcurement2026 from '#assets/rule-packs/cn-government-procurement-2026.json' with { type: 'json' }
import cnGovernmentProcurementPilot2025 from '#assets/rule-packs/cn-government-procurement-pilot-2025.json' with { type: 'json' }
import cnSoeNonMandatory from '#assets/rule-packs/cn-soe-non-mandatory.json' with { type: 'json' }
import cnTenderLawSoe from '#assets/rule-packs/cn-tender-law-soe.json' with { type: 'json' }
import eu201424 from '#assets/rule-packs/eu-2014-24.json' with { type: 'json' }
import italy362023 from '#assets/rule-packs/italy-36-2023.json' with { type: 'json' }
import polandPzp2019 from '#assets/rule-packs/poland-pzp-2019.json' with { type: 'json' }
import worldBank2016 from '#assets/rule-packs/world-bank-2016.json' with { type: 'json' }
import { RulePack, type RulePackChoice, selectRulePack } from '#shared/pricing/rule-pack.ts'
import type { Track } from '#shared/pricing/track.ts'

/** The rule packs the program ships with, checked when they are loaded. */
export const rulePacks: readonly RulePack[] = [
  cnGovernmentProcurement2017,
  cnGovernmentProcurement2026,
  cnGovernmentProcurementPilot2025,
  cnSoeNonMandatory,
  cnTenderLawSoe,
  eu201424,
  italy362023,
  polandPzp2019,
  worldBank2016,
].map((pack) => RulePack.parse(pack))

export type PackOrigin = 'own' | 'shipped'

/** The pack that applies: the company's own ones are asked first, so that they replace ours without a new version. */
export function applicablePack(own: readonly RulePack[], track: Track, projectDate: string | null, zone: 'pilot_ftz' | 'other'): RulePackChoice & { origin: PackOrigin } {
  const chosen = selectRulePack(own, track, projectDate, zone)
  return chosen.ok ? { ...chosen, origin: 'own' } : { ...selectRulePack(rulePacks, track, projectDate, zone), origin: 'shipped' }
}
