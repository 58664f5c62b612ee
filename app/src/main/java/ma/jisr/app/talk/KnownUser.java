package ma.jisr.app.talk;

import java.time.Instant;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.flow.Input;
import ma.jisr.flow.Turn;
import ma.jisr.flow.Via;
import ma.jisr.flow.person.Person;
import ma.jisr.flow.person.Profile;
import ma.jisr.gateway.session.Stepper;

/**
 * Steps as the engine does, for a person whose language and phone are known from the first turn.
 */
record KnownUser(Stepper engine, Language language, Talk.User user, Set<String> codes)
    implements Stepper {
  @Override
  public Turn step(Person person, Input input, String inputId, Instant now) {
    return engine.step(introduced(person), input, inputId, now);
  }

  @Override
  public boolean looksLikePin(Person person, Via via, String text) {
    return engine.looksLikePin(introduced(person), via, text);
  }

  private Person introduced(Person person) {
    Profile profile = person.profile();
    if (profile.language() != null) return person;
    return person.withProfile(profile.introduced(language, user.scripts(), codes).offering());
  }
}
