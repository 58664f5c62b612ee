package ma.jisr.gateway.channel.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The named values of a query or a form (application/x-www-form-urlencoded), as far as they are
 * worth reading: at most {@link #MOST}. Holds personal data.
 */
public final class Fields {
  /** Values of one request: the longest documented one has 12. */
  public static final int MOST = 64;

  /** None. */
  public static final Fields NONE = new Fields(Map.of());

  private final Map<String, List<String>> values;

  private Fields(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * @param encoded without the question mark
   * @throws IllegalArgumentException when an escape is cut short
   */
  public static Fields of(String encoded) {
    return encoded.isEmpty()
        ? NONE
        : new Fields(
            new QueryStringDecoder(encoded, StandardCharsets.UTF_8, false, MOST).parameters());
  }

  /** The first value of a name. */
  public Optional<String> first(String name) {
    List<String> all = values.get(name);
    return all == null || all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
  }

  /** Names with their values, one behind the other, sorted by name: what some providers sign. */
  public String sorted() {
    StringBuilder all = new StringBuilder();
    new TreeMap<>(values)
        .forEach((name, list) -> list.forEach(value -> all.append(name).append(value)));
    return all.toString();
  }

  @Override
  public String toString() {
    return "Fields[hidden]";
  }
}
