package ma.jisr.app.wiring;

import java.time.Instant;
import ma.jisr.flow.FlowEngine;
import ma.jisr.flow.Input;
import ma.jisr.flow.Turn;
import ma.jisr.flow.Via;
import ma.jisr.flow.person.Person;
import ma.jisr.gateway.session.Stepper;

/** The flow engine as the session engine sees it. */
public record EngineStepper(FlowEngine engine) implements Stepper {
  @Override
  public Turn step(Person person, Input input, String inputId, Instant now) {
    return engine.step(person, input, inputId, now);
  }

  @Override
  public boolean looksLikePin(Person person, Via via, String text) {
    return engine.looksLikePin(person, via, text);
  }
}
