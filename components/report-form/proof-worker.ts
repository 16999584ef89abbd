import { solveChallenge } from "altcha-lib/v1";

type Work = { algorithm: string; challenge: string; salt: string; signature: string; maxnumber: number };

/** Does the sum beside the page, so that the page stays quick; says the answer as altcha writes it. */
addEventListener("message", async ({ data }: MessageEvent<Work>) => {
  const { algorithm, challenge, salt, signature, maxnumber } = data;
  const solution = await solveChallenge(challenge, salt, algorithm, maxnumber).promise;
  postMessage(solution && btoa(JSON.stringify({ algorithm, challenge, number: solution.number, salt, signature })));
});
