package ma.jisr.app.simulate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.jisr.app.wiring.EngineStepper;
import ma.jisr.base.Assurance;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.EngineSettings;
import ma.jisr.flow.FlowEngine;
import ma.jisr.flow.FlowSet;
import ma.jisr.flow.FreeText;
import ma.jisr.flow.LanguageGuess;
import ma.jisr.flow.Surface;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.Operations;
import ma.jisr.flow.parse.CommonTexts;
import ma.jisr.flow.parse.FlowParser;
import ma.jisr.flow.render.Renderer;
import ma.jisr.flow.render.Words;
import ma.jisr.gateway.session.LinkInfo;
import ma.jisr.gateway.session.Stepper;

/**
 * The flows that simulated people use, one for each thing that can go wrong: a payment with a once
 * key, a question that is asked anew, a wait. Read once for all runs: they are pure.
 *
 * @param stepper the real flow engine
 * @param operations that the flows call
 */
record Rehearsal(Stepper stepper, Operations operations) {
  /** What pays: takes a sum, gives its receipt. */
  static final String PAY = "till.pay";

  /** What only looks: takes a word, gives another. */
  static final String LOOK = "till.look";

  /** The flow that waits for what services say, and whose words their notices are. */
  static final String HEAR = "rehearsal.hear";

  /** What it waits for. */
  static final String READY = "till.ready";

  static final String SMS_CODE = "2121";
  static final String USSD_CODE = "*585#";

  static final LinkInfo LINK =
      new LinkInfo(
          SimLink.ID,
          ChannelKind.SMS,
          "tel",
          Surface.USSD,
          Surface.SMS,
          0L,
          0L,
          Duration.ofSeconds(30));

  private static final List<String> FLOWS = List.of("pay", "look", "wait", "hear");

  static Rehearsal read() {
    List<Flow> flows = new ArrayList<>();
    for (String name : FLOWS)
      flows.add(FlowParser.parse(name + ".yaml", text(name + ".yaml")).orThrow());
    FlowSet set = FlowSet.of(flows, CommonTexts.load());
    Map<String, Operation> declared = Map.of(PAY, pay(), LOOK, look());
    Operations operations = name -> Optional.ofNullable(declared.get(name));
    FlowEngine engine =
        new FlowEngine(
            set,
            operations,
            new Renderer(Words.from(set.common())),
            FreeText.NONE,
            LanguageGuess.NONE,
            EngineSettings.of(SMS_CODE, USSD_CODE, "0800"));
    return new Rehearsal(new EngineStepper(engine), operations);
  }

  private static Operation pay() {
    return new Operation(
        PAY,
        Operation.Kind.COMMAND,
        Map.of("sum", FieldType.of(FieldType.Kind.WHOLE)),
        Map.of("receipt", FieldType.words(FieldType.Kind.TEXT, 12)),
        List.of("ok", "poor"),
        Set.of(Operation.Trait.MOVES_MONEY),
        Assurance.CLAIMED);
  }

  private static Operation look() {
    return new Operation(
        LOOK,
        Operation.Kind.QUERY,
        Map.of("word", FieldType.words(FieldType.Kind.TEXT, 40)),
        Map.of("found", FieldType.words(FieldType.Kind.TEXT, 40)),
        List.of("ok"),
        Set.of(),
        Assurance.CLAIMED);
  }

  private static String text(String name) {
    try (InputStream in = Rehearsal.class.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException(name + " is not on the class path");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
