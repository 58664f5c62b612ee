package ma.jisr.service.challenges.register;

import java.util.List;
import java.util.stream.Stream;
import ma.jisr.base.LocalText;
import ma.jisr.map.ledger.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * What is written down about a challenge: everything but its code and state.
 *
 * @param title in the languages that it has
 * @param goal in a sentence without a full stop
 * @param questions that it asks, at most {@link #MOST_QUESTIONS}
 * @param place the id of its place in the gazetteer; "" for one of the whole country
 * @param owner who answers for it; null while nobody is registered
 * @param partner who answers beside them; null for nobody
 * @param source what the file that it came from calls it; null for ours
 */
public record ChallengeFacts(
    LocalText title,
    LocalText goal,
    List<LocalText> questions,
    String place,
    @Nullable Keeper owner,
    @Nullable Keeper partner,
    @Nullable String source) {
  /** Longest title: four of them fit one screen of a list. */
  public static final int MAX_TITLE = 30;

  /** Longest goal: with its title one screen of Latin letters, two of Arabic ones. */
  public static final int MAX_GOAL = 90;

  /** Longest question: three of them fit one screen of Latin letters. */
  public static final int MAX_QUESTION = 64;

  /** Questions of one challenge: nobody reads more on a phone. */
  public static final int MOST_QUESTIONS = 12;

  /** Longest place or source, characters. */
  public static final int MAX_LINE = 120;

  /**
   * @throws IllegalArgumentException naming the field that cannot be
   */
  public ChallengeFacts {
    Bounds.each("title", title, MAX_TITLE);
    Bounds.each("goal", goal, MAX_GOAL);
    questions = List.copyOf(questions);
    if (questions.size() > MOST_QUESTIONS)
      throw new IllegalArgumentException("questions: more than " + MOST_QUESTIONS);
    for (LocalText question : questions) Bounds.each("questions", question, MAX_QUESTION);
    if (!place.isEmpty()) Bounds.line("place", place, MAX_LINE);
    if (owner != null && owner.equals(partner))
      throw new IllegalArgumentException("partner: the owner is no partner of their own");
    if (source != null) Bounds.line("source", source, MAX_LINE);
  }

  /** Who answers for it: the owner first. */
  public List<Keeper> keepers() {
    return Stream.of(owner, partner).flatMap(Stream::ofNullable).toList();
  }

  /** The same with others who answer for it. */
  public ChallengeFacts with(@Nullable Keeper nextOwner, @Nullable Keeper nextPartner) {
    return new ChallengeFacts(title, goal, questions, place, nextOwner, nextPartner, source);
  }

  /** Whether people read the same in both: who answers for it they do not read. */
  public boolean readsAs(ChallengeFacts other) {
    return title.equals(other.title)
        && goal.equals(other.goal)
        && questions.equals(other.questions)
        && place.equals(other.place);
  }
}
