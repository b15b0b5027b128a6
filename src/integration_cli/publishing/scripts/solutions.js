// Which solutions answer the findings best: as planning/choose does it.

function chooseSolutions(findings, { barriers, solutions }) {
  const gains = new Map();
  for (const { number, chance } of findings) {
    for (const [solution, weight, documented] of barriers[number].links) {
      const found = gains.get(solution) ?? { solution: solutions[solution], total: 0, documented: false };
      found.total += chance * weight;
      found.documented ||= documented;
      gains.set(solution, found);
    }
  }
  const worth = ({ total, solution }) => total * solution.weight;
  const ahead = (one, other) =>
    other.documented - one.documented || worth(other) - worth(one) || (one.solution.id < other.solution.id ? -1 : 1);
  return [...gains.values()].sort(ahead);
}
