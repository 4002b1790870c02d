import { Redirect, Route, Switch, useLocation } from 'wouter'
import { bidTabs } from '#renderer/app/bid-tabs.tsx'
import { ErrorBoundary } from '#renderer/app/error-boundary.tsx'
import { useWorkspaceInfo } from '#renderer/app/sample-banner.tsx'
import { settingsPages } from '#renderer/app/settings-pages.tsx'
import { ApprovalsScreen } from '#renderer/features/approvals/approvals-screen.tsx'
import { BidList } from '#renderer/features/bids/bid-list.tsx'
import { BidScreen } from '#renderer/features/bids/bid-screen.tsx'
import { LibraryScreen } from '#renderer/features/library/library-screen.tsx'
import { PortfolioScreen } from '#renderer/features/portfolio/portfolio-screen.tsx'
import { PricesScreen } from '#renderer/features/prices/prices-screen.tsx'
import { ProgrammesScreen } from '#renderer/features/programmes/programmes-screen.tsx'
import { SettingsScreen } from '#renderer/features/settings/settings-screen.tsx'
import { BidTemplateScreen } from '#renderer/features/templates/bid-template-screen.tsx'
import { TemplatesScreen } from '#renderer/features/templates/templates-screen.tsx'
import { TenderScreen } from '#renderer/features/tenders/detail/tender-screen.tsx'
import { TendersScreen } from '#renderer/features/tenders/list/tenders-screen.tsx'
import { TodayScreen } from '#renderer/features/today/today-screen.tsx'

/** Which screen the address means. Unknown addresses go to the first screen. */
export function Routes() {
  const [location] = useLocation()
  return (
    <ErrorBoundary screen={location}>
      <Switch>
        <Route path="/today">
          <TodayScreen />
        </Route>
        <Route path={/^\/tenders(?<isNew>\/new)?\/?$/}>{({ isNew }) => <TendersScreen isNewOpen={isNew !== undefined} />}</Route>
        <Route path="/tenders/:id">{({ id }) => <TenderScreen key={id} id={id} />}</Route>
        <Route path="/bids">
          <BidList />
        </Route>
        <Route path="/bids/:id/template">{({ id }) => <BidTemplateScreen key={id} bidId={id} />}</Route>
        <Route path="/bids/:id/:tab?">{({ id, tab }) => <BidScreen key={id} id={id} tab={tab} mounted={bidTabs} />}</Route>
        <Route path="/approvals">
          <ApprovalsScreen />
        </Route>
        <Route path="/prices">
          <PricesScreen />
        </Route>
        <Route path="/portfolio">
          <PortfolioScreen />
        </Route>
        <Route path="/programmes">
          <ProgrammesScreen />
        </Route>
        <Route path="/company/templates/:id?">{({ id }) => <TemplatesScreen id={id} />}</Route>
        <Route path="/company/:section?/:id?">{({ section, id }) => <LibraryScreen section={section} id={id} />}</Route>
        <Route path="/settings/:page?">{({ page }) => <SettingsScreen page={page} mounted={settingsPages} />}</Route>
        <Route>
          <Home />
        </Route>
      </Switch>
    </ErrorBoundary>
  )
}

/** Work begins with today; an empty workspace begins with how to fill it. */
function Home() {
  const { data } = useWorkspaceInfo()
  if (data === undefined) return null
  return <Redirect to={data.tenders === 0 && data.bids === 0 ? '/tenders' : '/today'} replace />
}
