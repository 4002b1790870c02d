import { m } from '#renderer/paraglide/messages.js'
import type { SizingItem } from '#shared/sizing/sizing.ts'

/** What a cost line of a sizing is called, and counted in. */
export function itemName(item: SizingItem): string {
  switch (item) {
    case 'api-input': return m.sizing_item_api_input()
    case 'api-cached': return m.sizing_item_api_cached()
    case 'api-output': return m.sizing_item_api_output()
    case 'servers': return m.sizing_item_servers()
    case 'rental': return m.sizing_item_rental()
    case 'power': return m.sizing_item_power()
    case 'hosting': return m.sizing_item_hosting()
    case 'people': return m.sizing_item_people()
  }
}

export function itemUnit(item: SizingItem): string {
  switch (item) {
    case 'servers': return m.sizing_unit_server()
    case 'rental': return m.sizing_unit_card_month()
    case 'power': return m.sizing_unit_kwh()
    case 'hosting': return m.sizing_unit_server_month()
    case 'people': return m.sizing_unit_person_month()
    default: return m.sizing_unit_million()
  }
}
