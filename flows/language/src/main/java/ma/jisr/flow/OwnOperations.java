package ma.jisr.flow;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.base.Script;
import ma.jisr.flow.person.Profile;
import ma.jisr.flow.value.Value;

/**
 * The engine's own operations, which change the profile within the turn: {@code user.language
 * {language, proved?}} and {@code user.home {place}}.
 */
final class OwnOperations {
  static final String LANGUAGE = "user.language";
  static final String HOME = "user.home";

  private OwnOperations() {}

  static boolean are(String operation) {
    return operation.equals(LANGUAGE) || operation.equals(HOME);
  }

  static void apply(Draft draft, String operation, Map<String, Value> arguments) {
    Profile p = draft.profile();
    if (operation.equals(HOME)) {
      if (arguments.get("place") instanceof Value.Item place)
        draft.profile(
            new Profile(
                p.language(), p.scripts(), place, p.lastPlaces(), p.pricedCodes(), p.stopped()));
      return;
    }
    Set<Script> scripts = EnumSet.copyOf(p.scripts());
    if (arguments.get("proved") instanceof Value.Text(String proved))
      for (Script script : Script.values())
        if (script.name().toLowerCase(Locale.ROOT).equals(proved)) scripts.add(script);
    if (arguments.get("language") instanceof Value.Text(String tag))
      Language.of(tag(tag)).ifPresent(l -> draft.profile(speaking(p, l, scripts)));
  }

  /** The flow's options name languages; Tachelhit is written in Latin letters on phones. */
  private static String tag(String tag) {
    return tag.equals("shi") ? Language.SHI_LATN.tag() : tag;
  }

  static Profile speaking(Profile p, Language language, Set<Script> scripts) {
    return new Profile(language, scripts, p.home(), p.lastPlaces(), p.pricedCodes(), p.stopped());
  }
}
