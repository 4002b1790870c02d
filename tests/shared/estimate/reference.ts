import type { Estimate, ThreePoint } from '#shared/estimate/estimate.ts'
import { type Fraction, add, atLeastZero, divide, equal, fraction, less, minus, money, multiply, ratio, smaller, sum, zero } from './fractions.ts'

type Calculation = { profit: Fraction; margin: Fraction | null; amounts: Record<string, Fraction> }
type Options = { share?: Fraction; allSubsidies?: boolean }

const one = fraction('1')
const twelve = fraction('12')
const mean = ({ low, likely, high }: ThreePoint): Fraction => divide(sum([fraction(low), multiply(fraction('4'), fraction(likely)), fraction(high)]), fraction('6'))

const tiers: [string, Record<'goods' | 'services' | 'works', string>][] = [
  ['1000000', { goods: '0.015', services: '0.015', works: '0.01' }],
  ['5000000', { goods: '0.011', services: '0.008', works: '0.007' }],
  ['10000000', { goods: '0.008', services: '0.0045', works: '0.0055' }],
  ['50000000', { goods: '0.005', services: '0.0025', works: '0.0035' }],
  ['100000000', { goods: '0.0025', services: '0.001', works: '0.002' }],
  ['1000000000', { goods: '0.0005', services: '0.0005', works: '0.0005' }],
  ['1000000000000000000', { goods: '0.0001', services: '0.0001', works: '0.0001' }],
]

const agencyFee = ({ payer, schedule, amount, discount }: Estimate['agencyFee'], price: Fraction): Fraction => {
  if (payer === 'buyer') return zero
  if (schedule === 'fixed') return fraction(amount ?? '0')
  const parts = tiers.map(([upTo, rates], index) => {
    const from = fraction(tiers[index - 1]?.[0] ?? '0')
    return multiply(atLeastZero(minus(smaller(price, fraction(upTo)), from)), fraction(rates[schedule]))
  })
  return multiply(sum(parts), minus(one, fraction(discount)))
}

/** Steps 1–11 of the estimate model in exact fractions, month by month, written from the page and from nothing else. */
export const calculate = (estimate: Estimate, { share = one, allSubsidies = false }: Options = {}): Calculation => {
  const offer = estimate.offerLines.map((line) => {
    const total = multiply(share, fraction(money(multiply(fraction(line.quantity), fraction(line.unitPrice)))))
    const net = divide(total, add(one, fraction(line.vatRate)))
    return { line, total, net, commercial: multiply(share, multiply(fraction(line.quantity), fraction(line.commercialUnitPrice ?? '0'))) }
  })
  const P = sum(offer.map(({ total }) => total))
  const R = sum(offer.map(({ net }) => net))
  const costs = estimate.costLines.map((line) => {
    const scale = line.scalesWithVolume ? share : one
    const amount = line.unitCost === null ? zero : multiply(scale, multiply(mean(line.quantity), mean(line.unitCost)))
    return { line, amount, vat: multiply(amount, fraction(line.inputVatRate)) }
  })
  const direct = sum(costs.map(({ amount }) => amount))
  const allocated = sum(costs.filter(({ line }) => line.nature === 'allocated').map(({ amount }) => amount))
  const risks = estimate.risks.map((risk) => ({ month: risk.month, amount: multiply(fraction(risk.probability), mean(risk.impact)) }))
  const riskCost = sum(risks.map(({ amount }) => amount))
  const taken: { category: string; delay: number; amount: Fraction; of: Fraction }[] = []
  for (const subsidy of estimate.subsidies) {
    if (!subsidy.secured && !allSubsidies) continue
    const of = sum(costs.filter(({ line }) => line.category === subsidy.category).map(({ amount }) => amount))
    const left = minus(of, sum(taken.filter(({ category }) => category === subsidy.category).map(({ amount }) => amount)))
    taken.push({ category: subsidy.category, delay: subsidy.payoutDelayMonths, of, amount: smaller(fraction(subsidy.cap), multiply(fraction(subsidy.share), left)) })
  }
  const subsidy = sum(taken.map(({ amount }) => amount))
  const overhead = multiply(fraction(estimate.overheadRate), direct)
  const contingency = multiply(fraction(estimate.contingencyRate), direct)
  const outputVat = minus(P, R)
  const inputVat = sum(costs.map(({ vat }) => vat))
  const vatPayable = atLeastZero(minus(outputVat, inputVat))
  const surcharges = multiply(fraction(estimate.surchargeRate), vatPayable)
  const vatRefund = sum(
    offer
      .filter(({ line }) => line.softwareVatRefund)
      .map(({ total, net }) => {
        const inputShare = equal(R, zero) ? zero : divide(multiply(inputVat, net), R)
        return atLeastZero(minus(minus(minus(total, net), inputShare), multiply(fraction('0.03'), net)))
      }),
  )
  const stampDuty = multiply(fraction(estimate.stampDutyRate), R)
  const fee = agencyFee(estimate.agencyFee, P)
  const bondCost = sum(estimate.bonds.map((bond) => divide(multiply(multiply(fraction(bond.amount), fraction(bond.form === 'cash' ? estimate.annualFinanceRate : bond.guaranteeRate)), fraction(String(bond.months))), twelve)))

  const flows = new Map<number, Fraction>()
  const put = (month: number, amount: Fraction) => flows.set(month, add(flows.get(month) ?? zero, amount))
  const gross = add(one, add(fraction(estimate.overheadRate), fraction(estimate.contingencyRate)))
  const vatIn = new Map<number, Fraction>()
  for (const { line, amount, vat } of costs) {
    for (let month = line.startMonth; month < line.startMonth + line.months; month++) {
      const part = (whole: Fraction) => divide(whole, fraction(String(line.months)))
      if (!equal(amount, zero)) put(month, minus(zero, part(add(multiply(amount, gross), vat))))
      vatIn.set(month, add(vatIn.get(month) ?? zero, part(vat)))
      for (const grant of taken.filter(({ category, amount: granted }) => category === line.category && !equal(granted, zero))) {
        if (!equal(amount, zero)) put(month + grant.delay, divide(multiply(grant.amount, part(amount)), grant.of))
      }
    }
  }
  for (const { month, amount } of risks) if (!equal(amount, zero)) put(month, minus(zero, amount))
  if (!equal(add(fee, stampDuty), zero)) put(0, minus(zero, add(fee, stampDuty)))
  let used = zero
  for (const payment of estimate.payment.toSorted((a, b) => a.dueMonth - b.dueMonth)) {
    const cash = multiply(fraction(payment.share), P)
    if (!equal(cash, zero)) put(payment.dueMonth + Math.ceil(payment.delayDays / 30), cash)
    const owed = multiply(fraction(payment.share), outputVat)
    const soFar = sum([...vatIn].filter(([month]) => month <= payment.dueMonth).map(([, amount]) => amount))
    const usable = atLeastZero(smaller(minus(soFar, used), owed))
    used = add(used, usable)
    const payable = atLeastZero(minus(owed, usable))
    if (!equal(payable, zero)) put(payment.dueMonth, minus(zero, multiply(payable, add(one, fraction(estimate.surchargeRate)))))
  }
  let [balance, trough, borrowed] = [zero, zero, zero]
  for (let month = 0; month <= Math.max(-1, ...flows.keys()); month++) {
    balance = add(balance, flows.get(month) ?? zero)
    trough = smaller(trough, balance)
    borrowed = add(borrowed, atLeastZero(minus(zero, balance)))
  }
  const financing = divide(multiply(borrowed, fraction(estimate.annualFinanceRate)), twelve)

  const incrementalCost = minus(sum([minus(direct, allocated), riskCost, surcharges, stampDuty, fee, bondCost, financing]), subsidy)
  const fulfilmentCost = add(incrementalCost, allocated)
  const expectedCost = sum([fulfilmentCost, overhead, contingency])
  const profit = minus(add(R, vatRefund), expectedCost)
  return {
    profit,
    margin: equal(R, zero) ? null : divide(profit, R),
    amounts: {
      offerTotal: P, netRevenue: R, direct, riskCost, subsidy, overhead, contingency, outputVat, inputVat, vatPayable, surcharges, vatRefund, stampDuty,
      agencyFee: fee, bondCost, financing, cashTrough: trough, incrementalCost, fulfilmentCost, expectedCost, profit, commercialValue: sum(offer.map(({ commercial }) => commercial)),
    },
  }
}

/** The whole result as reported, without the two prices that are searched for. */
export const reference = (estimate: Estimate) => {
  const whole = calculate(estimate)
  const { offerTotal, commercialValue, ...amounts } = whole.amounts
  const isPriced = estimate.offerLines.length > 0 && estimate.offerLines.every((line) => line.commercialUnitPrice !== null && line.commercialUnitPrice !== undefined)
  const hasParity = isPriced && commercialValue !== undefined && less(zero, commercialValue)
  return {
    ...Object.fromEntries(Object.entries({ offerTotal: offerTotal ?? zero, ...amounts }).map(([key, amount]) => [key, money(amount)])),
    commercialValue: isPriced ? money(commercialValue ?? zero) : null,
    parity: hasParity ? ratio(divide(offerTotal ?? zero, commercialValue)) : null,
    margin: whole.margin === null ? null : ratio(whole.margin),
    profitWithAllSubsidies: money(calculate(estimate, { allSubsidies: true }).profit),
    byVolume: estimate.volumeShares.map((text) => {
      const part = calculate(estimate, { share: fraction(text) })
      return { share: Number(text), profit: money(part.profit), margin: part.margin === null ? null : ratio(part.margin) }
    }),
  }
}
