package ma.jisr.app.wallet;

import static ma.jisr.map.ledger.JsonFields.lower;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ma.jisr.app.account.Signed;
import ma.jisr.app.admin.Await;
import ma.jisr.app.admin.Words;
import ma.jisr.app.exchange.Handover;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.map.exchange.sheet.Sheet;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.wallet.benefit.BenefitBatch;
import ma.jisr.service.wallet.benefit.BenefitBrought;
import ma.jisr.service.wallet.benefit.BenefitDraft;
import ma.jisr.service.wallet.benefit.BenefitRefusal;
import ma.jisr.service.wallet.benefit.BenefitStatus;
import ma.jisr.service.wallet.benefit.Benefits;

/**
 * Who answers {@code jisr benefits}. Words: {@code import NUMBER TITLE WHERE FROM UNTIL [AREA]},
 * {@code approve BATCH}, {@code withdraw BATCH}, {@code status BATCH}, {@code list}. TITLE and
 * WHERE are texts by language, {@code fr=…|ar=…}; the file comes through the {@link Handover} and
 * is gone when it has been read. No line holds a number.
 */
public final class BenefitsVerb implements Signed {
  /** Rows told of that cannot be. */
  private static final int MOST_REFUSALS = 50;

  private final Benefits benefits;
  private final Handover handover;

  public BenefitsVerb(Benefits benefits, Handover handover) {
    this.benefits = benefits;
    this.handover = handover;
  }

  @Override
  public Told run(Actor actor, List<String> words) throws Exception {
    return switch (Words.at(words, 0)) {
      case "import" -> bring(actor, words);
      case "approve" -> batch(Await.of(benefits.approve(actor, Words.text(words, 1))));
      case "withdraw" -> batch(Await.of(benefits.withdraw(actor, Words.text(words, 1))));
      case "status" -> status(actor, Words.text(words, 1));
      case "list" -> list(actor);
      default ->
          throw new IllegalArgumentException("benefits import, approve, withdraw, status or list");
    };
  }

  @Override
  public boolean changes(List<String> words) {
    return !words.isEmpty() && !List.of("list", "status").contains(words.getFirst());
  }

  private Told bring(Actor actor, List<String> words) throws Exception {
    byte[] file = handover.take(Words.at(words, 1), Sheet.MOST_BYTES);
    BenefitDraft draft =
        new BenefitDraft(
            texts("title", Words.text(words, 2)),
            texts("where", Words.text(words, 3)),
            day("from", Words.text(words, 4)),
            day("until", Words.text(words, 5)),
            words.size() > 6 ? Words.text(words, 6) : "");
    try {
      BenefitBrought brought = Refusals.done(Await.of(benefits.bring(actor, draft, file)), "batch");
      List<String> lines = new ArrayList<>();
      lines.add(line(brought.batch()));
      List<BenefitRefusal> refusals = brought.refusals();
      if (!refusals.isEmpty()) lines.add(refusals.size() + " rows are not in it:");
      for (BenefitRefusal one : refusals.subList(0, Math.min(MOST_REFUSALS, refusals.size())))
        lines.add("  line " + one.line() + "  " + one.what());
      if (brought.batch().state() == BenefitBatch.State.WAITING)
        lines.add("nobody is told until another account approves it");
      return new Told(lines, brought.batch().id());
    } catch (BadSheetException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** {@code fr=Aide de mars|ar=…}; without a language it is the same in all. */
  private static LocalText texts(String field, String text) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (String part : text.split("\\|", -1)) {
      int at = part.indexOf('=');
      if (at < 0) texts.put(Language.FR, part.strip());
      else
        texts.put(
            Language.of(part.substring(0, at).strip())
                .orElseThrow(
                    () -> new IllegalArgumentException(field + ": a language is fr, ar, en…")),
            part.substring(at + 1).strip());
    }
    return new LocalText(texts);
  }

  private static LocalDate day(String field, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(field + ": a day is written 2026-03-31", e);
    }
  }

  private static Told batch(Ruling<BenefitBatch> ruling) {
    BenefitBatch batch = Refusals.done(ruling, "batch");
    return new Told(List.of(line(batch)), batch.id());
  }

  private Told status(Actor actor, String id) throws Exception {
    BenefitStatus status = Refusals.done(Await.of(benefits.status(actor, id)), "batch");
    return Told.of(
        List.of(
            line(status.batch()),
            "told "
                + count(status.told())
                + ", not to be written to "
                + count(status.unreached())));
  }

  /** Who are few are not counted: one would know who they are. */
  private static String count(long many) {
    return many == 0 ? "fewer than " + BenefitStatus.FEWEST : Long.toString(many);
  }

  private Told list(Actor actor) throws Exception {
    List<String> lines = new ArrayList<>();
    for (BenefitBatch batch : Refusals.done(Await.of(benefits.list(actor)), "batch"))
      lines.add(line(batch));
    if (lines.isEmpty()) lines.add("none");
    return Told.of(lines);
  }

  private static String line(BenefitBatch batch) {
    BenefitDraft draft = batch.draft();
    return String.format(
        Locale.ROOT,
        "%s  %-9s  %s  %d recipients  %s  %s to %s  by %s%s",
        batch.id(),
        lower(batch.state()),
        draft.title().in(Language.FR, true),
        batch.recipients(),
        batch.sum().text(),
        draft.from(),
        draft.until(),
        batch.author(),
        batch.approver().isEmpty() ? "" : ", decided by " + batch.approver());
  }
}
