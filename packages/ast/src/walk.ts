import type {Clause, Content, HedgerowNode, Procedure, Section} from './nodes.ts'
import {isClause} from './is.ts'

/** A clause with the sections above it, outermost first. */
export interface Placed {
  readonly clause: Clause
  readonly sections: readonly Section[]
}

/** Every clause of a procedure in reading order, each with the sections it stands in. */
export const placedClauses = (root: Procedure): readonly Placed[] => {
  const placed: Placed[] = []
  const visit = (node: HedgerowNode, sections: readonly Section[]): void => {
    if (isClause(node)) placed.push({clause: node, sections})
    else {
      const inner = node.type === 'section' ? [...sections, node] : sections
      for (const child of node.children) visit(child, inner)
    }
  }
  visit(root, [])
  return placed
}

/** Every clause of a procedure in reading order. */
export const clauses = (root: Procedure): readonly Clause[] => placedClauses(root).map(({clause}) => clause)

/** Every section of a procedure in reading order, nested ones after their parent. */
export const sections = (root: Procedure): readonly Section[] => {
  const found: Section[] = []
  const visit = (node: HedgerowNode): void => {
    if (isClause(node)) return
    if (node.type === 'section') found.push(node)
    node.children.forEach(visit)
  }
  visit(root)
  return found
}

/** The same tree with every clause replaced by what `change` returns for it; the input is untouched. */
export const mapClauses = (
  root: Procedure,
  change: (clause: Clause, sections: readonly Section[]) => Clause,
): Procedure => {
  const visit = (node: Content, above: readonly Section[]): Content => {
    if (isClause(node)) return change(node, above)
    const inner = node.type === 'section' ? [...above, node] : above
    return {...node, children: node.children.map((child) => visit(child, inner))} as Content
  }
  return {...root, children: root.children.map((child) => visit(child, []))}
}
