import { z } from 'zod'

/** What a certificate or paper is; the forms ask for them by kind. */
export const CertificateType = z.enum([
  'businessLicence',
  'identityLegal',
  'identityAgent',
  'audit',
  'taxProof',
  'socialSecurity',
  'credit',
  'bankProof',
  'iso9001',
  'iso27001',
  'iso20000',
  'cmmi',
  'itss',
  'hiTech',
  'securityLevel',
  'modelFiling',
  'software',
  'patent',
  'localisation',
  'other',
])
export type CertificateType = z.infer<typeof CertificateType>

/** What a text block is about; the chapters of a technical volume collect them by topic. */
export const TextTopic = z.enum(['understanding', 'architecture', 'functions', 'models', 'data', 'compute', 'security', 'interfaces', 'performance', 'plan', 'organisation', 'quality', 'risk', 'testing', 'service', 'training', 'emergency', 'company', 'other'])
export type TextTopic = z.infer<typeof TextTopic>
