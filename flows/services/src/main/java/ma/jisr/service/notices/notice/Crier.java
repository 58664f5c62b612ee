package ma.jisr.service.notices.notice;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Script;
import ma.jisr.service.audience.Announcing;
import ma.jisr.service.audience.Lists;
import ma.jisr.service.notices.mailing.Quiet;

/**
 * Asks relays to read a notice out: what it is and what to do, no longer than can be read from one
 * message. Ordinary ones wait for the morning, as the mailing does. Callable from any thread.
 */
final class Crier {
  private final Aloud aloud;
  private final Hazards hazards;
  private final Quiet quiet;
  private final InstantSource clock;

  /** Asked by this node, and still open: saves asking again at each look. */
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  Crier(Aloud aloud, Hazards hazards, Quiet quiet, InstantSource clock) {
    this.aloud = aloud;
    this.hazards = hazards;
    this.quiet = quiet;
    this.clock = clock;
  }

  /**
   * Asks them; repeated, nobody is asked twice.
   *
   * @return whether that is done; false while it waits for the morning
   */
  CompletableFuture<Boolean> ask(Notice notice) {
    Optional<Announcing> wanted =
        asked.contains(notice.id()) ? Optional.empty() : announcing(notice);
    if (wanted.isEmpty()) return CompletableFuture.completedFuture(true);
    if (!notice.extreme() && quiet.has(clock.instant()))
      return CompletableFuture.completedFuture(false);
    return aloud.ask(wanted.get()).thenApply(_ -> noted(notice));
  }

  private boolean noted(Notice notice) {
    asked.add(notice.id());
    return true;
  }

  /** It is over: nobody looks at it again. */
  void forget(String id) {
    asked.remove(id);
  }

  /** What relays are to be asked; empty for a test, and for what names no place. */
  Optional<Announcing> announcing(Notice notice) {
    NoticeFacts facts = notice.facts();
    if (facts.status() == Status.TEST) return Optional.empty();
    Set<String> areas = new LinkedHashSet<>(facts.area().places());
    for (String list : notice.lists())
      if (!Lists.isGroup(list) && !list.equals(Lists.ALL)) areas.add(Lists.id(list));
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.PHONE)
      text(notice, language)
          .filter(text -> text.length() <= Announcing.MOST)
          .ifPresent(text -> texts.put(language, text));
    if (areas.isEmpty() || texts.isEmpty()) return Optional.empty();
    return Optional.of(
        new Announcing(notice.id(), notice.code(), new LocalText(texts), areas, facts.until()));
  }

  private Optional<String> text(Notice notice, Language language) {
    NoticeFacts facts = notice.facts();
    if (facts.kind() == Kind.CANCEL) return Optional.ofNullable(notice.texts().get(language));
    Words own = facts.words().get(language);
    if (own != null) return Optional.of(said(facts, language, own.headline(), own.instruction()));
    Template template = facts.template();
    if (template == null) return Optional.empty();
    Hazard hazard = hazards.of(template);
    String action = read(hazard.action(template.action()).text(), language);
    return Optional.of(said(facts, language, read(hazard.name(), language), action));
  }

  /** Without what to do where both are too long: people ask for the rest by the code. */
  private String said(NoticeFacts facts, Language language, String what, String todo) {
    List<String> parts = new ArrayList<>();
    if (facts.status() == Status.EXERCISE) parts.add(read(hazards.text("mark.exercise"), language));
    if (facts.kind() == Kind.UPDATE) parts.add(read(hazards.text("mark.update"), language));
    parts.add(what);
    String brief = sentences(parts);
    if (todo.isBlank()) return brief;
    parts.add(todo);
    String full = sentences(parts);
    return full.length() > Announcing.MOST ? brief : full;
  }

  private static String sentences(List<String> parts) {
    StringBuilder all = new StringBuilder();
    for (String part : parts) {
      String stripped = part.strip();
      all.append(all.isEmpty() ? "" : " ").append(stripped);
      if (!stripped.endsWith(".")) all.append('.');
    }
    return all.toString();
  }

  private static String read(LocalText text, Language language) {
    return text.in(language, language.script() == Script.LATIN);
  }
}
