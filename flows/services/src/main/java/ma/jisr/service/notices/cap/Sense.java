package ma.jisr.service.notices.cap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import ma.jisr.base.Language;

/** What an alert must be beyond its schema to make one notice. */
final class Sense {
  /** Longest sender and identifier, characters. */
  static final int MAX_NAME = 200;

  /**
   * What names an alert or a sender: no space, comma, {@code <} or {@code &} (CAP 1.2, 3.2.1), and
   * nothing that is not shown.
   */
  private static final Pattern NAME = Pattern.compile("[^\\s,<&\\p{C}\\p{Z}]{1," + MAX_NAME + "}");

  private final CapAlert alert;
  private final List<CapProblem> problems = new ArrayList<>();

  private Sense(CapAlert alert) {
    this.alert = alert;
  }

  static List<CapProblem> problems(CapAlert alert) {
    Sense sense = new Sense(alert);
    sense.names();
    sense.said();
    sense.hours();
    sense.agreement();
    return sense.problems;
  }

  /** Whether a text can name a sender or an alert. */
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  private void names() {
    if (!isName(alert.sender())) problem(Fault.NAME, "alert/sender", "is no sender");
    if (!isName(alert.identifier())) problem(Fault.NAME, "alert/identifier", "is no identifier");
    if (alert.follows() && alert.references().isEmpty())
      problem(Fault.NAME, "alert/references", "names nothing that it changes or takes back");
    if (alert.references().contains(alert.reference()))
      problem(Fault.NAME, "alert/references", "names the alert itself");
    if (new HashSet<>(alert.references()).size() < alert.references().size())
      problem(Fault.NAME, "alert/references", "names one twice");
  }

  private void said() {
    boolean cancel = alert.type().equals("Cancel");
    if (alert.infos().isEmpty() && !cancel) problem(Fault.NOTHING_SAID, "alert", "has no info");
    Set<Language> languages = new HashSet<>();
    for (int i = 0; i < alert.infos().size(); i++) {
      CapAlert.Info info = alert.infos().get(i);
      if (info.ours().isPresent() && !languages.add(info.ours().get()))
        problem(
            Fault.CONTRADICTION, info(i), "is the second in its language: send an alert for each");
      if (info.areas().isEmpty() && !cancel) problem(Fault.NOWHERE, info(i), "has no area");
      if (info.event().isEmpty() && info.headline().isEmpty())
        problem(Fault.NOTHING_SAID, info(i), "has neither an event nor a headline");
    }
    if (languages.isEmpty() && !alert.infos().isEmpty())
      problem(Fault.NOTHING_SAID, "alert", "says nothing in a language of phones here");
  }

  private void hours() {
    for (int i = 0; i < alert.infos().size(); i++) {
      CapAlert.Info info = alert.infos().get(i);
      Instant expires = info.expires();
      if (expires == null) continue;
      if (!expires.isAfter(alert.sent()))
        problem(Fault.HOURS, info(i), "expires before it was sent");
      if (info.effective() != null && !expires.isAfter(info.effective()))
        problem(Fault.HOURS, info(i), "expires before it is effective");
      if (info.onset() != null && !expires.isAfter(info.onset()))
        problem(Fault.HOURS, info(i), "expires before its onset");
    }
  }

  /** All infos are translations of one: about one event, at one place, of one weight. */
  private void agreement() {
    same("category", CapAlert.Info::categories);
    same("responseType", info -> Set.copyOf(info.responses()));
    same("urgency", CapAlert.Info::urgency);
    same("severity", CapAlert.Info::severity);
    same("certainty", CapAlert.Info::certainty);
    same("effective", info -> Optional.ofNullable(info.effective()));
    same("expires", info -> Optional.ofNullable(info.expires()));
    same("area", Sense::drawn);
  }

  /** Where an info is true, whatever it is called in its language. */
  private static Object drawn(CapAlert.Info info) {
    Set<Object> all = new HashSet<>();
    for (CapAlert.Place place : info.areas()) {
      all.addAll(place.polygons());
      all.addAll(place.circles());
      all.addAll(place.codes());
    }
    return all;
  }

  private void same(String name, Function<CapAlert.Info, ?> value) {
    List<CapAlert.Info> infos = alert.infos();
    for (int i = 1; i < infos.size(); i++)
      if (!value.apply(infos.getFirst()).equals(value.apply(infos.get(i)))) {
        problem(Fault.CONTRADICTION, info(i), name + " is another than in the first info");
        return;
      }
  }

  private static String info(int index) {
    return "alert/info[" + (index + 1) + "]";
  }

  private void problem(Fault fault, String where, String what) {
    problems.add(new CapProblem(fault, where, what));
  }
}
