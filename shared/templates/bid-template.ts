import { z } from 'zod'
import { CoverTemplate, FormTemplates, type FormTemplate } from '#shared/documents/template.ts'
import { PrintableVolume } from '#shared/documents/volume.ts'

/** One volume: its name on the cover, the cover where it is not the usual one, its forms in order, and whether its reader may not learn who bids (暗标). */
export const VolumeTemplate = z.object({ volume: PrintableVolume, part: z.string().trim().min(1).max(60), isBlind: z.boolean().default(false), cover: CoverTemplate.optional(), forms: FormTemplates.min(1) })
export type VolumeTemplate = z.infer<typeof VolumeTemplate>

const isEachOnce = (values: readonly string[]): boolean => new Set(values).size === values.length

/** The documents of a bid as data: volumes printed apart, or one book. The tender document's own order, titles and texts are put in here. */
export const BidTemplate = z.object({
  format: z.literal('bidwright-template-1'),
  name: z.string().trim().min(1).max(100),
  volumes: z
    .array(VolumeTemplate)
    .min(1)
    .max(4)
    .refine((volumes) => isEachOnce(volumes.map(({ volume }) => volume)), 'a volume stands twice')
    .refine((volumes) => isEachOnce(volumes.flatMap(({ forms }) => forms.map(({ id }) => id))), 'two forms have the same id'),
})
export type BidTemplate = z.infer<typeof BidTemplate>

export const volumeOf = ({ volumes }: BidTemplate, volume: PrintableVolume): VolumeTemplate | null => volumes.find((candidate) => candidate.volume === volume) ?? null

/** The template with one volume's forms changed. */
export const withForms = (template: BidTemplate, volume: PrintableVolume, change: (forms: FormTemplate[]) => FormTemplate[]): BidTemplate => ({
  ...template,
  volumes: template.volumes.map((each) => (each.volume === volume ? { ...each, forms: change(each.forms) } : each)),
})
