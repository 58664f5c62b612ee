package ma.jisr.service.notices.notice;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Language;
import ma.jisr.flow.value.Value;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.service.proof.Proofs;
import ma.jisr.service.proof.Proven;
import org.jspecify.annotations.Nullable;

/**
 * The second factor of who comes with a token or a command: a code of six digits is sent to the
 * phone of their account, good for five minutes and for exactly what they have read. From any
 * thread.
 */
public final class Approvals {
  private final NoticeDesk desk;
  private final Proofs proofs;
  private final Letters letters;
  private final Wording wording;
  private final Tallies tallies;
  private final NoticeRules rules;
  private final InstantSource clock;

  Approvals(
      NoticeDesk desk,
      Proofs proofs,
      Letters letters,
      Wording wording,
      Tallies tallies,
      NoticeRules rules,
      InstantSource clock) {
    this.desk = desk;
    this.proofs = proofs;
    this.letters = letters;
    this.wording = wording;
    this.tallies = tallies;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Sends a code for a notice as it is now: Shown is that notice, with the digest that is to be
   * given back.
   *
   * @param person whose phone the account acts by
   */
  public CompletableFuture<Ruling<Notice>> ask(
      Hand hand, String person, String id, String writeId) {
    return desk.read(hand, id)
        .thenCompose(
            ruling -> {
              Notice notice = shown(ruling);
              if (notice == null) return now(ruling);
              String key = "notices " + writeId;
              return proofs
                  .ask(person, key, content(notice), clock.instant())
                  .thenCompose(
                      code ->
                          code.isEmpty()
                              ? now(Ruling.invalid("proof: too many codes for today"))
                              : sent(person, key, code.get(), notice, ruling));
            });
  }

  private CompletableFuture<Ruling<Notice>> sent(
      String person, String key, String code, Notice notice, Ruling<Notice> ruling) {
    Map<String, Value> values =
        Map.of("code", new Value.Text(code), "number", new Value.Text(notice.code()));
    return letters
        .write(key, List.of(person), "seal", values, clock.instant().plus(Proofs.LIFE))
        .thenApply(_ -> ruling);
  }

  /**
   * The hand of who gives the right code for a notice as it is now: PROVED then, as it came
   * otherwise.
   */
  public CompletableFuture<Hand> prove(
      Hand hand, String person, String id, String code, String writeId) {
    return desk.read(hand, id)
        .thenCompose(
            ruling -> {
              Notice notice = shown(ruling);
              if (notice == null) return CompletableFuture.completedFuture(hand);
              return proofs
                  .prove(person, "notices prove " + writeId, code, clock.instant())
                  .thenApply(
                      proven ->
                          proven.outcome() == Proven.Outcome.RIGHT
                                  && proven.content().equals(content(notice))
                              ? hand.proved()
                              : hand);
            });
  }

  /**
   * Sends a notice's text, marked as a trial, to the phone of whoever may write on it: Shown is the
   * notice. An account has so many in 24 hours as its limits say.
   *
   * @param person whose phone the account acts by
   * @param language of the text; null for that of the author
   */
  public CompletableFuture<Ruling<Notice>> testTo(
      Hand hand, String person, String id, @Nullable Language language, String writeId) {
    return desk.read(hand, id)
        .thenCompose(
            ruling -> {
              Notice notice = shown(ruling);
              if (notice == null) return now(ruling);
              if (!desk.may(hand, Deed.CHANGE, notice)) return now(Ruling.noRight());
              Language in = language == null ? Wording.own(notice.facts()) : language;
              return desk.preview(hand, id)
                  .thenCompose(preview -> tried(hand, person, preview, in, writeId, ruling));
            });
  }

  private CompletableFuture<Ruling<Notice>> tried(
      Hand hand,
      String person,
      Ruling<Preview> preview,
      Language language,
      String writeId,
      Ruling<Notice> ruling) {
    if (!(preview instanceof Ruling.Done<Preview> done)) return now(ruling);
    String text = done.now().thing().texts().get(language);
    if (text == null) return now(Ruling.invalid("language: it has no text in this one"));
    String account = hand.actor().id();
    int most = rules.of(account).trials();
    return tallies
        .tried(account, "trial " + writeId, clock.instant(), most)
        .thenCompose(
            within ->
                within
                    ? tried(person, wording.trial(text, language), writeId, ruling)
                    : now(Ruling.invalid("limit: " + most + " trials in 24 hours")));
  }

  private CompletableFuture<Ruling<Notice>> tried(
      String person, String text, String writeId, Ruling<Notice> ruling) {
    return letters
        .write(
            "test " + writeId,
            List.of(person),
            "trial",
            Map.of("note", new Value.Text(text)),
            clock.instant().plus(Proofs.LIFE))
        .thenApply(_ -> ruling);
  }

  private static CompletableFuture<Ruling<Notice>> now(Ruling<Notice> ruling) {
    return CompletableFuture.completedFuture(ruling);
  }

  private static String content(Notice notice) {
    String digest = notice.digest();
    if (digest.isEmpty()) digest = Digest.of(notice.facts(), Map.of(), Set.of());
    return "notice " + notice.id() + ' ' + digest;
  }

  private static @Nullable Notice shown(Ruling<Notice> ruling) {
    return ruling instanceof Ruling.Shown<Notice>(Versioned<Notice> now, var unused)
        ? now.thing()
        : null;
  }
}
