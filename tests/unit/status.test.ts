import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  closedStatuses,
  isClosed,
  isLawful,
  isOpen,
  lawfulMoves,
  type Mover,
  openStatuses,
  requirements,
  type Status,
  statuses,
} from "@/lib/reports/status";

const movers: Mover[] = ["reporter", "follower", "municipality", "looker", "system"];
const anyStatus = fc.constantFrom<Status>(...statuses);
const anyMover = fc.constantFrom<Mover>(...movers);

describe("the life of a report", () => {
  test("every walk of lawful moves keeps the rules", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyMover, fc.nat())), (steps) => {
        let status: Status = "unconfirmed";
        const path: Status[] = [status];
        for (const [mover, pick] of steps) {
          const moves = lawfulMoves(status, mover);
          if (moves.length === 0) continue;
          status = moves[pick % moves.length] as Status;
          path.push(status);
        }
        // Nobody comes back to being unconfirmed, and what ran out stays so.
        expect(path.lastIndexOf("unconfirmed")).toBe(0);
        if (path.includes("expired")) expect(path).toEqual(["unconfirmed", "expired"]);
        // Refused and duplicate are ends.
        for (const end of ["rejected", "duplicate"] as const) {
          const at = path.indexOf(end);
          if (at >= 0) expect(at).toBe(path.length - 1);
        }
        // An open report goes back to "open" only from fixed.
        path.forEach((to, i) => {
          if (to === "open") expect(["unconfirmed", "fixed"]).toContain(path[i - 1]);
        });
      }),
    );
  });

  test("a municipality never reopens, confirms or lets expire, and never moves back", () => {
    const order: Status[] = ["open", "acknowledged", "planned", "in_progress"];
    fc.assert(
      fc.property(anyStatus, anyStatus, (from, to) => {
        if (!isLawful(from, to, "municipality")) return;
        expect(["unconfirmed", "expired", "open"]).not.toContain(to);
        expect(isOpen(from)).toBe(true);
        if (order.includes(from) && order.includes(to) && to !== "planned")
          expect(order.indexOf(to)).toBeGreaterThan(order.indexOf(from));
      }),
    );
  });

  test("a citizen only confirms, takes back what wasn't public yet, says it is gone, or that it isn't fixed", () => {
    for (const from of statuses) {
      const unseen = from === "unconfirmed";
      for (const to of lawfulMoves(from, "reporter"))
        expect(unseen ? ["open", "expired"] : ["open", "fixed"], from).toContain(to);
      expect(lawfulMoves(from, "follower"), from).toEqual(from === "fixed" ? ["open"] : []);
    }
  });

  test("a look decides only whether an unconfirmed report becomes public", () => {
    fc.assert(
      fc.property(anyStatus, (from) => {
        expect(lawfulMoves(from, "looker")).toEqual(from === "unconfirmed" ? ["expired", "open"] : []);
      }),
    );
  });

  test("every open status can be closed by the municipality, and closing asks for words", () => {
    for (const from of openStatuses)
      for (const to of closedStatuses) expect(isLawful(from, to, "municipality")).toBe(true);
    fc.assert(
      fc.property(anyStatus, (to) => {
        expect(requirements(to).answer).toBe(isClosed(to) || to === "referred");
      }),
    );
  });
});
