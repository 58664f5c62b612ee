package ma.jisr.flow.person;

import java.time.Instant;
import java.util.List;
import ma.jisr.flow.Via;
import ma.jisr.flow.render.Rendered;
import org.jspecify.annotations.Nullable;

/**
 * An open USSD dialogue, SMS thread or chat, and what it shows.
 *
 * @param via how it came and how answers go
 * @param begun when
 * @param conversation that it is attached to; null on the engine's own screens (language, main
 *     menu, resume offer)
 * @param screen which engine screen is shown, or "" for a step's
 * @param page of it, from 0
 * @param keys what the digits on the shown page mean: a digit means what was on the screen,
 *     whatever the list says later
 */
public record Dialogue(
    Via via,
    Instant begun,
    @Nullable String conversation,
    String screen,
    int page,
    List<Rendered.Key> keys) {
  public Dialogue {
    keys = List.copyOf(keys);
  }
}
