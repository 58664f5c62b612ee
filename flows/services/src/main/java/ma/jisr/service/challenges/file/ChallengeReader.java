package ma.jisr.service.challenges.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Msisdn;
import ma.jisr.base.Vault;
import ma.jisr.map.exchange.Note;
import ma.jisr.map.exchange.Numbers;
import ma.jisr.map.exchange.RefusalException;
import ma.jisr.map.exchange.Remark;
import ma.jisr.map.exchange.Told;
import ma.jisr.service.challenges.register.ChallengeFacts;
import ma.jisr.service.challenges.register.Keeper;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a row tells of a challenge, over those that were known: what the file has no
 * column for stays as it was.
 */
final class ChallengeReader {
  private static final String MOROCCO = "212";

  /** Takes who answers for it away: an empty cell does not, since exports hold no numbers. */
  private static final String NOBODY = "-";

  private final Told told;
  private final @Nullable ChallengeFacts before;
  private final Vault vault;
  private final List<Note> notes;

  /**
   * @param vault seals the numbers of who answers for it
   */
  ChallengeReader(Told told, @Nullable ChallengeFacts before, Vault vault, List<Note> notes) {
    this.told = told;
    this.before = before;
    this.vault = vault;
    this.notes = notes;
  }

  /**
   * @throws RefusalException when it tells too little, or something that cannot be
   */
  ChallengeFacts read(String place) {
    LocalText title = texts(ChallengeColumns.TITLE, before == null ? null : before.title());
    if (title == null) throw new RefusalException(Note.of(Remark.NAME_MISSING));
    LocalText goal = texts(ChallengeColumns.GOAL, before == null ? null : before.goal());
    if (goal == null)
      throw new RefusalException(Remark.BAD_VALUE, ChallengeColumns.GOAL + Language.FR.tag(), "");
    try {
      return new ChallengeFacts(
          title,
          goal,
          questions(before == null ? List.of() : before.questions()),
          place,
          keeper(ChallengeColumns.OWNER, before == null ? null : before.owner()),
          keeper(ChallengeColumns.PARTNER, before == null ? null : before.partner()),
          told.maybe(ChallengeColumns.SOURCE, before == null ? null : before.source()));
    } catch (IllegalArgumentException e) {
      throw new RefusalException(Remark.BAD_ROW, "", String.valueOf(e.getMessage()));
    }
  }

  private @Nullable LocalText texts(String prefix, @Nullable LocalText known) {
    Map<Language, String> texts = told.texts(prefix, known);
    return texts.isEmpty() ? null : new LocalText(texts);
  }

  /** As many as the file has in any language; in those that it has not, each stays as it was. */
  private List<LocalText> questions(List<LocalText> known) {
    Map<Language, List<String>> said = new EnumMap<>(Language.class);
    int count = 0;
    for (Language language : Language.values()) {
      String column = ChallengeColumns.QUESTIONS + language.tag();
      if (!told.has(column)) continue;
      List<String> texts = QuestionCell.read(told.get(column));
      said.put(language, texts);
      count = Math.max(count, texts.size());
    }
    if (said.isEmpty()) return known;
    if (count > ChallengeFacts.MOST_QUESTIONS)
      throw new IllegalArgumentException("questions: more than " + ChallengeFacts.MOST_QUESTIONS);
    List<LocalText> questions = new ArrayList<>();
    for (int i = 0; i < count; i++) questions.add(question(said, i, known));
    return questions;
  }

  private static LocalText question(
      Map<Language, List<String>> said, int at, List<LocalText> known) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    if (at < known.size()) texts.putAll(known.get(at).byLanguage());
    said.forEach(
        (language, all) -> {
          if (at < all.size() && !all.get(at).isEmpty()) texts.put(language, all.get(at));
          else texts.remove(language);
        });
    if (texts.isEmpty())
      throw new IllegalArgumentException("questions: number " + (at + 1) + " is empty");
    return new LocalText(texts);
  }

  private @Nullable Keeper keeper(String post, @Nullable Keeper known) {
    String name = told.get(post);
    String column = post + ChallengeColumns.PHONE;
    String phone = told.get(column);
    if (name.equals(NOBODY) || phone.equals(NOBODY)) return null;
    if (phone.isEmpty()) return named(post, name, known);
    Numbers.refuseScientific(column, phone);
    Optional<Msisdn> number = Msisdn.parse(Numbers.whole(phone), MOROCCO);
    // What stands there may be somebody's number all the same.
    if (number.isEmpty()) throw new RefusalException(Remark.BAD_VALUE, column, "…");
    String called = name.isEmpty() && known != null ? known.name() : name;
    Keeper keeper = Keeper.of(called, number.get(), vault);
    return keeper.equals(known) ? known : keeper;
  }

  /** A name without a number: who is known by it already may be called otherwise now. */
  private @Nullable Keeper named(String post, String name, @Nullable Keeper known) {
    if (name.isEmpty()) return known;
    if (known != null)
      return known.name().equals(name) ? known : new Keeper(name, known.who(), known.sealed());
    notes.add(new Note(Remark.KEEPER_WITHOUT_NUMBER, post, name));
    return null;
  }
}
