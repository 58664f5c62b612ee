package ma.jisr.app.wallet;

import static ma.jisr.map.ledger.JsonFields.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import ma.jisr.app.account.Signed;
import ma.jisr.app.admin.Await;
import ma.jisr.app.admin.Words;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.Money;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.wallet.claim.Claim;
import ma.jisr.service.wallet.claim.Claims;
import ma.jisr.service.wallet.claim.Evidence;
import ma.jisr.service.wallet.claim.Recourse;
import org.jspecify.annotations.Nullable;

/**
 * Who answers {@code jisr claims}. Words: {@code list [STATE]}, {@code show NUMBER}, {@code take
 * NUMBER [NOTE]}, {@code answer NUMBER accepted|refused [NOTE]}, {@code escalate NUMBER cmmb|bam
 * [NOTE]}, {@code close NUMBER [NOTE]}. Lines hold no number of a phone and no name of a person.
 */
public final class ClaimsVerb implements Signed {
  private final Claims claims;

  public ClaimsVerb(Claims claims) {
    this.claims = claims;
  }

  @Override
  public Told run(Actor actor, List<String> words) throws Exception {
    String deed = Words.at(words, 0);
    // Nothing names the cause: what is said twice is so already, and told so.
    String writeId = "claims " + UUID.randomUUID();
    return switch (deed) {
      case "list" -> list(actor, words.size() > 1 ? state(Words.text(words, 1)) : null);
      case "show" -> shown(claims.show(actor, Words.text(words, 1)));
      case "take" -> told(claims.take(actor, Words.text(words, 1), note(words, 2), writeId));
      case "answer" ->
          told(
              claims.answer(
                  actor,
                  Words.text(words, 1),
                  one(Claim.Verdict.class, Words.text(words, 2)),
                  note(words, 3),
                  writeId));
      case "escalate" ->
          told(
              claims.escalate(
                  actor,
                  Words.text(words, 1),
                  one(Recourse.class, Words.text(words, 2)),
                  note(words, 3),
                  writeId));
      case "close" -> told(claims.close(actor, Words.text(words, 1), note(words, 2), writeId));
      default ->
          throw new IllegalArgumentException("claims list, show, take, answer, escalate or close");
    };
  }

  @Override
  public boolean changes(List<String> words) {
    return !words.isEmpty() && !List.of("list", "show").contains(words.getFirst());
  }

  private static String note(List<String> words, int at) {
    return words.size() > at ? Words.text(words, at) : "";
  }

  private static Claim.State state(String word) {
    return one(Claim.State.class, word);
  }

  private static <E extends Enum<E>> E one(Class<E> type, String word) {
    List<String> known = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      if (lower(constant).equals(word.toLowerCase(Locale.ROOT))) return constant;
      known.add(lower(constant));
    }
    throw new IllegalArgumentException("one of " + String.join(", ", known));
  }

  private Told list(Actor actor, Claim.@Nullable State state) throws Exception {
    List<String> lines = new ArrayList<>();
    for (Claim claim : Refusals.done(Await.of(claims.list(actor, state)), "claim"))
      lines.add(line(claim));
    if (lines.isEmpty()) lines.add("none");
    return Told.of(lines);
  }

  private static String line(Claim claim) {
    Evidence evidence = claim.evidence();
    return String.format(
        Locale.ROOT,
        "%s  %-13s  %-13s  %-12s  %s  %s  since %s  answer by %s",
        claim.number(),
        lower(claim.state()),
        lower(claim.reason()),
        lower(evidence.kind()),
        evidence.reference(),
        evidence.amount().text(),
        claim.opened(),
        claim.clocks().target());
  }

  private static Told told(CompletableFuture<Ruling<Claim>> ruling) throws Exception {
    Claim claim = Refusals.done(Await.of(ruling), "claim");
    return new Told(List.of(line(claim)), claim.number());
  }

  private static Told shown(CompletableFuture<Ruling<Claim>> ruling) throws Exception {
    Claim claim = Refusals.done(Await.of(ruling), "claim");
    Evidence evidence = claim.evidence();
    List<String> lines = new ArrayList<>();
    lines.add(line(claim));
    Money fee = evidence.fee();
    lines.add(
        "payment  "
            + lower(evidence.state())
            + "  to "
            + evidence.name().in(Language.FR, true)
            + "  by "
            + evidence.provider()
            + "  fee "
            + (fee == null ? "untold" : fee.text())
            + "  receipt "
            + (evidence.receipt() == null ? "none" : evidence.receipt()));
    lines.add("as it stood at " + evidence.frozen() + "  journal " + evidence.head());
    lines.add(
        "clocks  take "
            + claim.clocks().take()
            + "  target "
            + claim.clocks().target()
            + "  law "
            + claim.clocks().most());
    for (Claim.Step step : claim.steps())
      lines.add("  " + step.at() + "  " + step.by() + "  " + step.did() + "  " + step.note());
    lines.add("next recourse: " + claim.recourse());
    return Told.of(lines);
  }
}
