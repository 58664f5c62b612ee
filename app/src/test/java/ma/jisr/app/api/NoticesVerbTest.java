package ma.jisr.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.jisr.app.account.Signed;
import ma.jisr.app.admin.Words;
import ma.jisr.app.exchange.Handover;
import ma.jisr.app.notice.NoticeHands;
import ma.jisr.app.notice.NoticesVerb;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.gateway.account.Phone;
import ma.jisr.map.ledger.JsonFields;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that {@code jisr notices} asks of a running process. */
class NoticesVerbTest {
  private static final Territory AMIZMIZ = Territory.of(Set.of("al-haouz.amizmiz"));

  @TempDir Path folder;

  private final MapServer server = new MapServer();
  private Handover handover;
  private Signed verb;
  private final Actor author = account("caid", AMIZMIZ, Optional.of("p-caid"));
  private final Actor second = account("deputy", AMIZMIZ, Optional.of("p-deputy"));
  private final Actor program = account("program", AMIZMIZ, Optional.empty());
  private final Actor stranger = account("safi", Territory.of(Set.of("safi")), Optional.empty());

  @BeforeEach
  void open() {
    handover = new Handover(folder);
    verb =
        new NoticesVerb(
            server.notices.notices,
            new NoticeHands(server.accounts, server.notices.notices.approvals()),
            handover,
            InstantSource.fixed(MapServer.NOW));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Actor account(String name, Territory territory, Optional<String> person) {
    Optional<Phone> phone = person.map(MapServer::phone);
    String id = server.accounts.create(name, Role.OFFICIAL, territory, phone).join().id();
    return new Actor(id, Role.OFFICIAL, territory);
  }

  private Signed.Told told(Actor actor, String... words) throws Exception {
    return verb.run(actor, List.of(words));
  }

  private String line(Actor actor, String... words) throws Exception {
    return told(actor, words).lines().getFirst();
  }

  private JsonNode json(Actor actor, String... words) throws Exception {
    return JsonFields.parse(String.join("\n", told(actor, words).lines()));
  }

  private String refused(Actor actor, String... words) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> told(actor, words)).getMessage());
  }

  private String handed(String text) throws Exception {
    String number = Handover.number();
    handover.put(number, text.getBytes(StandardCharsets.UTF_8));
    return number;
  }

  private String written(Actor actor) throws Exception {
    return told(actor, "write", handed(NoticeCalls.WATER)).of();
  }

  @Test
  void fromItsFileToItsProof() throws Exception {
    assertEquals("none", line(author, "list"));
    String id = written(author);
    assertTrue(line(author, "list").startsWith(id + "  "), "it is listed");
    assertEquals("none", line(stranger, "list"));
    assertEquals("draft", json(author, "show", id).path("state").asText());
    assertEquals(40, json(author, "preview", id).path("people").asInt());
    assertEquals("it has not begun to be sent", refused(author, "progress", id));
    assertEquals("it has not begun to be sent", refused(author, "report", id));
    assertTrue(line(author, "trial", id).contains("a trial has been sent"));
    assertTrue(line(author, "submit", id).contains("sending"));
    assertTrue(line(second, "pause", id).contains("paused"));
    assertTrue(refused(second, "pause", id).startsWith("state:"));
    assertTrue(line(author, "resume", id).contains("sending"));
    assertEquals("sending", json(author, "progress", id).path("stage").asText());
    assertTrue(json(author, "report", id).path("by").has("language"));
    assertEquals(64, json(author, "proof", id).path("digest").asText().length());
    Signed.Told cancel = told(second, "cancel", id, Words.of("une erreur"));
    assertTrue(cancel.lines().getFirst().contains("cancel"), cancel::toString);
    assertFalse(cancel.of().equals(id), "those who got it are told by another");
    assertEquals("cancelled", json(author, "show", id).path("state").asText());
  }

  @Test
  void aLargeOneIsApprovedByAnotherWithTheirPhone() throws Exception {
    server.notices.people = 501;
    String id = written(author);
    assertTrue(line(author, "submit", id).contains("in_review"));
    assertTrue(line(second, "return", id, Words.of("trop tôt")).contains("draft"));
    assertTrue(line(author, "submit", id).contains("in_review"));
    String digest = told(second, "code", id).lines().getLast().replace("digest  ", "");
    assertEquals("proof: this account has no phone", refused(program, "code", id));
    assertTrue(refused(second, "approve", id, digest, "000000").startsWith("proof:"));
    assertTrue(
        refused(second, "approve", id, digest, NoticeRooms.CODE).startsWith("proof:"),
        "a wrong guess has used it up");
    told(second, "code", id);
    String unseen = refused(second, "approve", id, "0".repeat(64), NoticeRooms.CODE);
    assertEquals("digest: it is not what you have seen", unseen);
    assertTrue(refused(author, "approve", id, digest, "000000").startsWith("proof:"));
    told(second, "code", id); // that one was given for something else
    assertTrue(line(second, "approve", id, digest, NoticeRooms.CODE).contains("sending"));
    assertTrue(refused(second, "review", id).startsWith("state:"), "it was no emergency");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          show none         | there is no such notice
          preview none      | there is no such notice
          submit none       | there is no such notice
          trial none        | there is no such notice
          code none         | there is no such notice
          pause none        | there is no such notice
          proof none        | there is no such notice
          show              | something is missing
          write             | something is missing
          approve none      | something is missing
          write ../jisr     | not a number of this folder
          trial none klingon | language: no klingon
          dance none        | notices list, show
          """)
  void mistakes(String words, String why) {
    String told = refused(author, words.split(" ", -1));
    assertTrue(told.startsWith(why), told);
  }

  @Test
  void filesThatAreNoNotice() throws Exception {
    assertEquals("the file is not JSON", refused(author, "write", handed("eau coupée")));
    assertEquals("sender: missing", refused(author, "write", handed(without("sender"))));
    assertTrue(refused(author, "write", handed(without("until"))).startsWith("until:"));
    String unknown = NoticeCalls.WATER.replace("amizmiz\"]", "atlantis\"]");
    assertTrue(refused(author, "write", handed(unknown)).contains("territory"));
    assertTrue(refused(stranger, "write", handed(NoticeCalls.WATER)).contains("territory"));
    String number = handed(NoticeCalls.WATER);
    assertTrue(told(author, "write", number).of().startsWith("n"));
    assertTrue(refused(author, "write", number).startsWith("nothing was handed over"));
  }

  private static String without(String field) {
    var body = JsonFields.parse(NoticeCalls.WATER);
    body.remove(field);
    return body.toString();
  }

  @Test
  void whatOnlyReadsLeavesNoTrace() {
    for (String one : List.of("list", "show", "preview", "progress", "report", "proof"))
      assertFalse(verb.changes(List.of(one, "n")), one);
    for (String one : List.of("write", "submit", "code", "trial", "approve", "return", "pause"))
      assertTrue(verb.changes(List.of(one, "n")), one);
    for (String one : List.of("resume", "cancel", "review", "dance"))
      assertTrue(verb.changes(List.of(one, "n")), one);
  }
}
