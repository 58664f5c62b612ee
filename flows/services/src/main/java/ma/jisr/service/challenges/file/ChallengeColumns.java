package ma.jisr.service.challenges.file;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.Language;

/** The columns of our own table of challenges. */
final class ChallengeColumns {
  /** The code, also behind the word that people send: see {@link CodeCell}. */
  static final String CODE = "code";

  static final String TITLE = "title_";
  static final String GOAL = "goal_";

  /** All questions in one language: see {@link QuestionCell}. */
  static final String QUESTIONS = "questions_";

  /** The id of a place of the gazetteer, or its name; empty for the whole country. */
  static final String PLACE = "place";

  /** The name of a province: tells two places of one name apart. Read only. */
  static final String PROVINCE = "province";

  static final String STATE = "state";

  /** The name of who owns it. */
  static final String OWNER = "owner";

  /** The name of its key partner. */
  static final String PARTNER = "partner";

  /** Behind either, their number. Read only: no number leaves the register. */
  static final String PHONE = "_phone";

  static final String SOURCE = "source";

  /** Everything that a challenge has and that is taken out, in the order of an export. */
  static final List<String> ALL = all();

  /** What is read besides. */
  static final List<String> READ = read();

  /** What somebody fills in by hand. */
  static final List<String> TEMPLATE = template();

  private ChallengeColumns() {}

  private static List<String> all() {
    List<String> all = texts(List.of(Language.values()));
    all.addAll(List.of(PLACE, STATE, OWNER, PARTNER, SOURCE));
    return List.copyOf(all);
  }

  private static List<String> read() {
    List<String> read = new ArrayList<>(ALL);
    read.addAll(List.of(PROVINCE, OWNER + PHONE, PARTNER + PHONE));
    return List.copyOf(read);
  }

  private static List<String> template() {
    List<String> columns = texts(List.of(Language.FR, Language.AR));
    columns.addAll(List.of(PLACE, PROVINCE, STATE, OWNER, OWNER + PHONE));
    columns.addAll(List.of(PARTNER, PARTNER + PHONE));
    return List.copyOf(columns);
  }

  private static List<String> texts(List<Language> languages) {
    List<String> columns = new ArrayList<>(List.of(CODE));
    for (String prefix : List.of(TITLE, GOAL, QUESTIONS))
      languages.forEach(language -> columns.add(prefix + language.tag()));
    return columns;
  }
}
