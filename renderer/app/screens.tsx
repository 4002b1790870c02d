import { IconBook2, IconBuildingBank, IconChartBar, IconCalendarCheck, IconCurrencyYuan, IconGift, IconListDetails, IconSignature, IconSettings, type Icon } from '@tabler/icons-react'
import { m } from '#renderer/paraglide/messages.js'

export type ScreenId = 'today' | 'tenders' | 'bids' | 'approvals' | 'prices' | 'portfolio' | 'programmes' | 'company' | 'settings'
export type Screen = { id: ScreenId; path: string; icon: Icon; name: () => string }

/** The screens of the rail, in the order of their keys Ctrl 1, Ctrl 2 … */
export const screens: readonly Screen[] = [
  { id: 'today', path: '/today', icon: IconCalendarCheck, name: () => m.screen_today() },
  { id: 'tenders', path: '/tenders', icon: IconListDetails, name: () => m.screen_tenders() },
  { id: 'bids', path: '/bids', icon: IconCurrencyYuan, name: () => m.screen_bids() },
  { id: 'approvals', path: '/approvals', icon: IconSignature, name: () => m.screen_approvals() },
  { id: 'prices', path: '/prices', icon: IconBook2, name: () => m.screen_prices() },
  { id: 'portfolio', path: '/portfolio', icon: IconChartBar, name: () => m.screen_portfolio() },
  { id: 'programmes', path: '/programmes', icon: IconGift, name: () => m.screen_programmes() },
  { id: 'company', path: '/company', icon: IconBuildingBank, name: () => m.screen_company() },
  { id: 'settings', path: '/settings', icon: IconSettings, name: () => m.screen_settings() },
]

export const isOn = (screen: Screen, location: string): boolean => location === screen.path || location.startsWith(`${screen.path}/`)
