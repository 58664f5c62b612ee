package ma.jisr.service.erasure;

/** Why somebody is erased. */
public enum Why {
  /** They wished it. */
  ASKED,
  /** They wished it in writing: whoever runs Jisr did it. */
  OFFICE,
  /** Their number was silent for so long that it is somebody else's now. */
  SILENT,
  /** They have not been heard for longer than people are kept. */
  UNTOUCHED,
  /** Their chat belongs to the person of a number now. */
  TIED,
  /** They had been erased, and a restored store held them again. */
  RESTORED;

  /** Whether it was wished in a dialogue, which still has last words to say. */
  boolean spoken() {
    return this == ASKED || this == TIED;
  }
}
