package ma.jisr.app.talk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import ma.jisr.base.Money;
import ma.jisr.base.text.Gsm7;
import ma.jisr.base.text.Segments;
import ma.jisr.flow.Surface;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.value.Value;
import ma.jisr.store.Store;

/** Plays a transcript in one variation and compares what the phone shows with what is written. */
public final class TalkPlayer {
  private final Talk talk;
  private final Variation variation;
  private final TalkWorld world;
  private final Map<String, Flow> deployed;
  private final List<Seen> seen = new ArrayList<>();

  /** How it stood when the last key was pressed. */
  private int commandsBefore;

  private boolean over;
  private boolean diedBefore;

  /**
   * What the phone showed where the transcript expects something: material for {@code --promote}
   * and {@code --handset}.
   *
   * @param expected the lines of the transcript
   * @param lines as they would be written there, without their sign
   */
  public record Seen(TalkLine expected, String text, List<String> lines) {
    public Seen {
      lines = List.copyOf(lines);
    }
  }

  /**
   * How it went.
   *
   * @param failure what did not hold first; empty when all did
   * @param crashed whether the process died of the variation before the end
   */
  public record Result(Optional<String> failure, boolean crashed, List<Seen> seen) {
    public Result {
      seen = List.copyOf(seen);
    }
  }

  private TalkPlayer(Talk talk, Map<String, Flow> deployed, Variation variation, TalkWorld world) {
    this.talk = talk;
    this.deployed = deployed;
    this.variation = variation;
    this.world = world;
  }

  /**
   * Plays it to the end, or to the first thing that does not hold.
   *
   * @param deployed the changed flows that it deploys, by the names it gives them
   * @param folder empty, for the run's store and keys
   * @param lenient whether to play on past screens that differ, for promotion
   */
  static Result play(
      Talk talk, Map<String, Flow> deployed, Variation variation, Path folder, boolean lenient)
      throws IOException {
    return play(talk, deployed, variation, folder, lenient, UnaryOperator.identity());
  }

  /** The same in a world with something laid over its store. */
  static Result play(
      Talk talk,
      Map<String, Flow> deployed,
      Variation variation,
      Path folder,
      boolean lenient,
      UnaryOperator<Store> over)
      throws IOException {
    try (TalkWorld world = new TalkWorld(talk, variation, folder, over)) {
      TalkPlayer player = new TalkPlayer(talk, deployed, variation, world);
      Optional<String> failure = player.lines(lenient);
      return new Result(failure, world.crashed(), player.seen);
    }
  }

  private Optional<String> lines(boolean lenient) {
    for (TalkLine line : talk.lines()) {
      Optional<String> wrong = line(line);
      if (over) return Optional.empty();
      if (wrong.isPresent() && !lenient) {
        return Optional.of(
            talk.file() + ":" + line.line() + " (" + variation + "): " + wrong.get());
      }
    }
    return Optional.empty();
  }

  private Optional<String> line(TalkLine line) {
    return switch (line) {
      case TalkLine.Types types -> types(types.text());
      case TalkLine.Texts texts -> {
        world.phone().texts(texts.text());
        yield moved();
      }
      case TalkLine.Shows shows -> shows(shows);
      case TalkLine.Receives receives -> receives(receives);
      case TalkLine.Happens happens -> happens(happens);
      case TalkLine.Deploys deploys -> {
        world.deploy(Objects.requireNonNull(deployed.get(deploys.file())));
        yield moved();
      }
      case TalkLine.Raises raises -> {
        world.raises(raises);
        yield moved();
      }
      case TalkLine.Tells tells -> {
        world.tells(tells);
        yield moved();
      }
      case TalkLine.AtShop shop -> {
        world.happens(street -> street.happens(shop));
        yield moved();
      }
      case TalkLine.Queued queued -> {
        world.happens(street -> street.queue(queued));
        yield moved();
      }
      case TalkLine.AtHall hall -> {
        world.happens(street -> street.hall().happens(hall));
        yield moved();
      }
      case TalkLine.Keeps keeps -> {
        world.happens(_ -> ChallengeLine.keeps(world.repertoire().challenges(), keeps));
        yield moved();
      }
      case TalkLine.AtChallenge acts -> {
        world.happens(_ -> ChallengeLine.acts(world.repertoire().challenges(), acts));
        yield moved();
      }
      case TalkLine.Others others -> {
        world.happens(_ -> world.phone().texts(others.who(), others.text()));
        yield moved();
      }
      case TalkLine.Wallet wallet -> {
        world.wallet().is(wallet.mood());
        yield moved();
      }
      case TalkLine.Prompted prompted -> prompted(prompted);
      case TalkLine.Asked asked -> asked(asked);
      case TalkLine.Paid paid -> paid(paid);
      case TalkLine.Got got -> got(got);
      case TalkLine.Done done -> done(done);
      case TalkLine.Spent spent -> spent(spent);
    };
  }

  private Optional<String> types(String text) {
    boolean dials = text.startsWith("*") && text.endsWith("#");
    if (!dials && !world.phone().open())
      return Optional.of("no screen is open to answer: dial, or write \"sms > " + text + "\"");
    commandsBefore = world.caller().commands();
    diedBefore = world.crashed();
    world.phone().types(text);
    return moved();
  }

  /**
   * Whether the process died over a command of the last key: what it did is done all the same, but
   * a screen that was due is sent by nobody. Where it was not the last one, the run is over: what
   * would be typed next has no question any more.
   */
  private boolean lost(TalkLine.Shows expected) {
    boolean died = world.crashed() && !diedBefore;
    boolean lost = died && world.caller().commands() > commandsBefore;
    over |= lost && !expected.end();
    return lost;
  }

  private Optional<String> moved() {
    world.settle();
    world.pause();
    return Optional.empty();
  }

  private Optional<String> shows(TalkLine.Shows expected) {
    Optional<String> shown = world.phone().screen();
    if (shown.isEmpty()) return Optional.of("no screen is shown");
    boolean ended = world.phone().ended();
    TalkLine.Size size = size(shown.get());
    seen.add(
        new Seen(
            expected,
            shown.get(),
            written(shown.get(), "  (" + size + ")" + (ended ? "  (end)" : ""))));
    if (!Match.lines(expected.screen(), shown.get().lines().toList()))
      return lost(expected)
          ? Optional.empty()
          : Optional.of(differs(expected.screen(), shown.get()));
    if (expected.size().isPresent() && !expected.size().get().equals(size))
      return Optional.of("the size is (" + size + ")");
    boolean unsaid = !expected.end() && expected.screen().getLast().strip().equals(Match.SKIP);
    if (expected.end() != ended && !unsaid) {
      return Optional.of(ended ? "the dialogue has ended" : "the dialogue has not ended");
    }
    return Optional.empty();
  }

  private Optional<String> receives(TalkLine.Receives expected) {
    if (variation.crashAfter() > 0) world.phone().dropRepeated();
    Optional<String> text = world.phone().nextMessage();
    if (text.isEmpty()) return Optional.of("no SMS has come");
    int segments = Segments.of(text.get()).count();
    seen.add(
        new Seen(
            expected,
            text.get(),
            written(text.get(), "  (" + segments + (segments == 1 ? " segment)" : " segments)"))));
    if (!Match.lines(expected.text(), text.get().lines().toList()))
      return Optional.of(differs(expected.text(), text.get()));
    if (expected.segments().isPresent() && expected.segments().get() != segments)
      return Optional.of("it has " + segments + " segments");
    return Optional.empty();
  }

  private Optional<String> happens(TalkLine.Happens happens) {
    switch (happens.what()) {
      case NETWORK_DROPS -> world.phone().losesNetwork();
      case TIME_PASSES -> world.pass(happens.time());
      case THAT_ARRIVES_TWICE -> world.phone().lastArrivesAgain();
      case RESTART -> world.restart();
      case RECEIPT_SAYS_FAILED -> {
        if (!world.phone().lastMessageFails())
          return Optional.of("no SMS has been sent that could fail");
      }
    }
    return moved();
  }

  private Optional<String> done(TalkLine.Done fact) {
    List<OperationRequest> asked =
        world.caller().asked(fact.operation()).stream()
            .filter(request -> with(request, fact.with()))
            .toList();
    if (asked.size() == fact.times()) return Optional.empty();
    return Optional.of(fact.operation() + " was done " + asked.size() + " times");
  }

  private Optional<String> prompted(TalkLine.Prompted line) {
    if (!world.prompted(line.approved()))
      return Optional.of("the wallet shows no prompt that could be answered");
    return moved();
  }

  private Optional<String> asked(TalkLine.Asked fact) {
    int asked = world.wallet().asked();
    return asked == fact.times()
        ? Optional.empty()
        : Optional.of("the wallet was asked " + asked + " times");
  }

  private Optional<String> paid(TalkLine.Paid fact) {
    Money paid = world.wallet().paid();
    return paid.equals(fact.sum())
        ? Optional.empty()
        : Optional.of("the wallet paid " + paid.text());
  }

  private Optional<String> got(TalkLine.Got fact) {
    List<String> texts = world.phone().others(fact.who());
    long times = texts.stream().filter(fact.text()::equals).count();
    // Who takes part in a dialogue may be told the same twice.
    if (times == 1 || (times > 1 && ChallengeLine.isIn(talk))) return Optional.empty();
    return Optional.of("+" + fact.who().digits() + " got " + texts);
  }

  private static boolean with(OperationRequest request, Map<String, String> expected) {
    return expected.entrySet().stream()
        .allMatch(e -> word(request.arguments().get(e.getKey())).equals(e.getValue()));
  }

  private static String word(@org.jspecify.annotations.Nullable Value value) {
    return switch (value) {
      case null -> "";
      case Value.Item item -> item.id();
      case Value.Text text -> text.text();
      case Value.Whole whole -> Long.toString(whole.number());
      case Value.Flag flag -> Boolean.toString(flag.flag());
      case Value.Amount amount -> Long.toString(amount.centimes() / 100);
      default -> value.toString();
    };
  }

  private Optional<String> spent(TalkLine.Spent fact) {
    int spent = world.phone().segments();
    boolean holds =
        variation.crashAfter() > 0 ? spent >= fact.segments() : spent == fact.segments();
    return holds ? Optional.empty() : Optional.of("spent " + spent + " segments");
  }

  private static TalkLine.Size size(String text) {
    boolean gsm7 = Gsm7.fits(text);
    return new TalkLine.Size(
        gsm7 ? Gsm7.septets(text) : text.length(),
        gsm7 ? Surface.USSD.septets() : Surface.USSD.units());
  }

  private static List<String> written(String text, String tail) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (lines.isEmpty()) lines.add("");
    lines.set(lines.size() - 1, lines.getLast() + tail);
    return lines;
  }

  private static String differs(List<String> expected, String shown) {
    return "expected\n  | "
        + String.join("\n  | ", expected)
        + "\nbut the phone shows\n  | "
        + shown.replace("\n", "\n  | ");
  }
}
