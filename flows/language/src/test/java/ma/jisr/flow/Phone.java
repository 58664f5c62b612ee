package ma.jisr.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ma.jisr.base.Assurance;
import ma.jisr.base.Language;
import ma.jisr.base.Script;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.parse.CommonTexts;
import ma.jisr.flow.person.Person;
import ma.jisr.flow.person.Profile;
import ma.jisr.flow.render.Renderer;
import ma.jisr.flow.render.Words;
import org.jspecify.annotations.Nullable;

/**
 * A person with a phone, whose conversations run in memory. Between any two inputs the person goes
 * through JSON and back, and every input is stepped twice with the same outcome.
 */
final class Phone {
  private static final ObjectMapper JSON = mapper();

  final Map<String, Function<OperationRequest, @Nullable OperationResult>> answers =
      new HashMap<>();
  final List<OperationRequest> called = new ArrayList<>();
  final List<Effect> effects = new ArrayList<>();
  private final Map<String, Operation> operations = new HashMap<>();
  private final FlowEngine engine;
  private @Nullable Long price;
  private Person person = Person.unknown("p1");
  private Instant now = Instant.parse("2026-03-02T10:15:00Z");
  private int inputs;
  private int dialogues;

  Phone(FlowSet flows) {
    this(flows, FreeText.NONE);
  }

  Phone(FlowSet flows, FreeText freeText) {
    engine =
        new FlowEngine(
            flows,
            name -> java.util.Optional.ofNullable(operations.get(name)),
            new Renderer(Words.from(CommonTexts.load())),
            freeText,
            LanguageGuess.NONE,
            EngineSettings.of("2121", "*585#", "0800001212"));
  }

  /** Someone who has chosen a language already. */
  Phone speaking(Language language, Script... proved) {
    Profile p = person.profile();
    List<Script> scripts = new ArrayList<>(List.of(Script.LATIN));
    scripts.addAll(List.of(proved));
    Profile told = p.speaking(language, java.util.Set.copyOf(scripts));
    person = person.withProfile(told);
    return this;
  }

  Phone paying(long centimes) {
    price = centimes;
    return this;
  }

  /** Declares an operation and scripts its answers; null leaves a call unanswered. */
  Phone given(
      String name,
      Operation.Kind kind,
      Function<OperationRequest, @Nullable OperationResult> answer) {
    return declared(
        new Operation(
            name, kind, Map.of(), Map.of(), List.of("ok"), java.util.Set.of(), Assurance.CLAIMED),
        answer);
  }

  Phone declared(
      Operation operation, Function<OperationRequest, @Nullable OperationResult> answer) {
    operations.put(operation.name(), operation);
    answers.put(operation.name(), answer);
    return this;
  }

  Via ussd() {
    return new Via(
        ChannelKind.USSD, "iam", "*585#", "d" + dialogues, Surface.USSD, Assurance.NETWORK, price);
  }

  Via sms() {
    return new Via(
        ChannelKind.SMS, "iam", "2121", "iam-2121", Surface.SMS, Assurance.CLAIMED, price);
  }

  String dial(String code) {
    dialogues++;
    return step(new Input.Begin(ussd(), code));
  }

  String press(String text) {
    return step(new Input.Said(ussd(), text));
  }

  String text(String text) {
    return step(new Input.Said(sms(), text));
  }

  /** Writes by chat, or presses what {@link Button#told} gave. */
  String chat(String text) {
    return step(
        new Input.Said(
            new Via(
                ChannelKind.CHAT, "tg", "jisr", "tg-jisr", Surface.CHAT, Assurance.CLAIMED, null),
            text));
  }

  /** The buttons below the newest message. */
  List<Button> buttons() {
    return ((Effect.Message) effects.getLast()).buttons();
  }

  String hangUp() {
    return step(new Input.Closed("d" + dialogues, Input.Reason.RELEASED));
  }

  String pass(Duration time) {
    now = now.plus(time);
    String shown = "";
    for (var timer : person.timers())
      if (!timer.at().isAfter(now)) shown = joined(shown, step(new Input.Fired(timer.id())));
    return shown;
  }

  String answer(int call, OperationResult result) {
    return step(new Input.Answered(person.calls().get(call).id(), result));
  }

  Instant now() {
    return now;
  }

  Person person() {
    return person;
  }

  boolean pin(String text) {
    return engine.looksLikePin(person, ussd(), text);
  }

  /** What is shown or sent: "[end]" closes the dialogue, "sms: " goes by message. */
  String step(Input input) {
    String id = "i" + inputs++;
    Turn turn = engine.step(person, input, id, now);
    assertEquals(turn, engine.step(person, input, id, now), "not deterministic");
    person = roundTrip(turn.person());
    effects.addAll(turn.effects());
    String shown = "";
    for (Effect effect : turn.effects()) {
      switch (effect) {
        case Effect.Screen screen ->
            shown = joined(shown, screen.text() + (screen.end() ? "\n[end]" : ""));
        case Effect.Message message -> shown = joined(shown, "sms: " + message.text());
        case Effect.Call call -> shown = joined(shown, call(call));
        default -> {}
      }
    }
    return shown;
  }

  private String call(Effect.Call call) {
    called.add(call.request());
    var scripted = answers.get(call.request().operation());
    OperationResult result = scripted == null ? null : scripted.apply(call.request());
    return result == null ? "" : step(new Input.Answered(call.call(), result));
  }

  private static String joined(String a, String b) {
    return a.isEmpty() || b.isEmpty() ? a + b : a + "\n" + b;
  }

  private static Person roundTrip(Person person) {
    try {
      Person back = JSON.readValue(JSON.writeValueAsBytes(person), Person.class);
      assertEquals(person, back);
      return back;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectMapper mapper() {
    SimpleModule times = new SimpleModule();
    times.addSerializer(
        Instant.class,
        new StdSerializer<>(Instant.class) {
          private static final long serialVersionUID = 1L;

          @Override
          public void serialize(Instant value, JsonGenerator out, SerializerProvider p)
              throws IOException {
            out.writeString(value.toString());
          }
        });
    times.addDeserializer(
        Instant.class,
        new StdDeserializer<>(Instant.class) {
          private static final long serialVersionUID = 1L;

          @Override
          public Instant deserialize(JsonParser in, DeserializationContext c) throws IOException {
            return Instant.parse(in.getText());
          }
        });
    return new ObjectMapper().registerModule(times);
  }
}
