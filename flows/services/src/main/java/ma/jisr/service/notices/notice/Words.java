package ma.jisr.service.notices.notice;

import ma.jisr.map.ledger.Bounds;

/**
 * What an official says in one language, in their own words.
 *
 * @param headline what has happened: "Crue de l'oued Nfis"
 * @param description more of it, left out where a text must be shorter; "" for none
 * @param instruction what to do, never left out; "" for nothing
 */
public record Words(String headline, String description, String instruction) {
  /** Longest headline, characters: beside the area and the hour it fits one SMS. */
  public static final int MAX_HEADLINE = 60;

  /** Longest description, characters; SMS hold its first sentence at most. */
  public static final int MAX_DESCRIPTION = 1_000;

  /** Longest instruction, characters: half of two SMS segments. */
  public static final int MAX_INSTRUCTION = 150;

  /**
   * @throws IllegalArgumentException naming the field that cannot be
   */
  public Words {
    Bounds.line("headline", headline, MAX_HEADLINE);
    if (!description.isEmpty()) Bounds.line("description", description, MAX_DESCRIPTION);
    if (!instruction.isEmpty()) Bounds.line("instruction", instruction, MAX_INSTRUCTION);
  }
}
