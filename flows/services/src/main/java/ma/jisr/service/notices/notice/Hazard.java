package ma.jisr.service.notices.notice;

import java.time.Duration;
import java.util.List;
import ma.jisr.base.LocalText;
import ma.jisr.service.audience.Topic;

/**
 * A danger, or its end, for which words lie ready in all languages of phones.
 *
 * @param id "flood"
 * @param topic what it is about, as people know it
 * @param category as CAP has it
 * @param response what people are to do
 * @param gravity how bad, how soon, how sure
 * @param lasts how long it may be true, shortest first: a menu's choices
 * @param actions what people may be told to do, in the order of a menu
 * @param name what it is called: "Crue"
 */
public record Hazard(
    String id,
    Topic topic,
    Category category,
    Response response,
    Gravity gravity,
    List<Duration> lasts,
    List<Action> actions,
    LocalText name) {
  public Hazard {
    lasts = List.copyOf(lasts);
    actions = List.copyOf(actions);
  }

  /** What people may be told to do: "Montez sur une hauteur". */
  public record Action(String id, LocalText text) {}

  /**
   * One of its actions.
   *
   * @throws IllegalArgumentException when it has none of that id
   */
  public Action action(String wanted) {
    for (Action action : actions) if (action.id().equals(wanted)) return action;
    throw new IllegalArgumentException("template: " + id + " has no action '" + wanted + "'");
  }
}
