// Who gets what. Pure: the same line and the same people give the same assignment.

export interface Waiting {
  id: string
  teamId: string | null
}

export interface Agent {
  id: string
  capacity: number
  load: number
  teamIds: readonly string[]
  /** When they were last given one; null comes first. */
  assignedAt: Date | null
}

export interface Assignment {
  conversationId: string
  agentId: string
}

/**
 * Goes down the line in its order and gives each conversation to the least loaded agent who may have it and has room:
 * the smallest share of their capacity, then the fewest conversations, then the longest without a new one. A
 * conversation that fits nobody is passed over, so that it holds nobody up.
 */
export function assignInOrder(line: readonly Waiting[], agents: readonly Agent[]): Assignment[] {
  const desk = agents.map(agent => ({ ...agent }))
  const assignments: Assignment[] = []
  for (const [turn, waiting] of line.entries()) {
    const agent = leastLoaded(desk.filter(one => one.load < one.capacity && fits(waiting, one)))
    if (!agent) continue
    agent.load += 1
    // Later than anything that really happened, in the order of the turns.
    agent.assignedAt = new Date(8.64e15 - line.length + turn)
    assignments.push({ conversationId: waiting.id, agentId: agent.id })
  }
  return assignments
}

const fits = ({ teamId }: Waiting, { teamIds }: Agent): boolean => teamId === null || teamIds.includes(teamId)

function leastLoaded<A extends Agent>(agents: readonly A[]): A | undefined {
  return agents.toSorted(
    (one, other) =>
      one.load / one.capacity - other.load / other.capacity ||
      one.load - other.load ||
      (one.assignedAt?.getTime() ?? 0) - (other.assignedAt?.getTime() ?? 0) ||
      (one.id < other.id ? -1 : 1),
  )[0]
}
