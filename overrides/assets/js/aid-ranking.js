// Works out who could be asked for peer supporters, in the same order as questions/mutual_aid.py.
// No page is needed here: `facts` are those of components/aid.py.

const aidRanking = (() => {
  function distance(one, other) {
    const slant = (force) => force.col - (force.row - (force.row % 2)) / 2;
    const across = slant(one) - slant(other);
    const down = one.row - other.row;
    return (Math.abs(across) + Math.abs(down) + Math.abs(across + down)) / 2;
  }

  const meet = (one, other) => one.nations.some((nation) => other.nations.includes(nation));

  function tier(affected, id, other) {
    if (affected.neighbours.includes(id)) return "border";
    if (affected.crossings.includes(id)) return "crossing";
    if (affected.type === "special" || other.type === "special") {
      if (!meet(affected, other)) return null;
      return other.type === "special" ? "special" : "within";
    }
    return affected.region === other.region ? "region" : "distance";
  }

  function reasons(facts, affected, other, helper, why, steps) {
    const said = steps === 1 ? "1 step" : `${steps} steps`;
    const first = facts.reasons[why].replace("{steps}", said).replace("{nation}", other.nation);
    const rest = [];
    if (!meet(affected, other)) rest.push(facts.otherNation);
    if (helper.stale) rest.push(facts.checkFirst);
    return [first, ...rest].join(" ");
  }

  // Returns who could be asked, first to last, and who offers aid and is left out, with the reason.
  function rank(facts, affectedId, cannot) {
    const affected = facts.forces[affectedId];
    const found = [];
    const left = [];
    for (const helper of facts.helpers) {
      if (helper.id === affectedId) continue;
      const other = facts.forces[helper.id];
      const why = tier(affected, helper.id, other);
      if (why === null) left.push([other.name, facts.outOfReach.replace("{nation}", other.nation)]);
      else if (cannot.has(helper.id)) left.push([other.name, facts.cannot]);
      if (why === null || cannot.has(helper.id)) continue;
      const steps = why === "within" || why === "special" ? 0 : distance(affected, other);
      const order = [facts.tiers.indexOf(why), steps];
      found.push({ helper, other, order, why: reasons(facts, affected, other, helper, why, steps) });
    }
    found.sort(
      (one, other) =>
        one.order[0] - other.order[0] ||
        one.order[1] - other.order[1] ||
        (one.helper.id < other.helper.id ? -1 : 1),
    );
    return { found, left: left.sort((one, other) => one[0].localeCompare(other[0], "en-GB")) };
  }

  return rank;
})();
