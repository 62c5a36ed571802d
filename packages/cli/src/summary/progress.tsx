import {Text} from 'ink'
import type {ReactElement} from 'react'
import {bar, type ProgressState} from './state.ts'

const barWidth = 24

/** One line while the work goes on; what is too long for it is cut at its end. */
export const ProgressLine = ({
  state,
  color,
}: {
  readonly state: ProgressState
  readonly color: boolean
}): ReactElement => (
  <Text wrap="truncate-end">
    <Text {...(color ? {color: 'green'} : {})}>{bar(state.share, barWidth)}</Text> {state.words}{' '}
    <Text dimColor={color}>{state.current}</Text>
  </Text>
)
