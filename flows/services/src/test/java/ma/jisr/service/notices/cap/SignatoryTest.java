package ma.jisr.service.notices.cap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.jisr.base.Territory;
import ma.jisr.base.xml.SafeXml;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we sign ourselves: others believe it, it is the same file, and it ends in time. */
final class SignatoryTest {
  private static final CapReader READER = new CapReader();
  private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");

  @TempDir static Path folder;
  private static Signer ours;

  /** Of another kind, and valid before ours ends. */
  private static Signer next;

  /** Too short to sign with, and valid months after. */
  private static Signer later;

  @BeforeAll
  static void keys() throws Exception {
    ours = Signer.made(folder, "ours");
    next = Signer.made(folder, "next", "RSA -keysize 2048", "2026/12/20");
    later = Signer.made(folder, "later", "RSA -keysize 1024", "2027/03/01");
  }

  private static Instant during() throws Exception {
    return ours.certificate().getNotBefore().toInstant().plusSeconds(60);
  }

  private static CapReading.Read read(String file, Signer by) throws Exception {
    Instant now = by.certificate().getNotBefore().toInstant().plusSeconds(60);
    var certificates = List.of(by.certificate());
    return assertInstanceOf(
        CapReading.Read.class, READER.read(file.getBytes(UTF_8), sender -> certificates, now));
  }

  /** Our own reader holds it against the schema of CAP and against its one form of signature. */
  @Test
  void whatWeSignIsTakenByOurOwnReader() throws Exception {
    for (Signer one : List.of(ours, next)) {
      String signed = one.signatory().sign(Flood.FILE);
      assertEquals(Seal.GOOD, read(signed, one).seal());
      assertEquals(Seal.BAD, read(signed.replace("Quittez", "Restez sur"), one).seal());
      assertEquals(
          READER.read(Flood.FILE.getBytes(UTF_8)).getClass(), read(signed, one).getClass());
      assertFalse(signed.contains("&#13;"), "no line ends that XML has to escape");
      assertTrue(signed.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\""), signed);
    }
    assertEquals(Seal.BAD, read(next.signatory().sign(Flood.FILE), ours).seal());
  }

  @Test
  void theSignatureIsTheLastOfTheAlert() throws Exception {
    var root = SafeXml.document(ours.signatory().sign(Flood.FILE).getBytes(UTF_8));
    var last = Tree.children(root.getDocumentElement()).getLast();
    assertEquals("ds:Signature", last.getNodeName());
    assertEquals(1, last.getElementsByTagName("ds:X509Certificate").getLength());
  }

  @Test
  void aKeyIsThatOfItsCertificate() throws Exception {
    var certificate = ours.certificate();
    var key = next.key();
    assertThrows(IllegalArgumentException.class, () -> new Signatory(certificate, key));
    assertThrows(IllegalArgumentException.class, later::signatory);
  }

  @Test
  void untilWhenTheyHold() throws Exception {
    CapSource water = source("eau", ours, next);
    CapSource dam =
        new CapSource("dam", "B", "b@x", Territory.EVERYWHERE, List.of(), Optional.empty());
    Certificates all = new Certificates(List.of(water, dam), Optional.of(ours.signatory()));
    assertEquals(Set.of("alerts.signing", "alerts.sources.eau"), Set.copyOf(all.names()));
    Instant end = ours.certificate().getNotAfter().toInstant();
    Instant late = next.certificate().getNotAfter().toInstant();
    String day = end.atZone(ZoneOffset.UTC).toLocalDate().toString();
    assertEquals(List.of(), all.warnings(end.minus(Duration.ofDays(31))));
    assertEquals(
        List.of("alerts.signing: the certificate ends in 29 days, on " + day),
        all.warnings(end.minus(Duration.ofDays(29)).minusSeconds(60)),
        "the source has its next one");
    assertEquals(
        List.of("alerts.signing: the certificate ended on " + day),
        all.warnings(end.plusSeconds(60)));
    assertEquals(2, all.warnings(late.plusSeconds(60)).size());
    assertEquals(2, all.warnings(BEGIN.minus(Duration.ofDays(9))).size(), "none has begun");
    assertEquals(50, all.daysLeft("alerts.sources.eau", late.minus(Duration.ofDays(50))), 0.001);
    assertEquals(-2, all.daysLeft("alerts.signing", end.plus(Duration.ofDays(2))), 0.001);
  }

  @Test
  void aGapIsAnEnd() throws Exception {
    Certificates all = new Certificates(List.of(source("eau", ours, later)), Optional.empty());
    Instant end = ours.certificate().getNotAfter().toInstant();
    assertEquals(1, all.warnings(end.minus(Duration.ofDays(3))).size());
    assertEquals(1, all.warnings(end.plus(Duration.ofDays(3))).size());
    assertEquals(List.of(), all.warnings(Instant.parse("2027-03-03T00:00:00Z")));
    assertTrue(all.daysLeft("alerts.sources.eau", during()) < 61);
  }

  private static CapSource source(String id, Signer... signers) throws Exception {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Signer one : signers) certificates.add(one.certificate());
    return new CapSource(
        id, "Agence", id + "@x", Territory.EVERYWHERE, certificates, Optional.empty());
  }
}
