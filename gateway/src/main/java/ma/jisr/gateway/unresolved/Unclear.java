package ma.jisr.gateway.unresolved;

/**
 * A message that was not understood, as it may be kept.
 *
 * @param person who wrote it; not kept, only counted
 * @param text masked
 * @param language a tag, as it was guessed
 * @param guess the likeliest intent's label, "" for none
 */
public record Unclear(String person, String text, String language, String guess) {
  @Override
  public String toString() {
    return "Unclear[hidden]";
  }
}
