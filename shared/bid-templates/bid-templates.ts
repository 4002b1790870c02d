import codeAssistant from '#assets/bid-templates/code-assistant.json' with { type: 'json' }
import dataAnalysis from '#assets/bid-templates/data-analysis.json' with { type: 'json' }
import knowledgeAssistant from '#assets/bid-templates/knowledge-assistant.json' with { type: 'json' }
import processAutomation from '#assets/bid-templates/process-automation.json' with { type: 'json' }
import { BidTemplate } from '#shared/bid-templates/bid-template.ts'

/** The templates the program ships with, checked when they are loaded. */
export const bidTemplates: readonly BidTemplate[] = [knowledgeAssistant, codeAssistant, dataAnalysis, processAutomation].map((template) => BidTemplate.parse(template))
