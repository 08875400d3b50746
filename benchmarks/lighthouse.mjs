// Runs Lighthouse as it comes (mobile, simulated) in the browser at the port given, on each address that comes in; answers
// each with a line of JSON.

import { createInterface } from "node:readline";
import lighthouse from "lighthouse";

const port = Number(process.argv[2]);
const METRICS = {
  largest_paint: "largest-contentful-paint",
  first_paint: "first-contentful-paint",
  shift: "cumulative-layout-shift",
  blocked: "total-blocking-time",
  bytes: "total-byte-weight",
};

function isBelow(audit) {
  return audit.scoreDisplayMode === "error" || (audit.score !== null && audit.score < 1);
}

function answer({ audits, categories, runtimeError, lighthouseVersion, environment }) {
  const all = Object.values(categories);
  return {
    fault: runtimeError?.message ?? (Object.values(METRICS).find((id) => audits[id].numericValue == null) ?? ""),
    scores: Object.fromEntries(all.map(({ id, score }) => [id, Math.round((score ?? 0) * 100)])),
    metrics: Object.fromEntries(Object.entries(METRICS).map(([name, id]) => [name, audits[id].numericValue])),
    below: all.flatMap(({ auditRefs }) =>
      auditRefs
        .filter(({ id }) => isBelow(audits[id]))
        .map(({ id, weight }) => ({ audit: id, weight, shown: audits[id].displayValue ?? "" })),
    ),
    version: lighthouseVersion,
    browser: environment.hostUserAgent,
  };
}

for await (const address of createInterface({ input: process.stdin })) {
  const { lhr } = await lighthouse(address, { port, output: "json", logLevel: "silent" });
  console.log(JSON.stringify(answer(lhr)));
}
