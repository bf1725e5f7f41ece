/** What every bot of the intake bench says: the words of ours, so that all of them send the same amount. */
export type AskedKind = "text" | "one" | "many" | "scale10";

/** `options`: labels of buttons; for texts none. */
export type Asked = { key: string; kind: AskedKind; text: string; options: string[] };

export type Script = {
  intro: string;
  questions: Asked[];
  review: string;
  sent: string;
  /** Labels of buttons. */
  begin: string;
  done: string;
  send: string;
  reopen: string;
};

/** Before a chosen option of a question that takes several. */
export const CHOSEN = "✓ ";
