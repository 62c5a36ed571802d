/** How a topic stood at one point. Shares in [0, 1]; null with fewer than two authorities. */
export interface TopicStanding {
  readonly topic: string
  readonly authorities: number
  readonly rule: number | null
  readonly wording: number | null
  /** Findings by severity. */
  readonly errors: number
  readonly warnings: number
}

/** One point of a region's history. */
export interface HistoryPoint {
  /** A tag, a date or a commit. */
  readonly name: string
  /** ISO date of the commit. */
  readonly date: string
  /** Empty where the corpus was not there. */
  readonly topics: readonly TopicStanding[]
}

/** How a region's alignment moved, oldest point first, all of it judged by one version on one day. */
export interface History {
  readonly schemaVersion: 1
  readonly asAt: string
  readonly version: string
  readonly region: string | null
  readonly titles: Readonly<Record<string, string>>
  readonly points: readonly HistoryPoint[]
}

/** Ids of all topics, sorted. */
export function topicsOf({points}: History): readonly string[] {
  return [...new Set(points.flatMap(({topics}) => topics.map(({topic}) => topic)))].sort()
}

/** How a topic stood at a point; null where it was not there. */
export function standingAt({topics}: HistoryPoint, topic: string): TopicStanding | null {
  return topics.find((each) => each.topic === topic) ?? null
}
