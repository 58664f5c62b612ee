package ma.jisr.map.exchange;

/**
 * A remark on a row.
 *
 * @param column that it is about; "" for the row
 * @param value what stands there, or a number
 */
public record Note(Remark remark, String column, String value) {
  /** Characters of a value that are quoted. */
  private static final int QUOTED = 60;

  public Note {
    if (value.length() > QUOTED) {
      boolean pair = Character.isHighSurrogate(value.charAt(QUOTED - 1));
      value = value.substring(0, pair ? QUOTED - 1 : QUOTED) + "…";
    }
  }

  public static Note of(Remark remark) {
    return new Note(remark, "", "");
  }

  public String french() {
    return filled(remark.french());
  }

  public String arabic() {
    return filled(remark.arabic());
  }

  private String filled(String pattern) {
    int at = pattern.indexOf("{1}");
    String before = at < 0 ? pattern : pattern.substring(0, at);
    String after = at < 0 ? "" : pattern.substring(at + 3);
    return before.replace("{0}", column) + (at < 0 ? "" : value) + after.replace("{0}", column);
  }
}
