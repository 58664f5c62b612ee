package ma.jisr.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.Repertoire;
import ma.jisr.app.wiring.Stores;
import ma.jisr.base.Assurance;
import ma.jisr.base.Language;
import ma.jisr.base.Script;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Effect;
import ma.jisr.flow.Input;
import ma.jisr.flow.Surface;
import ma.jisr.flow.Turn;
import ma.jisr.flow.Via;
import ma.jisr.flow.person.Person;
import ma.jisr.gateway.route.OperationCaller;
import ma.jisr.gateway.route.RunningRoutes;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The shipped flows, services and Camel routes on the sample hotspots, without what keeps and what
 * sends: a turn is stepped, what it asks is answered, nothing is written. On a clock that stands
 * still on a Saturday morning.
 */
final class StepWorld implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private static final Via SMS =
      new Via(ChannelKind.SMS, "tel", "2121", "tel 2121", Surface.SMS, Assurance.CLAIMED, 0L);
  private static final Via USSD =
      new Via(ChannelKind.USSD, "tel", "*585#", "tel 7", Surface.USSD, Assurance.NETWORK, 0L);

  private final Store store;
  private final RunningRoutes routes;
  private final OperationCaller caller;
  private final Repertoire repertoire;

  StepWorld() {
    try {
      Path folder = Files.createTempDirectory("jisr-step");
      Settings settings = Settings.ofSandbox(folder);
      store = Stores.open(settings, settings.data());
      repertoire = Repertoire.of(settings, store, () -> NOW, Runnable::run);
      routes = RunningRoutes.start(repertoire.routes(), repertoire.operations());
      caller = routes.caller();
      repertoire.hotspots().reload().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Input sms(String text) {
    return new Input.Said(SMS, text);
  }

  static Input dials(String text) {
    return new Input.Begin(USSD, text);
  }

  static Input types(String text) {
    return new Input.Said(USSD, text);
  }

  /** Somebody who has chosen Darija, knows the price and has been told of two places before. */
  Person known() {
    Person person = Person.unknown("01JD0000000000000000000000");
    Person introduced =
        person.withProfile(
            person
                .profile()
                .introduced(Language.ARY_LATN, Set.of(Script.LATIN), Set.of("2121", "*585#")));
    return after(introduced, sms("wifi safi"), sms("wifi amizmiz"));
  }

  /** The person after these inputs. */
  Person after(Person person, Input... inputs) {
    Person now = person;
    for (Input input : inputs) now = turn(now, input).person();
    return now;
  }

  /** One turn as the gateway makes it: asked about a PIN, stepped, its queries answered. */
  Turn turn(Person person, Input input) {
    if (input instanceof Input.Said said
        && repertoire.engine().looksLikePin(person, said.via(), said.text()))
      throw new IllegalStateException("no PIN is typed here");
    Turn turn = repertoire.engine().step(person, input, "01JD1111111111111111111111", NOW);
    for (int step = 1; query(turn) instanceof Effect.Call call; step++) {
      Input answer = new Input.Answered(call.call(), caller.call(call.request()).join());
      turn =
          repertoire
              .engine()
              .step(turn.person(), answer, "01JD1111111111111111111111/" + step, NOW);
    }
    return turn;
  }

  private static @Nullable Effect query(Turn turn) {
    return turn.effects().isEmpty() ? null : turn.effects().getLast();
  }

  /** The text that a turn said last; for checking that it does what is measured. */
  static String said(Turn turn) {
    return switch (turn.effects().getLast()) {
      case Effect.Message message -> message.text();
      case Effect.Screen screen -> screen.text();
      default -> "";
    };
  }

  @Override
  public void close() {
    routes.close();
    store.close();
  }
}
