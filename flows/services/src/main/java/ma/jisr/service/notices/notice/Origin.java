package ma.jisr.service.notices.notice;

import java.time.Instant;
import ma.jisr.map.ledger.Bounds;

/**
 * What a notice is elsewhere, when it came as a CAP file.
 *
 * @param source the id of the configured source
 * @param sender as its alert names it
 * @param identifier of the alert, unique for its sender
 * @param sent when, as the alert says
 */
public record Origin(String source, String sender, String identifier, Instant sent) {
  /** Longest of its texts, characters. */
  public static final int MAX_TEXT = 200;

  public Origin {
    Bounds.line("source", source, MAX_TEXT);
    Bounds.line("sender", sender, MAX_TEXT);
    Bounds.line("identifier", identifier, MAX_TEXT);
  }
}
