import type {Deed} from '../deeds.ts'
import {choosing} from '../prompts.ts'
import {topicOf, type World} from '../world.ts'

/** Asks whom to lay an authority beside on a topic; the nearest to it stands first. */
export const choosePartner = (world: World, topic: string, authority: string): Deed => {
  const facts = topicOf(world, topic)
  const nearest = facts?.likenesses.find((each) => each.authority === authority)?.nearest
  const others = (facts?.summary.authorities ?? []).filter((id) => id !== authority)
  const choices = [...others]
    .sort((a, b) => Number(b === nearest) - Number(a === nearest))
    .map((id) => ({value: id, label: world.name(id), ...(id === nearest && {note: 'the nearest to it'})}))
  if (choices.length === 0) return {do: 'say', words: 'No other authority has this topic.'}
  return {
    do: 'ask',
    prompt: choosing(`${world.name(authority)} beside`, choices, (other) => [
      {do: 'open', view: {name: 'sides', topic, a: authority, b: other}},
    ]),
  }
}
