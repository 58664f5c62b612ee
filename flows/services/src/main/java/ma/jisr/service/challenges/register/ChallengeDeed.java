package ma.jisr.service.challenges.register;

/** What can be done with a challenge of the register. Who may do what: {@link ChallengeRights}. */
public enum ChallengeDeed {
  /** Reading it as its keepers see it, drafts too. */
  READ,
  /** Reading who changed what. */
  HISTORY,
  /** Reading which offers there are and where they stand, without who made them. */
  OFFERS,
  /** Reading who made them and what they say, and the number once both have agreed. */
  OFFERERS,
  CREATE,
  /** Changing what it says, and who answers for it. */
  CHANGE,
  /** Showing it to people, also again. */
  PUBLISH,
  /** Ending it. */
  CLOSE,
  /** Taking the last change back. */
  UNDO,
  /** Bringing in a file of them. */
  IMPORT,
  /** Taking them out as a file. */
  EXPORT
}
