/** Evidence between two members: log odds that they belong together; negative = apart. */
export interface Edge {
  readonly a: number
  readonly b: number
  readonly odds: number
}

/** How members are put in groups. */
export interface GroupingRules {
  readonly members: number
  readonly edges: Iterable<Edge>
  /** Log odds of a pair of different classes that has no edge: negative, so that a group is outvoted by what it lacks. */
  readonly silence: number
  /** Log odds of a pair of one class (one authority) that has no edge. */
  readonly sibling: number
  /** The class of each member, from 0. */
  readonly classOf: (member: number) => number
  /** For each class those that its members were compared with: only between these does a pair without an edge say anything. */
  readonly partners: readonly Int32Array[]
  /** Members that must share a group whatever the odds. */
  readonly together?: readonly (readonly number[])[]
  /** Pairs that must never share one. */
  readonly apart?: readonly (readonly [number, number])[]
}

/** The evidence between two groups: one object for both of them, added to as they grow. */
interface Tie {
  sum: number
  count: number
  /** How many of the counted pairs are of one class. */
  siblings: number
}

/** Groups members by greedy additive contraction: the two groups with the highest total odds between them are joined first, until no join gains.
 *  Every pair counts, so a wrong link is outvoted by the pairs that deny it. Deterministic: ties go to the lower members.
 *  Source: Keuper et al. 2015, "Efficient decomposition of image and mesh graphs by lifted multicuts" (GAEC). We depart in that pairs without
 *  an edge still count (silence, sibling), which keeps the edge list short. */
export const grouped = (rules: GroupingRules): readonly (readonly number[])[] => {
  const state = initialState(rules)
  for (const set of rules.together ?? [])
    for (const member of set.slice(1)) join(state, find(state, set[0] as number), find(state, member))
  const queue = heap()
  for (let a = 0; a < rules.members; a++) if (state.parent[a] === a) enqueue(state, rules, queue, a)
  for (let best = queue.pop(); best; best = queue.pop()) {
    const [a, b] = [find(state, best.a), find(state, best.b)]
    if (a !== best.a || b !== best.b || gain(state, rules, a, b) !== best.gain) continue
    if (best.gain <= 0) break
    enqueue(state, rules, queue, join(state, a, b))
  }
  return members(state, rules.members)
}

/** Groups go by their lowest member, their root. Their ties are kept by shelves: of two that are joined the fuller shelf stays, so that few ties move. */
interface State {
  readonly parent: Int32Array
  readonly classes: Int32Array
  readonly groups: Map<number, number[]>
  /** By shelf, what ties its group to those of other shelves. */
  readonly ties: Map<number, Tie>[]
  readonly shelfOf: Int32Array
  readonly rootOn: Int32Array
  /** For each group, by class, how many of its members were compared with members of that class, and how many are of it. */
  readonly reach: Int32Array[]
  readonly own: Int32Array[]
}

const initialState = ({members: count, edges, apart, classOf, partners}: GroupingRules): State => {
  const members = Array.from({length: count}, (_, member) => member)
  const classes = Int32Array.from(members, classOf)
  const ties = members.map(() => new Map<number, Tie>())
  const tie = (a: number, b: number, odds: number): void => {
    const known = (ties[a] as Map<number, Tie>).get(b)
    if (known) {
      known.sum += odds
      return
    }
    const made = {sum: odds, count: 1, siblings: classes[a] === classes[b] ? 1 : 0}
    ties[a]?.set(b, made)
    ties[b]?.set(a, made)
  }
  for (const {a, b, odds} of edges) tie(a, b, odds)
  for (const [a, b] of apart ?? []) tie(a, b, Number.NEGATIVE_INFINITY)
  const marked = (of: Iterable<number>): Int32Array => {
    const row = new Int32Array(partners.length)
    for (const each of of) row[each] = 1
    return row
  }
  const reach = partners.map(marked)
  const own = partners.map((_, each) => marked([each]))
  return {
    parent: Int32Array.from(members),
    classes,
    groups: new Map(members.map((member) => [member, [member]])),
    ties,
    shelfOf: Int32Array.from(members),
    rootOn: Int32Array.from(members),
    reach: members.map((member) => reach[classes[member] as number] as Int32Array),
    own: members.map((member) => own[classes[member] as number] as Int32Array),
  }
}

const find = ({parent}: State, member: number): number => {
  let root = member
  while (parent[root] !== root) root = parent[root] as number
  return root
}

const tiesOf = ({ties, shelfOf}: State, root: number): Map<number, Tie> =>
  ties[shelfOf[root] as number] as Map<number, Tie>

const gain = (state: State, rules: GroupingRules, a: number, b: number): number => {
  const tie = tiesOf(state, a).get(state.shelfOf[b] as number)
  return tie ? gainBy(tie, state, rules, a, b) : Number.NEGATIVE_INFINITY
}

const gainBy = (tie: Tie, {classes, groups, reach, own}: State, rules: GroupingRules, a: number, b: number): number => {
  const [few, many] = [groups.get(a) as number[], groups.get(b) as number[]]
  const [of, root] = few.length <= many.length ? [few, b] : [many, a]
  const [reached, owned] = [reach[root] as Int32Array, own[root] as Int32Array]
  let [compared, siblings] = [0, 0]
  for (const member of of) {
    const at = classes[member] as number
    compared += reached[at] as number
    siblings += owned[at] as number
  }
  const silent = compared - (tie.count - tie.siblings)
  return tie.sum + silent * rules.silence + (siblings - tie.siblings) * rules.sibling
}

/** Joins two groups under the lower root, which is returned. */
const join = (state: State, x: number, y: number): number => {
  if (x === y) return x
  const [root, other] = x < y ? [x, y] : [y, x]
  state.parent[other] = root
  const members = state.groups.get(root) as number[]
  const isAlone = members.length === 1
  for (const member of state.groups.get(other) as number[]) members.push(member)
  state.groups.delete(other)
  joinTies(state, root, other)
  for (const counts of [state.reach, state.own]) {
    // One member alone shares its counts with every other of its class; a group has its own.
    const known = counts[root] as Int32Array
    counts[root] = added(isAlone ? known.slice() : known, counts[other] as Int32Array)
  }
  return root
}

const joinTies = (state: State, root: number, other: number): void => {
  const {ties, shelfOf, rootOn} = state
  const isFuller = tiesOf(state, root).size >= tiesOf(state, other).size
  const [stays, goes] = (isFuller ? [shelfOf[root], shelfOf[other]] : [shelfOf[other], shelfOf[root]]) as [
    number,
    number,
  ]
  const kept = ties[stays] as Map<number, Tie>
  ties[goes]?.forEach((tie, to) => {
    const far = ties[to] as Map<number, Tie>
    far.delete(goes)
    if (to === stays) return
    const known = kept.get(to)
    if (known) {
      known.sum += tie.sum
      known.count += tie.count
      known.siblings += tie.siblings
    } else {
      kept.set(to, tie)
      far.set(stays, tie)
    }
  })
  ties[goes] = new Map()
  shelfOf[root] = stays
  rootOn[stays] = root
}

/** `sum` with `more` added into it. */
const added = (sum: Int32Array, more: Int32Array): Int32Array => {
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] as number) + (more[at] as number)
  return sum
}

const enqueue = (state: State, rules: GroupingRules, queue: Heap, root: number): void => {
  tiesOf(state, root).forEach((tie, shelf) => {
    const other = state.rootOn[shelf] as number
    const [a, b] = root < other ? [root, other] : [other, root]
    const value = gainBy(tie, state, rules, a, b)
    if (value > 0) queue.push({a, b, gain: value})
  })
}

const members = (state: State, count: number): readonly (readonly number[])[] => {
  const found = new Map<number, number[]>()
  for (let member = 0; member < count; member++) {
    const root = find(state, member)
    const group = found.get(root)
    if (group) group.push(member)
    else found.set(root, [member])
  }
  return [...found.values()]
}

interface Candidate {
  readonly a: number
  readonly b: number
  readonly gain: number
}

interface Heap {
  readonly push: (item: Candidate) => void
  readonly pop: () => Candidate | undefined
}

const ahead = (x: Candidate, y: Candidate): boolean =>
  x.gain !== y.gain ? x.gain > y.gain : x.a !== y.a ? x.a < y.a : x.b < y.b

/** A binary heap, highest gain first. */
const heap = (): Heap => {
  const items: Candidate[] = []
  const raise = (item: Candidate, from: number): void => {
    let at = from
    while (at > 0) {
      const up = (at - 1) >> 1
      if (!ahead(item, items[up] as Candidate)) break
      items[at] = items[up] as Candidate
      at = up
    }
    items[at] = item
  }
  const sink = (item: Candidate): void => {
    let at = 0
    for (;;) {
      let down = 2 * at + 1
      if (down + 1 < items.length && ahead(items[down + 1] as Candidate, items[down] as Candidate)) down++
      if (down >= items.length || !ahead(items[down] as Candidate, item)) break
      items[at] = items[down] as Candidate
      at = down
    }
    items[at] = item
  }
  return {
    push: (item) => {
      items.push(item)
      raise(item, items.length - 1)
    },
    pop: () => {
      const top = items[0]
      const last = items.pop()
      if (items.length > 0 && last) sink(last)
      return top
    },
  }
}
