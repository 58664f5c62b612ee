package ma.jisr.flow;

import java.util.List;
import ma.jisr.flow.person.Profile;

/** The port that reads free text: what its writer wants, and the values that it gives. */
@FunctionalInterface
public interface FreeText {
  /** Understands nothing: start words only. */
  FreeText NONE = (text, profile) -> Understood.NOTHING;

  /**
   * Pure and quick (below a millisecond); takes any text. Figures alone want nothing, unless they
   * are a position.
   */
  Understood understand(String text, Profile profile);

  /**
   * Whether a text of a few words surely wants something else than all of these intents: what
   * {@link #understand} would say, without the values.
   */
  default boolean meansElse(String text, Profile profile, List<String> intents) {
    return understand(text, profile) instanceof Understood.Sure sure
        && sure.certain()
        && !intents.contains(sure.wish().intent());
  }
}
