import { Redirect, Route, Switch, useLocation } from 'wouter'
import { ErrorBoundary } from '#renderer/app/error-boundary.tsx'
import { BidList } from '#renderer/features/bids/bid-list.tsx'
import { BidScreen } from '#renderer/features/bids/bid-screen.tsx'
import { CompanyScreen } from '#renderer/features/company/company-screen.tsx'
import { SettingsScreen } from '#renderer/features/settings/settings-screen.tsx'
import { TenderScreen } from '#renderer/features/tenders/detail/tender-screen.tsx'
import { TendersScreen } from '#renderer/features/tenders/list/tenders-screen.tsx'

/** Which screen the address means. Unknown addresses go to the tenders. */
export function Routes() {
  const [location] = useLocation()
  return (
    <ErrorBoundary screen={location}>
      <Switch>
        <Route path={/^\/tenders(?<isNew>\/new)?\/?$/}>{({ isNew }) => <TendersScreen isNewOpen={isNew !== undefined} />}</Route>
        <Route path="/tenders/:id">{({ id }) => <TenderScreen key={id} id={id} />}</Route>
        <Route path="/bids">
          <BidList />
        </Route>
        <Route path="/bids/:id/:tab?">{({ id, tab }) => <BidScreen key={id} id={id} tab={tab} />}</Route>
        <Route path="/company">
          <CompanyScreen />
        </Route>
        <Route path="/settings">
          <SettingsScreen />
        </Route>
        <Route>
          <Redirect to="/tenders" replace />
        </Route>
      </Switch>
    </ErrorBoundary>
  )
}
