import { m } from '#renderer/paraglide/messages.js'
import type { UseCase } from '#shared/tenders/tender.ts'

export function projectKindName(kind: UseCase): string {
  switch (kind) {
    case 'knowledge-assistant': return m.use_case_knowledge_assistant()
    case 'code-generation': return m.use_case_code_generation()
    case 'data-analysis': return m.use_case_data_analysis()
    case 'process-automation': return m.use_case_process_automation()
    case 'other': return m.use_case_other()
  }
}
