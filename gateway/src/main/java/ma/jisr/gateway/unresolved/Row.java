package ma.jisr.gateway.unresolved;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One message of the review list. It tells neither who wrote it nor when on its day.
 *
 * @param text masked
 * @param language a tag
 * @param guess the likeliest intent's label, "" for none
 * @param who tells the people apart who wrote this text, by {@link Secrets#who}
 * @param words those that no list knows, each with what tells the people apart who used it
 */
record Row(
    @JsonProperty("t") String text,
    @JsonProperty("l") String language,
    @JsonProperty("g") String guess,
    @JsonProperty("w") String who,
    @JsonProperty("u") Map<String, String> words) {
  Row {
    words = Map.copyOf(words);
  }

  static Row of(Unclear unclear, Function<String, List<String>> unknown, Secrets secrets) {
    Map<String, String> words = new HashMap<>();
    for (String word : unknown.apply(unclear.text()))
      words.put(word, secrets.who(Shape.Kind.WORD.key(word), unclear.person()));
    String who = secrets.who(Shape.Kind.TEXT.key(unclear.text()), unclear.person());
    return new Row(unclear.text(), unclear.language(), unclear.guess(), who, words);
  }

  @Override
  public String toString() {
    return "Row[hidden]";
  }
}
