package ma.jisr.map.exchange;

import java.util.Locale;

/** What becomes of a row. */
public enum Verdict {
  /** It is a new hotspot. */
  ADDED("ajouté", "مضاف", true),
  /** It changes one that is on the map. */
  CHANGED("modifié", "معدل", true),
  /** It says what the map says. */
  SAME("identique", "مطابق", false),
  /** It is one that is on the map, or in a row above it, by its place and name. */
  DUPLICATE("doublon", "مكرر", false),
  /** Its latitude and longitude are the wrong way round; the report has them right. */
  SWAPPED("inversé", "معكوس", false),
  /** It is not in the country. */
  OUTSIDE("hors du pays", "خارج البلد", false),
  /** It cannot be read, or may not be done. */
  REFUSED("refusé", "مرفوض", false);

  private final String french;
  private final String arabic;
  private final boolean done;

  Verdict(String french, String arabic, boolean done) {
    this.french = french;
    this.arabic = arabic;
    this.done = done;
  }

  /** In the verdict column: lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String french() {
    return french;
  }

  public String arabic() {
    return arabic;
  }

  /** Whether the import writes it. */
  public boolean isDone() {
    return done;
  }
}
