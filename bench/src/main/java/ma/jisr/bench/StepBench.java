package ma.jisr.bench;

import java.util.concurrent.TimeUnit;
import ma.jisr.flow.Input;
import ma.jisr.flow.Turn;
import ma.jisr.flow.person.Person;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What lies between "words in" and "text out" of a turn: the flows' steps, the Camel calls, the
 * search for places and hotspots, the rendering. One person by turn kind, always the same: nothing
 * of the store, of the person's document or of the wire is in it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class StepBench {
  private static final Input PLACE = StepWorld.sms("wifi amizmiz");
  private static final Input CODE = StepWorld.sms("wifi 1042");
  private static final Input DIGIT = StepWorld.sms("1");
  private static final Input MENU = StepWorld.sms("menu");
  private static final Input DIAL = StepWorld.dials("*585*1#");
  private static final Input THREE = StepWorld.types("3");
  private static final Input ONE = StepWorld.types("1");

  private final StepWorld world = new StepWorld();
  private final Person known = world.known();
  private final Person answered = world.after(known, DIGIT);
  private final Person dialled = world.after(answered, DIAL);
  private final Person regions = world.after(dialled, THREE);

  /** Refuses to measure something else than it says. */
  @Setup
  public void check() {
    expect(place(), "Wifi m7loul, Amizmiz");
    expect(code(), "Dar Chabab Amizmiz");
    expect(digit(), "(10");
    expect(menu(), "Wifi 9rib");
    expect(dial(), "Amizmiz");
    expect(three(), "Ina jiha");
    expect(one(), "Ina i9lim");
  }

  private static void expect(Turn turn, String text) {
    if (!StepWorld.said(turn).contains(text))
      throw new IllegalStateException(text + " expected, said was " + StepWorld.said(turn));
  }

  @TearDown
  public void close() {
    world.close();
  }

  /** SMS "wifi amizmiz" of somebody whose last list still stands open. */
  @Benchmark
  public Turn place() {
    return world.turn(known, PLACE);
  }

  /** SMS "wifi 1042": one hotspot by its code. */
  @Benchmark
  public Turn code() {
    return world.turn(known, CODE);
  }

  /** SMS "1": the first of the list. */
  @Benchmark
  public Turn digit() {
    return world.turn(known, DIGIT);
  }

  /** SMS "menu". */
  @Benchmark
  public Turn menu() {
    return world.turn(known, MENU);
  }

  /** USSD *585*1#: the question for the place, with the two last ones. */
  @Benchmark
  public Turn dial() {
    return world.turn(answered, DIAL);
  }

  /** USSD 3 upon that: the list of regions. */
  @Benchmark
  public Turn three() {
    return world.turn(dialled, THREE);
  }

  /** USSD 1 upon that: the provinces of the first region. */
  @Benchmark
  public Turn one() {
    return world.turn(regions, ONE);
  }
}
