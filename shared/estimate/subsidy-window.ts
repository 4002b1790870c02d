import type { Estimate } from '#shared/estimate/estimate.ts'

type Window = { from?: string | null | undefined; until?: string | null | undefined }

/** True when `today` is within the days a subsidy can be used; open ends do not limit it. */
export const isWithin = ({ from, until }: Window, today: string): boolean => (from === null || from === undefined || from <= today) && (until === null || until === undefined || today <= until)

/** Outside its window a subsidy is not secured, whatever was written; `today` null leaves windows out of account. */
export const withinWindows = (estimate: Estimate, today: string | null): Estimate => {
  if (today === null || estimate.subsidies.every((subsidy) => !subsidy.secured || isWithin(subsidy, today))) return estimate
  return { ...estimate, subsidies: estimate.subsidies.map((subsidy) => ({ ...subsidy, secured: subsidy.secured && isWithin(subsidy, today) })) }
}
