// Tells a learning system by cmi5 that somebody has finished: no score and no answer.
// The standard asks for a length of time with it. Ours is always zero: how long somebody reads is
// nobody's business.

const reporting = (() => {
  const CONTEXTS = "https://w3id.org/xapi/cmi5/context/categories/";
  const VERBS = "http://adlnet.gov/expapi/verbs/";
  const XAPI = "1.0.3";
  const asked = new URLSearchParams(location.search);
  const [endpoint, fetching, actor, registration, activity] = [
    "endpoint",
    "fetch",
    "actor",
    "registration",
    "activityId",
  ].map((name) => asked.get(name));
  let token = "";
  let template = {};
  let isOpen = false;

  const place = (path, query = {}) =>
    `${endpoint.replace(/\/?$/, "/")}${path}${Object.keys(query).length ? `?${new URLSearchParams(query)}` : ""}`;

  const ask = (path, query, more = {}) =>
    fetch(place(path, query), {
      cache: "no-store",
      ...more,
      headers: {
        Authorization: `Basic ${token}`,
        "X-Experience-API-Version": XAPI,
        ...more.headers,
      },
    });

  // A learning system within a force may have no certificate, and then there is no randomUUID.
  function identity() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
    return [8, 13, 18, 23].reduce((said, at) => `${said.slice(0, at)}-${said.slice(at)}`, hex);
  }

  function statement(verb, result, categories = []) {
    const context = structuredClone(template);
    context.registration = registration;
    context.contextActivities ??= {};
    context.contextActivities.category = [
      ...(context.contextActivities.category ?? []),
      ...["cmi5", ...categories].map((name) => ({ id: CONTEXTS + name, objectType: "Activity" })),
    ];
    return {
      id: identity(),
      actor: JSON.parse(actor),
      verb: { id: VERBS + verb, display: { en: verb } },
      object: { id: activity, objectType: "Activity" },
      timestamp: new Date().toISOString(),
      context,
      ...(result ? { result } : {}),
    };
  }

  async function send(said, more = {}) {
    const headers = { "Content-Type": "application/json" };
    const answer = await ask("statements", {}, { method: "POST", body: JSON.stringify(said), headers, ...more });
    return answer.ok;
  }

  async function begin() {
    if (![endpoint, fetching, actor, registration, activity].every(Boolean)) return "alone";
    const given = await fetch(fetching, { method: "POST" });
    token = (await given.json())["auth-token"];
    if (!token) return "alone";
    const about = { activityId: activity, agent: actor, registration, stateId: "LMS.LaunchData" };
    const state = await ask("activities/state", about);
    const launch = await state.json();
    // The standard has these asked for, whether or not there are any.
    await ask("agents/profile", { agent: actor, profileId: "cmi5LearnerPreferences" });
    template = launch.contextTemplate ?? {};
    isOpen = await send(statement("initialized"));
    if (!isOpen) return "alone";
    if (launch.launchMode !== "Normal" || (await isFinished())) return "before";
    return "listening";
  }

  // Only one such statement may be made of a registration.
  async function isFinished() {
    const found = await ask("statements", { activity, agent: actor, limit: "1", registration, verb: `${VERBS}completed` });
    if (!found.ok) return false;
    const { statements } = await found.json();
    return statements?.length > 0;
  }

  function complete() {
    return send(statement("completed", { completion: true, duration: "PT0S" }, ["moveon"]));
  }

  function end() {
    if (!isOpen) return;
    isOpen = false;
    send(statement("terminated", { duration: "PT0S" }), { keepalive: true }).catch(() => false);
  }

  return { begin, complete, end };
})();
