package ma.jisr.app.notice;

import static ma.jisr.map.ledger.JsonFields.lower;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.app.account.Signed;
import ma.jisr.app.admin.Await;
import ma.jisr.app.admin.Words;
import ma.jisr.app.exchange.Handover;
import ma.jisr.app.notice.NoticeHands.Bearer;
import ma.jisr.app.wallet.Refusals;
import ma.jisr.base.Actor;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.service.notices.mailing.Mailings;
import ma.jisr.service.notices.notice.Deed;
import ma.jisr.service.notices.notice.Notice;
import ma.jisr.service.notices.notice.NoticeDesk;
import ma.jisr.service.notices.notice.Notices;
import ma.jisr.service.notices.notice.Way;

/**
 * Who answers {@code jisr notices}. Words: {@code list}, {@code show ID}, {@code write NUMBER} (a
 * JSON file, through the {@link Handover}), {@code preview ID}, {@code submit ID [CODE]}, {@code
 * code ID}, {@code trial ID [LANGUAGE]}, {@code approve ID DIGEST CODE}, {@code return ID NOTE},
 * {@code pause ID}, {@code resume ID}, {@code cancel ID [NOTE]}, {@code review ID [NOTE]}, {@code
 * progress ID}, {@code report ID}, {@code proof ID}. No line holds a number or says who gets a
 * notice.
 */
public final class NoticesVerb implements Signed {
  /** Largest file of one notice, bytes: drawn areas are long. */
  public static final int MOST_BYTES = 1_000_000;

  private static final List<String> READING =
      List.of("list", "show", "preview", "progress", "report", "proof");

  private static final int LISTED = 500;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Notices notices;
  private final NoticeDesk desk;
  private final NoticeHands hands;
  private final Handover handover;
  private final InstantSource clock;

  public NoticesVerb(Notices notices, NoticeHands hands, Handover handover, InstantSource clock) {
    this.notices = notices;
    this.desk = notices.desk();
    this.hands = hands;
    this.handover = handover;
    this.clock = clock;
  }

  @Override
  public boolean changes(List<String> words) {
    return !words.isEmpty() && !READING.contains(words.getFirst());
  }

  @Override
  public Told run(Actor actor, List<String> words) throws Exception {
    String deed = Words.at(words, 0);
    // Nothing names the cause: what is said twice is so already, and told so.
    String key = "notices " + UUID.randomUUID();
    Bearer who = Await.of(hands.of(actor, Way.COMMAND));
    if (deed.equals("list")) return list(who);
    if (deed.equals("write")) return write(who, Words.at(words, 1), key);
    String id = Words.text(words, 1);
    return switch (deed) {
      case "show" -> json(NoticeView.notice(notice(who, id)));
      case "preview" ->
          json(NoticeView.preview(Refusals.done(Await.of(desk.preview(who.hand(), id)), "notice")));
      case "submit" ->
          told(desk.submit(proved(actor, id, text(words, 2), key).hand(), id, null, key));
      case "code" -> code(who, id, key);
      case "trial" -> trial(who, id, text(words, 2), key);
      case "approve" ->
          told(
              desk.approve(
                  proved(actor, id, text(words, 3), key).hand(), id, Words.text(words, 2), key));
      case "return" -> told(desk.sendBack(who.hand(), id, text(words, 2), key));
      case "pause" -> told(desk.pause(who.hand(), id, key));
      case "resume" -> told(desk.resume(who.hand(), id, key));
      case "cancel" -> told(desk.recall(who.hand(), id, text(words, 2), key));
      case "review" -> told(desk.review(who.hand(), id, text(words, 2), key));
      case "progress" -> known(mailings().progress(notice(who, id).id()), NoticeView::progress);
      case "report" -> known(mailings().report(notice(who, id).id()), NoticeView::report);
      case "proof" -> json(NoticeView.proof(notice(who, id)));
      default ->
          throw new IllegalArgumentException(
              "notices list, show, write, preview, submit, code, trial, approve, return, pause,"
                  + " resume, cancel, review, progress, report or proof");
    };
  }

  private Mailings mailings() {
    return notices.ground().mailings();
  }

  private static String text(List<String> words, int at) {
    return words.size() > at ? Words.text(words, at) : "";
  }

  private Bearer proved(Actor actor, String id, String code, String key) throws Exception {
    return Await.of(hands.of(actor, Way.COMMAND, id, code, key));
  }

  private Notice notice(Bearer who, String id) throws Exception {
    return Refusals.done(Await.of(desk.read(who.hand(), id)), "notice");
  }

  private Told list(Bearer who) throws Exception {
    List<String> lines = new ArrayList<>();
    for (Versioned<Notice> kept : Await.of(notices.shelf().page("", LISTED)).things())
      if (desk.may(who.hand(), Deed.READ, kept.thing())) lines.add(line(kept.thing()));
    if (lines.isEmpty()) lines.add("none");
    return Told.of(lines);
  }

  private Told write(Bearer who, String number, String key) throws Exception {
    JsonNode body = body(handover.take(number, MOST_BYTES));
    return told(
        desk.draft(who.hand(), NoticeBody.read(body, notices.hazards(), clock.instant()), key));
  }

  private static JsonNode body(byte[] file) throws IOException {
    try {
      return MAPPER.readTree(file);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the file is not JSON", e);
    }
  }

  private Told trial(Bearer who, String id, String language, String key) throws Exception {
    CompletableFuture<Ruling<Notice>> sent =
        notices.approvals().testTo(who.hand(), phone(who), id, NoticeBody.language(language), key);
    Notice notice = Refusals.done(Await.of(sent), "notice");
    return new Told(List.of("a trial has been sent to the phone of this account"), notice.id());
  }

  private static String phone(Bearer who) {
    return who.person()
        .orElseThrow(() -> new IllegalArgumentException("proof: this account has no phone"));
  }

  private Told code(Bearer who, String id, String key) throws Exception {
    Notice notice =
        Refusals.done(Await.of(notices.approvals().ask(who.hand(), phone(who), id, key)), "notice");
    return new Told(
        List.of("a code has been sent, good for five minutes", "digest  " + notice.digest()), id);
  }

  private static Told told(CompletableFuture<Ruling<Notice>> ruling) throws Exception {
    Notice notice = Refusals.done(Await.of(ruling), "notice");
    return new Told(List.of(line(notice)), notice.id());
  }

  private static <T> Told known(CompletableFuture<Optional<T>> found, Function<T, JsonNode> form)
      throws Exception {
    return json(
        Await.of(found)
            .map(form)
            .orElseThrow(() -> new IllegalArgumentException("it has not begun to be sent")));
  }

  private static Told json(JsonNode node) throws Exception {
    return Told.of(MAPPER.writeValueAsString(node).lines().toList());
  }

  private static String line(Notice notice) {
    return String.format(
        Locale.ROOT,
        "%s  %s  %-9s  %-6s  %s%s  until %s",
        notice.id(),
        notice.code(),
        lower(notice.state()),
        lower(notice.facts().kind()),
        notice.facts().topic().id(),
        notice.unreviewed() ? ", to be reviewed" : "",
        notice.facts().until());
  }
}
