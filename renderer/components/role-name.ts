import { m } from '#renderer/paraglide/messages.js'

/** The roles the program knows in three languages; any other role is called what the company calls it. */
export function roleName(role: string): string {
  switch (role) {
    case 'sales-director': return m.desk_role_sales_director()
    case 'finance': return m.desk_role_finance()
    case 'general-manager': return m.desk_role_general_manager()
    default: return role
  }
}
