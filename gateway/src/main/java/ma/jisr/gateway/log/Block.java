package ma.jisr.gateway.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import ma.jisr.store.Document;

/**
 * Rows of the message log that are stored together. A row of its own would cost 13 to 19 µs of the
 * writer at a random place of a large table; a row of a block of hundreds, 0.6 µs. A block holds
 * people of one bucket, so that one person's rows are found by reading a 64th of a day.
 */
final class Block {
  /** One for each first letter of a pseudonym. */
  static final int BUCKETS = 64;

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /** A block is closed before it comes near the store's 1 MB: 5,000 rows gather at most. */
  private static final int USUAL = 1_024;

  private static final int TIME_DIGITS = 9;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final StringBuilder json = new StringBuilder(USUAL).append("{\"rows\":[");
  private boolean any;

  /** The bucket of a pseudonym. */
  static int of(String pseudonym) {
    return Math.max(0, LETTERS.indexOf(pseudonym.isEmpty() ? 'A' : pseudonym.charAt(0)));
  }

  /** The ids of a bucket begin with its letter and go on with the time. */
  static String prefix(int bucket) {
    return LETTERS.substring(bucket, bucket + 1);
  }

  static String id(int bucket, Instant at, String writer) {
    String time = Long.toString(at.toEpochMilli(), 36);
    return prefix(bucket) + "0".repeat(TIME_DIGITS - time.length()) + time + '.' + writer;
  }

  /** Neither pseudonyms nor rows hold anything to escape. */
  void add(String pseudonym, String row) {
    if (any) json.append(',');
    any = true;
    json.append('"').append(pseudonym).append(' ').append(row).append('"');
  }

  String json() {
    return json.append("]}").toString();
  }

  /** Gives the rows of one person to whoever gathers them. */
  static void read(Document stored, String pseudonym, List<LogRow> into) {
    if (!stored.json().contains(pseudonym)) return;
    try {
      String begin = pseudonym + ' ';
      for (JsonNode row : MAPPER.readTree(stored.json()).path("rows"))
        if (row.asText().startsWith(begin))
          into.add(new LogRow(row.asText().substring(begin.length())));
    } catch (IOException e) {
      throw new IllegalStateException("a block of the message log cannot be read", e);
    }
  }
}
