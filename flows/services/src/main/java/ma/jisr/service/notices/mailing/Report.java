package ma.jisr.service.notices.mailing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a mailing came to, for the archive: nothing in it points to a person.
 *
 * @param progress in all
 * @param by what was counted: {@code list}, {@code language} and {@code link}, each with its rows
 * @param texts SHA-256 of each text in UTF-8, hexadecimal, by the tag of its language
 * @param begun when the first parcel was handed out
 * @param ended when nothing was left to be sent
 * @param doubt most people who may be in doubt after one crash: the documented bound
 */
public record Report(
    Progress progress,
    Map<String, List<Row>> by,
    Map<String, String> texts,
    Optional<Instant> begun,
    Optional<Instant> ended,
    int doubt) {
  /** Fewer people than this are not told apart from the others. */
  public static final int FEW = 5;

  /** What rows with too few people are summed up under, and what is left out when it has few. */
  public static final String OTHERS = "others";

  public Report {
    by = Map.copyOf(by);
    texts = Map.copyOf(texts);
  }

  /**
   * Those of one commune or group, one language or one link.
   *
   * @param name a list's id, a language's tag, a link's id, or {@link #OTHERS}
   * @param people at least {@link #FEW}
   * @param sent of them; empty when fewer than {@link #FEW} are, as are the other two
   */
  public record Row(
      String name,
      long people,
      Optional<Long> sent,
      Optional<Long> delivered,
      Optional<Long> failed) {}
}
