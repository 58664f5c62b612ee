package ma.jisr.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import ma.jisr.base.Assurance;
import ma.jisr.base.Language;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Effect;
import ma.jisr.flow.Input;
import ma.jisr.flow.Turn;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.Via;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.person.Dialogue;
import ma.jisr.flow.person.PendingCall;
import ma.jisr.flow.person.Person;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.person.Timer;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.signal.Tell;
import ma.jisr.flow.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A small service of words, to drive the session engine: it counts what it was told in the person's
 * timers' place, echoes, asks ("query"), does ("command"), waits ("timer"), swells ("swell"), fails
 * ("throw"), tells somebody else ("tell"), is silent ("hush"), ends ("bye").
 */
final class EchoStepper implements Stepper {
  @Override
  public boolean looksLikePin(Person person, Via via, String text) {
    return text.matches("[0-9]{4,6}");
  }

  /** What has had its turn. */
  final List<Input> stepped = new ArrayList<>();

  @Override
  public Turn step(Person person, Input input, String id, Instant now) {
    stepped.add(input);
    return switch (input) {
      case Input.Begin begin ->
          said(opened(person, begin.via(), now), begin.via(), "menu", id, now);
      case Input.Said said -> said(person, said.via(), said.text(), id, now);
      case Input.Closed closed -> new Turn(without(person, closed.dialogue()), List.of());
      case Input.Answered answered ->
          tell(
              answered(person, answered.call()),
              answered.result().outcome() + " " + words(answered.result().values()));
      case Input.Unanswered silent -> tell(answered(person, silent.call()), "no answer");
      case Input.Fired fired ->
          tell(
              person.withTimers(
                  person.timers().stream().filter(t -> !t.id().equals(fired.timer())).toList()),
              "time is up");
      case Input.Raised raised -> tell(person, raised.event().name());
      case Input.Told told -> told(person, told.notice());
    };
  }

  private static Turn told(Person person, Notice notice) {
    if (notice.message().equals("throw")) throw new IllegalStateException("as asked");
    return tell(person, notice.message(), notice.expires());
  }

  private static Turn said(Person person, Via via, String text, String id, Instant now) {
    String word = text.split(" ", 2)[0];
    return switch (word) {
      case "query", "command" -> call(person, word.equals("query"), text, id, now);
      case "timer" -> {
        List<Timer> timers = new ArrayList<>(person.timers());
        timers.add(new Timer(id, now.plus(Duration.ofMinutes(10))));
        yield new Turn(person.withTimers(timers), List.of(new Effect.Count("timer.set", Map.of())));
      }
      case "riddle" -> new Turn(person, List.of(new Effect.Unresolved(text, Language.FR, "help")));
      case "swell" -> {
        List<Timer> timers = new ArrayList<>(person.timers());
        timers.add(new Timer(noise(), now.plus(Duration.ofDays(1))));
        yield new Turn(person.withTimers(timers), List.of());
      }
      case "tell" -> {
        Notice notice =
            new Notice("echo", text.split(" ", 3)[2], Map.of(), Urgency.BULK, now.plusSeconds(900));
        Value to = new Value.Phone(text.split(" ", 3)[1]);
        Tell tell = new Tell(to, notice, new Reply(ChannelKind.SMS, "iam", "2121"));
        yield command(person, Tell.OPERATION, tell.arguments(), id, now);
      }
      case "hush" -> new Turn(person, List.of());
      case "throw" -> throw new IllegalStateException("as asked");
      case "bye" -> new Turn(without(person, via.dialogue()), List.of(say(via, "bye", true)));
      default -> new Turn(person, List.of(say(via, "you said " + text, false)));
    };
  }

  private static Turn call(Person person, boolean query, String text, String id, Instant now) {
    OperationRequest request =
        new OperationRequest(
            query ? "shop.ask" : "shop.do",
            "key-" + id,
            person.id(),
            Language.FR,
            Assurance.CLAIMED,
            Map.of("text", new Value.Text(text)));
    List<PendingCall> calls = new ArrayList<>(person.calls());
    calls.add(new PendingCall(id, "", "", request, query, now, 0));
    return new Turn(
        with(person, person.dialogues(), calls), List.of(new Effect.Call(id, request, query)));
  }

  private static Turn command(
      Person person, String operation, Map<String, Value> arguments, String id, Instant now) {
    OperationRequest request =
        new OperationRequest(
            operation, "key-" + id, person.id(), Language.FR, Assurance.CLAIMED, arguments);
    List<PendingCall> calls = new ArrayList<>(person.calls());
    calls.add(new PendingCall(id, "", "", request, false, now, 0));
    return new Turn(person.withCalls(calls), List.of(new Effect.Call(id, request, false)));
  }

  private static Turn tell(Person person, String text) {
    return tell(person, text, null);
  }

  private static Turn tell(Person person, String text, @Nullable Instant until) {
    for (Dialogue dialogue : person.dialogues())
      return new Turn(person, List.of(say(dialogue.via(), text, false)));
    return new Turn(
        person,
        List.of(
            new Effect.Message(
                ChannelKind.SMS,
                "iam",
                "2121",
                text,
                Language.FR,
                "echo",
                Urgency.REPLY,
                until,
                List.of())));
  }

  private static Effect say(Via via, String text, boolean end) {
    return via.kind() == ChannelKind.USSD
        ? new Effect.Screen(via.dialogue(), text, Language.FR, end)
        : new Effect.Message(
            via.kind(), via.link(), via.code(), text, Language.FR, "echo", Urgency.REPLY);
  }

  private static Person opened(Person person, Via via, Instant now) {
    return with(person, List.of(Dialogue.begun(via, now)), person.calls());
  }

  private static Person without(Person person, String dialogue) {
    return with(
        person,
        person.dialogues().stream().filter(d -> !d.via().dialogue().equals(dialogue)).toList(),
        person.calls());
  }

  private static Person answered(Person person, String call) {
    return with(
        person,
        person.dialogues(),
        person.calls().stream().filter(c -> !c.id().equals(call)).toList());
  }

  private static Person with(Person p, List<Dialogue> dialogues, List<PendingCall> calls) {
    return p.withDialogues(dialogues).withCalls(calls);
  }

  private static String words(Map<String, Value> values) {
    return values.get("words") instanceof Value.Text text ? text.text() : "";
  }

  /** Letters that no compression shortens much: more than a document may hold. */
  private static String noise() {
    return new SplittableRandom(1)
        .ints(40_000, 'A', 'z')
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
