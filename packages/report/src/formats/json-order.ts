/** Keys in the contract's order by where they stand; `*` is any key of a record. What is not named here follows in
 *  its own order. */
const keys: Readonly<Record<string, string>> = {
  analysis: 'schemaVersion asAt tool authorities documents notCompared topics',
  'analysis.judgementFaults': 'file entry reason remedy',
  'analysis.tool': 'name version lexicon',
  'analysis.authorities': 'id name',
  'analysis.documents': 'authority topic path sha256 title edition messages',
  'analysis.documents.edition': 'version date review',
  'analysis.documents.messages': 'ruleId reason line page severity',
  'analysis.notCompared': 'path reason remedy',
  'analysis.topics': 'id authorities without scores standards rows opportunities',
  'analysis.topics.scores': 'wording rule pairs',
  'analysis.topics.scores.pairs': 'a b wording rule',
  'analysis.topics.standards': 'id tier citation from to verified rows met',
  'analysis.topics.rows': 'id kind section confidence status facets moved readings links findings',
  'analysis.topics.rows.readings.*':
    'id fingerprint text section number source modality actors recipients deadlines deadline trigger threshold condition citations local item control required options',
  'analysis.topics.rows.readings.*.source': 'path line page paragraph sheet cell',
  'analysis.topics.rows.readings.*.deadlines': 'value unit bound iso event',
  'analysis.topics.rows.readings.*.deadline': 'value unit bound iso event',
  'analysis.topics.rows.readings.*.trigger': 'count op window',
  'analysis.topics.rows.readings.*.trigger.window': 'value unit',
  'analysis.topics.rows.readings.*.threshold': 'of op value unit',
  'analysis.topics.rows.readings.*.citations': 'id title year',
  'analysis.topics.rows.findings': 'id fingerprint class severity variants direction gap standard',
  'analysis.topics.rows.findings.agreed': 'reason owner agreed reviewBy state',
  'analysis.topics.rows.findings.variants': 'value authorities',
  'analysis.topics.opportunities': 'id fingerprint rows rank class impact effort why agencies change decision',
  'analysis.topics.opportunities.decision': 'decision owner due status note by on',
  'analysis.topics.opportunities.change': 'authority words from to',
}

/** Objects whose keys are ids: sorted, so that the order of files never shows. */
const records: ReadonlySet<string> = new Set([
  'analysis.topics.standards.met',
  'analysis.topics.rows.readings',
  'analysis.topics.rows.findings.direction',
  'analysis.topics.sections.headings',
  'analysis.topics.opportunities.proposal.fields.values',
])

/** The members of an object that stands at `shape`, in the contract's order; members that are undefined are left
 *  out. */
export function order(value: object, shape: string): readonly (readonly [string, unknown])[] {
  return planOf(value, shape).map(([key]) => [key, value[key as keyof object]] as const)
}

/** A copy with every object's members in order, all the way down. Arrays keep their order. */
export function arrange(value: unknown, shape: string): unknown {
  if (Array.isArray(value)) return value.map((item) => arrange(item, shape))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    planOf(value, shape).map(([key, inner]) => [key, arrange(value[key as keyof object], inner)]),
  )
}

/** Keys in their order, each with where its member stands. */
type Plan = readonly (readonly [key: string, inner: string])[]

/** What stands at one place has few sets of keys, over and over: the order of each is found once. */
const plans = new Map<string, Plan>()

const mostPlans = 1000

function planOf(value: object, shape: string): Plan {
  const own = Object.keys(value).filter((key) => value[key as keyof object] !== undefined)
  const name = JSON.stringify([shape, own])
  const plan = plans.get(name) ?? planned(own, shape)
  if (plans.size >= mostPlans) plans.clear()
  plans.set(name, plan)
  return plan
}

function planned(own: readonly string[], shape: string): Plan {
  if (records.has(shape))
    return [...own].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map((key) => [key, `${shape}.*`] as const)
  const first = (keys[shape] ?? '').split(' ').filter((key) => own.includes(key))
  const rest = own.filter((key) => !first.includes(key))
  return [...first, ...rest].map((key) => [key, `${shape}.${key}`] as const)
}
