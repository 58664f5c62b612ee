package ma.jisr.bench.mailing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Language;
import ma.jisr.base.Script;
import ma.jisr.service.audience.Subscriber;
import ma.jisr.service.notices.mailing.Audience;

/** So many subscribers that nobody keeps: each is computed from their place. */
record Crowd(int people) implements Audience {
  private static final String PREFIX = "2126";
  private static final int DIGITS = 8;

  /** The place of somebody, by their number. */
  static int place(String number) {
    return Integer.parseInt(number.substring(PREFIX.length()));
  }

  private static String digits(int place) {
    String digits = Integer.toString(place);
    return "0".repeat(DIGITS - digits.length()) + digits;
  }

  @Override
  public CompletableFuture<List<String>> page(String list, String after, int most) {
    int from = after.isEmpty() ? 0 : Integer.parseInt(after) + 1;
    List<String> page = new ArrayList<>(most);
    for (int i = from; i < people && page.size() < most; i++) page.add(digits(i));
    return CompletableFuture.completedFuture(page);
  }

  @Override
  public CompletableFuture<Map<String, Subscriber>> of(Collection<String> ids) {
    Map<String, Subscriber> all = HashMap.newHashMap(ids.size());
    for (String id : ids)
      all.put(
          id,
          new Subscriber(
              id, PREFIX + id, Flood.LINK, "", Language.FR, Set.of(Script.LATIN), false, Set.of()));
    return CompletableFuture.completedFuture(all);
  }

  @Override
  public CompletableFuture<Long> count(String list) {
    return CompletableFuture.completedFuture((long) people);
  }
}
