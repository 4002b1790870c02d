import { apiRoute } from '#shared/sizing/api-route.ts'
import { privateRoute } from '#shared/sizing/private-route.ts'
import type { RouteResult } from '#shared/sizing/route.ts'
import type { Sizing } from '#shared/sizing/sizing.ts'

/** Every way to serve the load, the API first, then the stacks in their order. */
export const routesOf = (sizing: Sizing): RouteResult[] => [apiRoute(sizing), ...sizing.stacks.map((stack) => privateRoute(sizing, stack))]

/** The way the costs follow; the API where the chosen stack is gone. */
export const chosenRoute = (sizing: Sizing): RouteResult => {
  const stack = sizing.stacks.find(({ id }) => id === sizing.choice)
  return stack === undefined ? apiRoute(sizing) : privateRoute(sizing, stack)
}
