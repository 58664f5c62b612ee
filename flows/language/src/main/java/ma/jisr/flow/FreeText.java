package ma.jisr.flow;

import java.util.Optional;
import ma.jisr.flow.person.Profile;

/** The port that reads free text: which flow it wants, and what of it is left for that flow. */
@FunctionalInterface
public interface FreeText {
  /** Understands nothing: start words only. */
  FreeText NONE = (text, profile) -> Optional.empty();

  /** Pure and quick (below a millisecond); empty when unsure. */
  Optional<Intent> understand(String text, Profile profile);

  /**
   * What a text wants.
   *
   * @param flow the flow's id
   * @param rest the remaining text, for the flow's {@code rest} step; may be empty
   */
  record Intent(String flow, String rest) {}
}
