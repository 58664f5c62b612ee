package ma.jisr.nlp.value;

/**
 * A value found in a message. Personal data: {@link #toString} does not show it.
 *
 * @param type what it is
 * @param value in the form of {@link EntityType}
 * @param start its first char in the message, in UTF-16 units
 * @param end behind its last char
 */
public record Found(EntityType type, String value, int start, int end) {
  /** Whether both share a char. */
  public boolean overlaps(Found other) {
    return start < other.end && other.start < end;
  }

  @Override
  public String toString() {
    return type + "[" + start + "," + end + "]";
  }
}
