package ma.jisr.flow.person;

import java.util.List;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.base.Script;
import ma.jisr.flow.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a person has told or shown us.
 *
 * @param language chosen or written; null before the first answer
 * @param scripts that the phone has proved to show; Latin always
 * @param home the home commune; null when not told
 * @param lastPlaces the places used last, newest first, at most {@link #MAX_LAST_PLACES}
 * @param pricedCodes codes whose price has been stated
 * @param stopped whether the person has said STOP: nothing is sent unasked but what is owed and
 *     extreme alerts. Only the person's own word restores it
 * @param offered whether alerts of a place have been offered: once, behind a first answer
 */
public record Profile(
    @Nullable Language language,
    Set<Script> scripts,
    Value.@Nullable Item home,
    List<Value.Item> lastPlaces,
    Set<String> pricedCodes,
    boolean stopped,
    boolean offered) {
  /** As many as a first screen can offer. */
  public static final int MAX_LAST_PLACES = 2;

  static final Profile EMPTY =
      new Profile(null, Set.of(Script.LATIN), null, List.of(), Set.of(), false, false);

  public Profile {
    scripts = Set.copyOf(scripts);
    lastPlaces = List.copyOf(lastPlaces);
    pricedCodes = Set.copyOf(pricedCodes);
  }

  /** The same person, whose language and phone are known, and who has been told what codes cost. */
  public Profile introduced(
      @Nullable Language language, Set<Script> scripts, Set<String> pricedCodes) {
    return new Profile(language, scripts, home, lastPlaces, pricedCodes, stopped, offered);
  }

  /** The same person, speaking a language, on a phone that shows these scripts. */
  public Profile speaking(Language language, Set<Script> scripts) {
    return introduced(language, scripts, pricedCodes);
  }

  /** The same person, who has been told what these codes cost. */
  public Profile priced(Set<String> codes) {
    return introduced(language, scripts, codes);
  }

  /** The same person, at home there; null when they want it forgotten. */
  public Profile living(Value.@Nullable Item home) {
    return new Profile(language, scripts, home, lastPlaces, pricedCodes, stopped, offered);
  }

  /** The same person, who has asked about these places last. */
  public Profile asking(List<Value.Item> lastPlaces) {
    return new Profile(language, scripts, home, lastPlaces, pricedCodes, stopped, offered);
  }

  /** The same person, who has said whether they want to hear from us unasked. */
  public Profile stopped(boolean stopped) {
    return new Profile(language, scripts, home, lastPlaces, pricedCodes, stopped, offered);
  }

  /** The same person, to whom alerts of a place have been offered. */
  public Profile offering() {
    return new Profile(language, scripts, home, lastPlaces, pricedCodes, stopped, true);
  }
}
