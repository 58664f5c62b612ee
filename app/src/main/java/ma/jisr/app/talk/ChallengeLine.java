package ma.jisr.app.talk;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.app.wiring.ChallengeWork;
import ma.jisr.base.Actor;
import ma.jisr.base.Loop;
import ma.jisr.base.Msisdn;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.gateway.session.SessionEngine;
import ma.jisr.service.challenges.ChallengeKeeper;
import ma.jisr.service.challenges.register.Challenges;
import ma.jisr.service.challenges.register.Keeper;

/**
 * Reads who answers for the challenges of a transcript ({@code +212661000009 owns 2.4 as Commune},
 * {@code +212661000008 partners 2.4 as Coop}), what an operator does ({@code challenge 2.4 closes})
 * and what somebody else sends ({@code +212661000009 texts ACCEPTER 2.4/1}).
 */
final class ChallengeLine {
  private static final Pattern KEEPS =
      Pattern.compile("\\+(\\d{8,15}) (owns|partners) (\\d+\\.\\d+) as (.+)");
  private static final Pattern TEXTS = Pattern.compile("\\+(\\d{8,15}) texts (.+)");
  private static final Pattern ACTS = Pattern.compile("challenge (\\d+\\.\\d+) (closes|opens)");

  private static final Actor OPERATOR =
      new Actor("operator", Role.ADMINISTRATOR, Territory.EVERYWHERE);

  private ChallengeLine() {}

  /** The line; empty when it is about something else. */
  static Optional<TalkLine> parse(int line, String what) {
    Matcher keeps = KEEPS.matcher(what);
    if (keeps.matches())
      return Optional.of(
          new TalkLine.Keeps(
              line,
              new Msisdn(keeps.group(1)),
              keeps.group(3),
              keeps.group(4).strip(),
              keeps.group(2).equals("owns")));
    Matcher texts = TEXTS.matcher(what);
    if (texts.matches())
      return Optional.of(
          new TalkLine.Others(line, new Msisdn(texts.group(1)), texts.group(2).strip()));
    Matcher acts = ACTS.matcher(what);
    if (acts.matches())
      return Optional.of(
          new TalkLine.AtChallenge(line, acts.group(1), acts.group(2).equals("opens")));
    return Optional.empty();
  }

  /**
   * An operator registers who answers for a challenge, under one key however often it is played.
   */
  static CompletableFuture<?> keeps(ChallengeWork work, TalkLine.Keeps line) {
    Challenges register = work.challenges();
    Keeper keeper = Keeper.of(line.name(), line.who(), register.vault());
    return register
        .desk()
        .keepers(
            OPERATOR,
            line.code(),
            facts ->
                line.owner()
                    ? facts.with(keeper, facts.partner())
                    : facts.with(facts.owner(), keeper),
            "talk:" + line.line());
  }

  /** An operator closes a challenge, or opens it again. */
  static CompletableFuture<?> acts(ChallengeWork work, TalkLine.AtChallenge line) {
    String key = "talk:" + line.line();
    return line.open()
        ? work.challenges().desk().publish(OPERATOR, line.code(), null, key)
        : work.challenges().desk().close(OPERATOR, line.code(), null, key);
  }

  /** What challenges have to tell is told, by this process. */
  static void keep(Loop loop, ChallengeWork work, SessionEngine engine) {
    work.speech().connect(engine.messenger());
    new ChallengeKeeper(loop, work.duties()).start();
  }

  /** Whether anything of challenges happens in a transcript. */
  static boolean isIn(Talk talk) {
    return talk.lines().stream()
        .anyMatch(line -> line instanceof TalkLine.Keeps || line instanceof TalkLine.AtChallenge);
  }
}
