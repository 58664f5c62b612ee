package ma.jisr.flow;

import ma.jisr.flow.person.Profile;

/** The port that reads free text: what its writer wants, and the values that it gives. */
@FunctionalInterface
public interface FreeText {
  /** Understands nothing: start words only. */
  FreeText NONE = (text, profile) -> Understood.NOTHING;

  /** Pure and quick (below a millisecond); takes any text. */
  Understood understand(String text, Profile profile);
}
