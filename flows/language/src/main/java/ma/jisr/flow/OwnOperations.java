package ma.jisr.flow;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.base.Script;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Profile;
import ma.jisr.flow.value.Value;

/**
 * The engine's own operations, which change the profile within the turn: {@code user.language
 * {language, proved?}}, {@code user.home {place?}} (without a place none is known any more), {@code
 * user.messages {wanted}} (yes or no, as the words JOIN and STOP), {@code user.hide {}}: what is
 * open, and the places asked about, are forgotten; and {@code user.offered {}}: alerts are offered
 * once.
 */
final class OwnOperations {
  static final String LANGUAGE = "user.language";
  static final String HOME = "user.home";
  static final String MESSAGES = "user.messages";
  static final String HIDE = "user.hide";
  static final String OFFERED = "user.offered";

  private static final Set<String> ALL = Set.of(LANGUAGE, HOME, MESSAGES, HIDE, OFFERED);

  private OwnOperations() {}

  static boolean are(String operation) {
    return ALL.contains(operation);
  }

  static void apply(Draft draft, String operation, Map<String, Value> arguments) {
    Profile p = draft.profile();
    switch (operation) {
      case LANGUAGE -> language(draft, arguments);
      case HOME ->
          draft.profile(p.living(arguments.get("place") instanceof Value.Item at ? at : null));
      case MESSAGES ->
          draft.profile(
              p.stopped(arguments.get("wanted") instanceof Value.Text(var w) && w.equals("no")));
      case HIDE -> hide(draft);
      case OFFERED -> draft.profile(p.offering());
      default -> throw new IllegalArgumentException(operation + " is none of the engine's own");
    }
  }

  /** What this turn speaks of goes on; so does what is owed, and what waits for its time. */
  private static void hide(Draft draft) {
    String speaking = draft.speaking().id();
    for (Conversation c : draft.conversations()) {
      boolean owed = draft.pending(c) || c.state() == Conversation.State.WAITING;
      if (!owed && !c.id().equals(speaking)) draft.drop(c);
    }
    draft.alone();
    draft.profile(draft.profile().asking(List.of()));
  }

  private static void language(Draft draft, Map<String, Value> arguments) {
    Profile p = draft.profile();
    Set<Script> scripts = EnumSet.copyOf(p.scripts());
    if (arguments.get("proved") instanceof Value.Text(String proved))
      for (Script script : Script.values())
        if (script.name().toLowerCase(Locale.ROOT).equals(proved)) scripts.add(script);
    if (arguments.get("language") instanceof Value.Text(String tag))
      Language.of(tag(tag)).ifPresent(l -> draft.profile(p.speaking(l, scripts)));
  }

  /** The flow's options name languages; Tachelhit is written in Latin letters on phones. */
  private static String tag(String tag) {
    return tag.equals("shi") ? Language.SHI_LATN.tag() : tag;
  }
}
