import fc from 'fast-check'
import { Estimate } from '#shared/estimate/estimate.ts'

const money = (max: number) => fc.integer({ min: 1, max: max * 100 }).map((fen) => (fen / 100).toFixed(2))
const rate = (max: number) => fc.integer({ min: 0, max: max * 1000 }).map((permille) => (permille / 1000).toFixed(3))

const threePoint = (max: number) =>
  fc.tuple(money(max), money(max), money(max)).map((values) => {
    const [low = '0', likely = '0', high = '0'] = values.toSorted((a, b) => Number(a) - Number(b))
    return { low, likely, high }
  })

const category = fc.constantFrom('people', 'inference', 'compute', 'hardware')

const offerLine = fc.record({
  name: fc.constant('line'),
  quantity: fc.integer({ min: 1, max: 400 }).map(String),
  unit: fc.constant('项'),
  unitPrice: money(50_000),
  vatRate: fc.constantFrom('0', '0.06', '0.13'),
  commercialUnitPrice: money(80_000),
  softwareVatRefund: fc.boolean(),
})

const costLine = fc.record({
  name: fc.constant('cost'),
  category,
  quantity: threePoint(60),
  unitCost: threePoint(3000),
  inputVatRate: fc.constantFrom('0', '0.06', '0.13'),
  nature: fc.constantFrom('incremental', 'allocated'),
  scalesWithVolume: fc.boolean(),
  startMonth: fc.integer({ min: 0, max: 12 }),
  months: fc.integer({ min: 1, max: 12 }),
})

const subsidy = fc.record({
  programme: fc.constant('voucher'),
  category,
  share: rate(0.5),
  cap: money(50_000),
  payoutDelayMonths: fc.integer({ min: 0, max: 9 }),
  secured: fc.boolean(),
})

const risk = fc.record({ name: fc.constant('risk'), probability: rate(1), impact: threePoint(20_000), month: fc.integer({ min: 0, max: 12 }) })

const payments = fc.array(fc.record({ dueMonth: fc.integer({ min: 0, max: 18 }), delayDays: fc.constantFrom(0, 15, 60, 180) }), { minLength: 1, maxLength: 4 }).map((list) =>
  list.map((payment, index) => ({ ...payment, name: `第${index + 1}期`, share: String(index === 0 ? 1 - 0.25 * (list.length - 1) : 0.25) })),
)

const numbered = <T extends object>(prefix: string) => (list: T[]) => list.map((item, index) => ({ ...item, id: `${prefix}${index + 1}` }))

/** Any complete estimate: every price known, agency fee tiered unless told otherwise. */
export const anyEstimate = ({ tieredFee = true }: { tieredFee?: boolean } = {}): fc.Arbitrary<Estimate> =>
  fc
    .record({
      offerLines: fc.array(offerLine, { minLength: 1, maxLength: 4 }).map(numbered('o')),
      costLines: fc.array(costLine, { minLength: 1, maxLength: 6 }).map(numbered('c')),
      subsidies: fc.array(subsidy, { maxLength: 3 }).map(numbered('s')),
      risks: fc.array(risk, { maxLength: 2 }).map(numbered('r')),
      payment: payments,
      bonds: fc.array(fc.record({ kind: fc.constantFrom('bid', 'performance'), amount: money(20_000), months: fc.integer({ min: 0, max: 24 }), form: fc.constantFrom('cash', 'guarantee'), guaranteeRate: rate(0.02) }), { maxLength: 2 }),
      agencyFee: fc.record({ payer: fc.constantFrom('winner', 'buyer'), schedule: tieredFee ? fc.constantFrom('goods', 'services', 'works') : fc.constant('fixed'), amount: money(10_000), discount: rate(0.5) }),
      overheadRate: rate(0.2),
      contingencyRate: rate(0.1),
      annualFinanceRate: rate(0.1),
      surchargeRate: fc.constant('0.12'),
      stampDutyRate: fc.constantFrom('0', '0.0003'),
      riskCorrelation: rate(0.9),
    })
    .map((input) => Estimate.parse(input))
