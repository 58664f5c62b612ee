package ma.jisr.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import ma.jisr.base.Language;
import ma.jisr.base.text.PhoneticDistance;
import ma.jisr.base.text.PhoneticKey;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.PlaceMatches;
import ma.jisr.map.place.PlaceSearch;
import ma.jisr.map.place.StarterGazetteer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A place by a misspelt name, in the gazetteer that comes with the product (some 900 spellings):
 * with the prefilter, and by the edit distance to every key. Larger gazetteers gain more from the
 * prefilter; this one says what the first installation costs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PlaceSearchBench {
  private static final List<String> TYPED =
      List.of("amzmiz", "شيشاوه", "kazablanka", "9al3at sraghna", "tahanawt", "salam", "l3youn");

  private final PlaceSearch search;
  private final List<String> keys;
  private int next;

  public PlaceSearchBench() {
    Gazetteer gazetteer = StarterGazetteer.read();
    search = gazetteer.search();
    keys =
        gazetteer.areas().stream()
            .flatMap(a -> a.name().byLanguage().entrySet().stream())
            .filter(e -> e.getKey() != Language.ZGH_TFNG)
            .map(e -> PhoneticKey.of(e.getValue()))
            .toList();
  }

  @Benchmark
  public PlaceMatches search() {
    return search.find(typed(), 3);
  }

  @Benchmark
  public double everyKey() {
    String key = PhoneticKey.of(typed());
    double least = PhoneticDistance.FAR;
    for (String other : keys)
      least = Math.min(least, PhoneticDistance.between(key, other, key.length()));
    return least;
  }

  private String typed() {
    next = (next + 1) % TYPED.size();
    return TYPED.get(next);
  }
}
