package ma.jisr.service.wallet.payee;

/** What can be done with a payee of the register. Who may do what: {@link PayeeRights}. */
public enum PayeeDeed {
  /** Reading it as its keepers see it, retired ones too. */
  READ,
  /** Reading who changed what. */
  HISTORY,
  CREATE,
  /** Changing its facts. */
  CHANGE,
  /** Stopping payments to it, and letting them go on. */
  SUSPEND,
  /** Taking it out of use. */
  RETIRE,
  /** Taking the last change back. */
  UNDO,
  /** Bringing in a file of them. */
  IMPORT,
  /** Taking them out as a file. */
  EXPORT
}
