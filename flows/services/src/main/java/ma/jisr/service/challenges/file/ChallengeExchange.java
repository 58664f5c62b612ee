package ma.jisr.service.challenges.file;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import ma.jisr.map.change.Change.Subject;
import ma.jisr.map.exchange.HeaderWords;
import ma.jisr.map.exchange.Judged;
import ma.jisr.map.exchange.Publishing;
import ma.jisr.map.exchange.TableExchange;
import ma.jisr.map.exchange.TableHeaders;
import ma.jisr.map.exchange.Traits;
import ma.jisr.map.exchange.sheet.Sheet;
import ma.jisr.map.exchange.sheet.SheetRow;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.challenges.register.Challenge;
import ma.jisr.service.challenges.register.ChallengeCode;
import ma.jisr.service.challenges.register.ChallengeDeed;
import ma.jisr.service.challenges.register.ChallengeForm;
import ma.jisr.service.challenges.register.ChallengeRights;
import ma.jisr.service.challenges.register.Challenges;
import ma.jisr.service.challenges.register.Starter;
import ma.jisr.service.challenges.register.Theme;
import ma.jisr.store.Store;

/**
 * Challenges in and out of CSV and JSON. What came with the product is taken out and changed as
 * what is stored is; the first change stores it, and undone, it is as it came.
 */
public final class ChallengeExchange extends TableExchange<Challenge> {
  public static final String JSON = "json";

  private static final HeaderWords WORDS =
      HeaderWords.read(
          ChallengeExchange.class,
          "/ma/jisr/service/challenges/headers.csv",
          ChallengeColumns.READ);

  private static final Traits<Challenge> TRAITS =
      new Traits<>(
          ChallengeForm.INSTANCE, Challenge::place, Challenge::code, ChallengeFiles::likeness);

  private static final Rights RIGHTS =
      new Rights(
          (actor, way) -> ChallengeRights.allow(actor, ChallengeDeed.IMPORT, way),
          (actor, way) -> ChallengeRights.allow(actor, ChallengeDeed.EXPORT, way));

  private final Challenges challenges;
  private final Map<String, Challenge> starter;

  /**
   * @param gazetteer the one in use
   */
  public ChallengeExchange(
      Store store,
      Challenges challenges,
      Starter starter,
      Supplier<Gazetteer> gazetteer,
      InstantSource clock) {
    super(
        store,
        new Table<>(
            TRAITS,
            WORDS,
            challenges.shelf(),
            challenges.codes(),
            RIGHTS,
            new Publishing.Told(challenges.feed(), Subject.CHALLENGE_BATCH),
            challenges::refresh),
        gazetteer,
        clock);
    this.challenges = challenges;
    this.starter = starter.challenges();
  }

  @Override
  public Set<String> formats() {
    return Set.of(CSV, JSON);
  }

  @Override
  protected Sheet read(byte[] file) {
    return ChallengeSheets.read(file);
  }

  @Override
  protected Function<SheetRow, Judged<Challenge>> judge(
      TableHeaders headers, Judging<Challenge> by) {
    return new ChallengeJudge(
            headers,
            new KnownChallenges(by.stored(), starter),
            challenges.book().themes().stream().map(Theme::id).collect(Collectors.toSet()),
            by,
            challenges.vault())
        ::judge;
  }

  @Override
  protected Collection<Challenge> listed() {
    Map<String, Challenge> all = new LinkedHashMap<>(starter);
    for (Challenge challenge : stored()) all.put(challenge.code(), challenge);
    return all.values();
  }

  @Override
  protected Comparator<Challenge> order() {
    return Comparator.comparing(Challenge::code, ChallengeCode.ORDER);
  }

  @Override
  public byte[] write(String format, Collection<Challenge> things) {
    return format.equals(JSON) ? ChallengeFiles.json(things) : ChallengeFiles.csv(things);
  }
}
