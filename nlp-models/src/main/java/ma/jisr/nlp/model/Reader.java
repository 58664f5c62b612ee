package ma.jisr.nlp.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.jisr.base.text.TextFold;
import ma.jisr.nlp.Intent;
import ma.jisr.nlp.Tongue;
import ma.jisr.nlp.model.Ranking.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * Understands messages: whole messages that were taught, or that a table decides, then the models,
 * then the threshold. Immutable but for what is taught; safe for use by several threads without
 * locks; takes any text.
 */
public final class Reader {
  /**
   * The least probability of an intent that is not asked about. Chosen by validation by author,
   * with {@link #DOUBT}: one message in forty answered wrongly, fewer than one in four asked about.
   */
  public static final double SURE = 0.57;

  /**
   * From this probability of {@link Intent#NONE} on, another intent is asked about however likely:
   * halves the messages out of scope that are answered as if they were not.
   */
  public static final double DOUBT = 0.1;

  /** How many intents a menu offers, besides "none of these". */
  public static final int MENU = 3;

  private final ExactTable exact;
  private final IntentModel model;
  private final TaughtPhrases taught;

  private Reader(ExactTable exact, IntentModel model, TaughtPhrases taught) {
    this.exact = exact;
    this.model = model;
    this.taught = taught;
  }

  /**
   * With the tables and models of the jar. Loading takes some 100 ms: make one for all.
   *
   * @throws ModelException when they are missing or do not belong together
   */
  public static Reader bundled() {
    return with(IntentModel.bundled());
  }

  /** With the tables of the jar and another model. */
  public static Reader with(IntentModel model) {
    return new Reader(ExactTable.bundled(), model, new TaughtPhrases());
  }

  /** The same with phrases that are taught while it is in use, asked before all else. */
  public Reader taught(TaughtPhrases phrases) {
    return new Reader(exact, model, phrases);
  }

  /** What the text wants. */
  public Reading read(String text) {
    Ranking ranking = model.rank(text);
    String command = TextFold.command(text);
    Optional<TaughtPhrases.Meaning> meaning = taught.find(command);
    if (meaning.isPresent())
      return decided(
          meaning.get().intent(), meaning.get().tongue().orElse(ranking.tongue()), ranking);
    Optional<ExactTable.Entry> entry = exact.find(command);
    if (entry.isPresent()) return decided(entry.get().intent(), entry.get().tongue(), ranking);
    Reading either = Either.of(text).map(halves -> either(halves, ranking)).orElse(null);
    return either == null ? new Reading(verdict(ranking, SURE), ranking) : either;
  }

  /** Asks which of two wishes is meant; null where a half is none, or both are the same. */
  private @Nullable Reading either(Either halves, Ranking whole) {
    Intent first = wish(halves.first());
    Intent second = wish(halves.second());
    if (first == null || second == null || first == second) return null;
    double even = 0.5;
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(first, even));
    candidates.add(new Candidate(second, even));
    for (Candidate other : whole.candidates())
      if (other.intent() != first && other.intent() != second)
        candidates.add(new Candidate(other.intent(), 0));
    Ranking ranking = new Ranking(candidates, whole.tongue());
    return new Reading(ask(ranking), ranking);
  }

  private @Nullable Intent wish(String half) {
    Optional<ExactTable.Entry> entry = exact.find(TextFold.command(half));
    if (entry.isPresent()) return entry.get().intent();
    Verdict verdict = verdict(model.rank(half), SURE);
    return verdict instanceof Verdict.Sure(Intent intent) && intent.isWish() ? intent : null;
  }

  private static Reading decided(Intent intent, Tongue tongue, Ranking ranking) {
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(intent, 1));
    for (Candidate other : ranking.candidates())
      if (other.intent() != intent) candidates.add(new Candidate(other.intent(), 0));
    return new Reading(new Verdict.Sure(intent), new Ranking(candidates, tongue));
  }

  /** The verdict at a threshold. */
  public static Verdict verdict(Ranking ranking, double threshold) {
    Intent best = ranking.best().intent();
    boolean doubted = best != Intent.NONE && ranking.probability(Intent.NONE) >= DOUBT;
    if (ranking.best().probability() >= threshold && !doubted) return new Verdict.Sure(best);
    return ask(ranking);
  }

  private static Verdict ask(Ranking ranking) {
    List<Intent> menu = new ArrayList<>(MENU);
    for (Candidate candidate : ranking.candidates())
      if (candidate.intent() != Intent.NONE && menu.size() < MENU) menu.add(candidate.intent());
    return new Verdict.Ask(menu);
  }
}
