import type {Clause, Content, HedgerowNode, Parent} from './nodes.ts'

const clauseTypes: ReadonlySet<string> = new Set(['provision', 'definition', 'field', 'contact'])

/** Whether a node is collated: a provision, definition, field or contact. */
export const isClause = (node: HedgerowNode): node is Clause => clauseTypes.has(node.type)

/** Whether a node has children. */
export const isParent = (node: HedgerowNode): node is Exclude<HedgerowNode, Clause> => !isClause(node)

/** Whether a clause binds somebody. */
export const binds = (clause: Clause): boolean => clause.modality !== null

/** Whether anything under this parent is a clause. */
export const holdsClauses = (parent: Parent): boolean =>
  (parent.children as Content[]).some((child) => isClause(child) || holdsClauses(child))
