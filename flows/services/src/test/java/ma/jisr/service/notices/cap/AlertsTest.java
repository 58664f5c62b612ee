package ma.jisr.service.notices.cap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.base.xml.SafeXml;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.audience.Topic;
import ma.jisr.service.notices.area.Area;
import ma.jisr.service.notices.notice.Category;
import ma.jisr.service.notices.notice.Certainty;
import ma.jisr.service.notices.notice.Gravity;
import ma.jisr.service.notices.notice.Hand;
import ma.jisr.service.notices.notice.Kind;
import ma.jisr.service.notices.notice.Notice;
import ma.jisr.service.notices.notice.NoticeFacts;
import ma.jisr.service.notices.notice.Response;
import ma.jisr.service.notices.notice.Severity;
import ma.jisr.service.notices.notice.Status;
import ma.jisr.service.notices.notice.Template;
import ma.jisr.service.notices.notice.Urgency;
import ma.jisr.service.notices.notice.Way;
import ma.jisr.service.notices.notice.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** Our notices as alerts: valid, complete, read back as what they are, and no others. */
final class AlertsTest {
  private static final String US = "alertes@al-haouz.example";
  private static final Actor PROVINCE = new Actor("province", Role.OFFICIAL, Territory.EVERYWHERE);
  private static final Hand HAND = Hand.account(PROVINCE, Way.API, true).proved();

  @TempDir static Path folder;
  private static Signer source;

  private CapWorld world;
  private Alerts alerts;

  @BeforeAll
  static void sign() throws Exception {
    source = Signer.made(folder, "source");
  }

  @BeforeEach
  void open() throws Exception {
    world = new CapWorld(source.certificate());
    alerts =
        new Alerts(
            world.notices.book(),
            US,
            world.notices.hazards(),
            () -> CapWorld.GAZETTEER,
            () -> CapWorld.GEOCODES,
            world.now::get);
  }

  private NoticeFacts facts(
      @Nullable Template template, Map<Language, Words> words, Status status, Area area) {
    Instant now = world.now.get();
    return new NoticeFacts(
        Kind.ALERT,
        status,
        Topic.WEATHER,
        Category.MET,
        new Gravity(Severity.SEVERE, Urgency.IMMEDIATE, Certainty.LIKELY),
        Response.EVACUATE,
        template,
        words,
        area,
        now,
        now.plus(Duration.ofHours(3)),
        List.of(),
        LocalText.of(Language.FR, "Province d'Al Haouz", Language.AR, "إقليم الحوز"),
        null);
  }

  private Notice sent(NoticeFacts facts, String key) {
    var draft = world.notices.desk().draft(HAND, facts, key).join();
    if (!(draft instanceof Ruling.Done<Notice> made)) throw new AssertionError(draft);
    String id = made.now().thing().id();
    var done = world.notices.desk().submit(HAND, id, null, key + " submit").join();
    if (done instanceof Ruling.Done<Notice> now) return now.now().thing();
    throw new AssertionError(done);
  }

  private Notice flood(String key, Status status, Area area) {
    return sent(facts(new Template("flood", "high"), Map.of(), status, area), key);
  }

  private static CapAlert read(String file) {
    CapReading reading = new CapReader().read(file.getBytes(UTF_8));
    if (reading instanceof CapReading.Refused refused)
      throw new AssertionError(refused.problems().stream().map(CapProblem::line).toList() + file);
    return assertInstanceOf(CapReading.Read.class, reading).alert();
  }

  private CapAlert published(Notice notice) {
    return read(alerts.alert(notice.id()).orElseThrow());
  }

  @Test
  void aTemplateSpeaksAllLanguages() {
    Notice notice = flood("k", Status.ACTUAL, Area.of("al-haouz"));
    CapAlert alert = published(notice);
    assertEquals("jisr." + notice.id(), alert.identifier());
    assertEquals(US, alert.sender());
    assertEquals(world.now.get(), alert.sent());
    assertEquals(
        List.of("fr", "ar", "ary-Arab", "ary-Latn", "shi-Latn", "en"),
        alert.infos().stream().map(CapAlert.Info::language).toList());
    for (CapAlert.Info info : alert.infos())
      assertFalse(info.instruction().isEmpty() || info.headline().isEmpty(), info::language);
    assertEquals(Set.of("Met"), alert.infos().getFirst().categories());
    assertEquals("Province d'Al Haouz", alert.infos().getFirst().senderName());
    assertEquals(
        Set.of(new CapAlert.Code("HCP", "07.041"), new CapAlert.Code("JISR", "al-haouz")),
        Set.copyOf(alert.infos().getFirst().areas().getFirst().codes()));
  }

  @Test
  void whatWasReadIsWrittenTheSame() throws Exception {
    Notice notice = world.taken(source.signed(Flood.FILE));
    CapAlert theirs = read(Flood.FILE);
    CapAlert ours = published(notice);
    assertEquals(US, ours.sender(), "it is ours to answer for");
    assertEquals(2, ours.infos().size(), "Spanish is left out");
    for (int i = 0; i < 2; i++) {
      CapAlert.Info there = theirs.infos().get(i);
      CapAlert.Info here = ours.infos().get(i);
      assertEquals(there.ours(), here.ours());
      assertEquals(there.headline(), here.headline());
      assertEquals(there.description(), here.description());
      assertEquals(there.instruction(), here.instruction());
      assertEquals(there.severity() + there.urgency(), here.severity() + here.urgency());
      assertEquals(there.expires(), here.expires());
      assertEquals(there.areas().getFirst().name(), here.areas().getFirst().name());
      assertEquals(there.areas().getFirst().polygons(), here.areas().getFirst().polygons());
    }
  }

  @Test
  void anotherNodeMakesTheSameNoticeOfIt() throws Exception {
    Notice notice =
        sent(
            facts(
                null,
                Map.of(
                    Language.FR, new Words("Crue & co: eau < 3 m", "Dès 17 h.", "Montez."),
                    Language.ARY_LATN, new Words("Lma tala3", "", "Tla3 l foug.")),
                Status.EXERCISE,
                Area.of("al-haouz.asni", "al-haouz.imlil")),
            "k");
    CapAlert alert = published(notice);
    CapSource us =
        new CapSource(
            "us",
            "Al Haouz",
            US,
            Territory.EVERYWHERE,
            List.of(source.certificate()),
            Optional.empty());
    NoticeFacts facts = CapNotice.facts(alert, us, Kind.ALERT, List.of(), CapWorld.GEOCODES);
    assertEquals(notice.facts().words(), facts.words());
    assertEquals(notice.facts().gravity(), facts.gravity());
    assertEquals(notice.facts().area().places(), facts.area().places());
    assertEquals(Status.EXERCISE, facts.status());
    assertEquals(notice.facts().until(), facts.until());
    assertEquals(Response.EVACUATE, facts.response());
  }

  @Test
  void hoursAreWrittenWithTheirOffset() {
    assertEquals("2026-11-20T18:00:00+01:00", CapWriter.hour(CapWorld.SENT));
    String ramadan = CapWriter.hour(Instant.parse("2026-02-25T12:00:00Z"));
    assertEquals("2026-02-25T12:00:00+00:00", ramadan, "not Z");
  }

  @Test
  void aCancellationNamesWhatItTakesBack() throws Exception {
    Notice first = world.taken(source.signed(Flood.FILE));
    world.pass(Duration.ofMinutes(10));
    String reference = "alerte@eau.example,crue-2026-0117,2026-11-20T18:00:00+01:00";
    Notice cancel =
        world.taken(
            source.signed(Flood.following("Cancel", "c1", "2026-11-20T18:10:00+01:00", reference)));
    CapAlert alert = published(cancel);
    assertEquals("Cancel", alert.type());
    assertEquals(List.of(published(first).reference()), alert.references());
  }

  @Test
  void onlyWhatWentOutToPlacesIsPublished() throws Exception {
    Notice test = flood("test", Status.TEST, Area.of("al-haouz"));
    Notice group =
        flood(
            "group", Status.ACTUAL, new Area(Set.of(), List.of(), List.of(), Set.of("elus"), null));
    Notice draft = world.taken(Flood.FILE);
    Notice exercise = flood("exercise", Status.EXERCISE, Area.of("al-haouz.asni"));
    for (Notice notice : List.of(test, group, draft))
      assertTrue(alerts.alert(notice.id()).isEmpty());
    assertTrue(alerts.alert("nothing").isEmpty());
    assertEquals("Exercise", published(exercise).status());
    assertEquals(List.of("/alerts/" + exercise.id()), listed());
  }

  @Test
  void theIndexHasTheNewestFirst() {
    String empty = alerts.index();
    Notice first = flood("a", Status.ACTUAL, Area.of("al-haouz"));
    world.pass(Duration.ofMinutes(10));
    Notice second = flood("b", Status.ACTUAL, Area.of("al-haouz"));
    assertEquals(List.of("/alerts/" + second.id(), "/alerts/" + first.id()), listed());
    String index = alerts.index();
    assertEquals(index, alerts.index());
    assertNotEquals(empty, index);
    world.pass(Alerts.LISTED.minus(Duration.ofMinutes(5)));
    assertEquals(List.of("/alerts/" + second.id()), listed());
    assertTrue(alerts.alert(first.id()).isPresent(), "who knows it may read it");
  }

  @Test
  void whatIsPublishedIsSignedOnceWhileTheCertificateHolds() throws Exception {
    Notice notice = flood("k", Status.ACTUAL, Area.of("al-haouz"));
    List<Runnable> worker = new ArrayList<>();
    Publication signed =
        new Publication(alerts, Optional.of(source.signatory()), world.now::get, worker::add);
    var first = signed.alert(notice.id());
    var again = signed.alert(notice.id());
    assertFalse(first.isDone(), "the loop that asks does not sign");
    worker.removeFirst().run();
    assertEquals(List.of(), worker);
    assertEquals(first.join(), again.join(), "one file, as far as followers see");
    CapReading reading =
        new CapReader()
            .read(first.join().orElseThrow().getBytes(UTF_8), _ -> certificates(), world.now.get());
    assertEquals(Seal.GOOD, assertInstanceOf(CapReading.Read.class, reading).seal());
    assertTrue(signed.alert("nothing").join().isEmpty());
    assertEquals(signed.index(), alerts.index());
    world.now.set(source.certificate().getNotAfter().toInstant().plusSeconds(1));
    assertEquals(alerts.alert(notice.id()), signed.alert(notice.id()).join(), "unsigned");
  }

  private static List<X509Certificate> certificates() {
    try {
      return List.of(source.certificate());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> listed() {
    Element feed = SafeXml.document(alerts.index().getBytes(UTF_8)).getDocumentElement();
    return Tree.children(feed).stream()
        .filter(e -> e.getLocalName().equals("entry"))
        .flatMap(e -> Tree.children(e).stream())
        .filter(e -> e.getLocalName().equals("link"))
        .map(e -> e.getAttribute("href"))
        .collect(Collectors.toList());
  }
}
