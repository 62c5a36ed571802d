import {actor} from './actor.ts'
import {alternatives} from './alternatives.ts'
import {citation} from './citation.ts'
import type {Classifier} from './classifier.ts'
import {cohorts} from './cohorts.ts'
import {condition} from './condition.ts'
import {currency} from './currency.ts'
import {deadline} from './deadline.ts'
import {deeds} from './deeds.ts'
import {definedAmounts} from './defined-amounts.ts'
import {exceptions, exclusions, openDefinitions} from './exceptions.ts'
import {formField, label} from './form-field.ts'
import {hours} from './hours.ts'
import {joined} from './joined.ts'
import {listed, listedInDefinition} from './listed.ts'
import {local} from './local.ts'
import {modality} from './modality.ts'
import {quantities} from './quantities.ts'
import {recipient, tellingOrReferring} from './recipient.ts'
import {remainder} from './remainder.ts'
import {retention} from './retention.ts'
import {namedRoles} from './role-words.ts'
import {scope} from './scope.ts'
import {threshold} from './threshold.ts'
import {trained} from './trained.ts'
import {trigger} from './trigger.ts'

/** The classes of difference between statements, weightiest first. `wording`, `absent`, `extra` and `below-standard` are judged of the whole row. */
export const classifiers: readonly Classifier[] = [
  deadline,
  trigger,
  threshold,
  modality,
  actor,
  recipient,
  condition,
  exceptions,
  alternatives,
  joined('condition'),
  remainder('threshold'),
  remainder('recipient'),
  remainder('actor'),
  remainder('condition'),
  scope,
  exclusions,
  cohorts,
  joined('scope'),
  trained,
  remainder('scope'),
  tellingOrReferring,
  deeds,
  remainder('action'),
  definedAmounts,
  listedInDefinition,
  joined('definition'),
  openDefinitions,
  remainder('definition'),
  citation,
  formField,
  label,
  remainder('other'),
  joined('other'),
  quantities,
  retention,
  listed,
  namedRoles('actors'),
  namedRoles('recipients'),
  hours,
  currency,
  local,
]
