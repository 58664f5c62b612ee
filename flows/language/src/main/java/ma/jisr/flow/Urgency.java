package ma.jisr.flow;

/** How pressing a text is: which of those that wait goes first, and who may still be sent it. */
public enum Urgency {
  /** Warns of danger: goes before all, also to somebody who has said STOP. */
  EMERGENCY,
  /** Answers what the person did, or is owed for it: a receipt, a turn in a queue. */
  REPLY,
  /** Can wait, and never goes to somebody who has said STOP. */
  BULK
}
