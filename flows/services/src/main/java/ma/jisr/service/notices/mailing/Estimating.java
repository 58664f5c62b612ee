package ma.jisr.service.notices.mailing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Language;
import ma.jisr.flow.port.carry.Line;
import ma.jisr.service.audience.Subscriber;

/**
 * What a mailing would come to. Ids are random, so that the first so many in their order stand for
 * all: more than that are not looked at.
 */
final class Estimating {
  /** People looked at: shares of a tenth are right within a hundredth, 19 times of 20. */
  static final int SAMPLE = 5_000;

  private final Ground on;
  private final Mailing mailing;
  private final Braid braid;
  private final Map<Language, Long> languages = new EnumMap<>(Language.class);
  private final Map<String, Long> links = new HashMap<>();
  private long looked;
  private long reached;

  Estimating(Ground on, Mailing mailing) {
    this.on = on;
    this.mailing = mailing;
    this.braid = new Braid(Strands.of(mailing.aim(), on.audience(), on.chunks()), "");
  }

  CompletableFuture<Estimate> made() {
    return braid
        .next(Chunk.MOST)
        .thenCompose(
            found -> {
              boolean end = found.size() < Chunk.MOST;
              return on.audience()
                  .of(found.stream().map(Found::person).toList())
                  .thenCompose(
                      readers -> {
                        count(found, readers);
                        if (end) return CompletableFuture.completedFuture(told(1, true));
                        return looked < SAMPLE
                            ? made()
                            : total().thenApply(rows -> told(factor(rows), false));
                      });
            });
  }

  private void count(List<Found> found, Map<String, Subscriber> readers) {
    looked += found.size();
    for (Found one : found) {
      Subscriber reader = readers.get(one.person());
      if (reader == null) continue;
      if (!mailing.extreme() && !reader.hears(mailing.topic())) continue;
      reached++;
      languages.merge(Wording.of(mailing, reader), 1L, Long::sum);
      links.merge(reader.link(), 1L, Long::sum);
    }
  }

  /** Rows of all lists; somebody in three counts thrice, here as in the sample. */
  private CompletableFuture<Long> total() {
    return switch (mailing.aim()) {
      case Aim.Lists lists -> rows(lists.lists());
      case Aim.SameAs same -> got(same.mailings());
    };
  }

  private CompletableFuture<Long> rows(Set<String> lists) {
    CompletableFuture<Long> sum = CompletableFuture.completedFuture(0L);
    List<String> all = lists.contains(Aim.ALL) ? List.of(Aim.ALL) : new ArrayList<>(lists);
    for (String list : all)
      sum = sum.thenCompose(before -> on.audience().count(list).thenApply(n -> before + n));
    return sum;
  }

  private CompletableFuture<Long> got(List<String> mailings) {
    CompletableFuture<Long> sum = CompletableFuture.completedFuture(0L);
    for (String one : mailings)
      sum =
          sum.thenCompose(
              before ->
                  on.courses()
                      .get(one)
                      .thenApply(found -> before + found.map(Course::people).orElse(0L)));
    return sum;
  }

  private double factor(long rows) {
    return Math.max(1.0, (double) rows / braid.seen());
  }

  private Estimate told(double factor, boolean exact) {
    long people = Math.round(reached * factor);
    Map<Language, Estimate.Share> shares = new EnumMap<>(Language.class);
    long segments = 0;
    for (Map.Entry<Language, Long> one : languages.entrySet()) {
      long many = Math.round(one.getValue() * factor);
      int each = Tally.segments(mailing, one.getKey());
      shares.put(one.getKey(), new Estimate.Share(many, each));
      segments += many * each;
    }
    Course course = Course.of(mailing);
    boolean quiet = course.quiet(on.loop().now());
    long rate = Tally.rate(on.carrier().lines());
    long minutes = people == 0 ? 0 : Math.ceilDiv(segments, Math.max(1, rate) * 60);
    return new Estimate(
        people, quiet ? people : 0, shares, segments, cost(segments), minutes, exact);
  }

  /** By the links of those looked at; a price that is not known makes the whole unknown. */
  private long cost(long segments) {
    Map<String, Long> prices = new HashMap<>();
    for (Line line : on.carrier().lines()) prices.put(line.link(), line.centimes());
    double each = 0;
    for (Map.Entry<String, Long> one : links.entrySet()) {
      long price = prices.getOrDefault(one.getKey(), -1L);
      if (price < 0) return -1;
      each += (double) price * one.getValue() / reached;
    }
    return Math.round(each * segments);
  }
}
