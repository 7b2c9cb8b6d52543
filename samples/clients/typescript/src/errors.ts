/** Why a document must not be used. */
export type Reason = "unreadable" | "forged" | "older" | "expired" | "other-app";

/** A document that must not be used; what was used before goes on. */
export class NotBelieved extends Error {
  constructor(
    readonly reason: Reason,
    message: string,
  ) {
    super(message);
  }
}
