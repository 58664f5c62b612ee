package ma.jisr.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.claim.ClaimTerms;
import ma.jisr.service.wallet.gsma.Credentials;
import ma.jisr.service.wallet.gsma.GsmaSettings;
import ma.jisr.service.wallet.gsma.Progress;
import ma.jisr.service.wallet.payment.CapBook;
import ma.jisr.service.wallet.payment.Caps;
import ma.jisr.service.wallet.port.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalletReaderTest {
  private static final String LINK =
      "links: [{id: iam, host: 10.0.0.1, system-id: jisr, password: \"${PW}\"}]\n";
  private static final String FULL =
      """
      wallet:
        callbacks: {host: 127.0.0.1, port: 8090, url: "https://pay.example.ma/back"}
        numbers: ./numbers.csv
        sim-swap: {url: "https://api.operator.example/sim-swap/v1", auth: bearer, secret: "${PW}"}
        caps:
          - {from: 2026-01-01, sms: {once: 100}, day: 1500}
          - {from: 2027-01-01, levels: [300, 6000, 25000], interchange: 35, figure: BAM 2027}
        claims:
          - {from: 2026-01-01, target: 8}
          - {from: 2027-06-01, take: 2, target: 10, most: 30}
        providers:
          - {id: alpha, name: Alpha Pay, url: "https://api.alpha.example/v1.2/mm", organisation: jisr,
             auth: basic, user: jisr, secret: "${PW}", services: [transfer, merchant], can: [names, fees],
             tested: "2026-11-20, protocol 12", answer: 9s,
             statuses: {pending: [Initiated], completed: [Done, Settled], failed: [Cancelled]}}
          - {id: beta, name: Beta, url: "https://beta.example/mm", organisation: jisr, auth: oauth, calls: {dated: false},
             user: jisr, secret: "${PW}", tokens: "https://beta.example/token"}
      """;

  @TempDir Path folder;

  private WalletSettings read(String wallet) throws IOException {
    Path file = folder.resolve("jisr.yaml");
    Files.writeString(file, LINK + wallet);
    return new SettingsReader(Map.of("PW", "s3cret-value")).read(file).wallet();
  }

  @Test
  void theContractOfTheDocumentationIsRead() throws IOException {
    WalletSettings wallet = read(FULL);
    assertEquals(folder.resolve("numbers.csv"), wallet.numbers().orElseThrow().normalize());
    assertEquals(URI.create("https://pay.example.ma/back"), wallet.callbacks().orElseThrow().url());
    assertEquals(
        URI.create("https://api.operator.example/sim-swap/v1"), wallet.cards().orElseThrow().url());
    WalletSettings.Provider alpha = wallet.providers().getFirst();
    assertEquals("2026-11-20, protocol 12", alpha.tested());
    GsmaSettings gsma = alpha.gsma();
    assertEquals(Set.of(Kind.TRANSFER, Kind.MERCHANT), gsma.capabilities().pushed());
    assertTrue(gsma.capabilities().names());
    assertFalse(gsma.capabilities().reverses());
    assertEquals(Duration.ofSeconds(9), gsma.answer());
    assertEquals(
        Map.of(
            "initiated",
            Progress.PENDING,
            "done",
            Progress.COMPLETED,
            "settled",
            Progress.COMPLETED,
            "cancelled",
            Progress.FAILED),
        gsma.statuses());
    assertInstanceOf(Credentials.Basic.class, gsma.credentials());
    assertInstanceOf(Credentials.OAuth.class, wallet.providers().getLast().gsma().credentials());
    assertTrue(alpha.calls().dated());
    assertFalse(wallet.providers().getLast().calls().dated());
    assertFalse(gsma.toString().contains("s3cret"));
  }

  @Test
  void capsHoldFromTheirDayAndKeepWhatTheyDoNotSay() throws IOException {
    CapBook caps = read(FULL).caps();
    Caps before = caps.on(LocalDate.of(2026, 12, 31));
    Caps after = caps.on(LocalDate.of(2027, 1, 1));
    assertEquals(Money.ofDirhams(100), before.channel("sms").once());
    assertEquals(Money.ofDirhams(1_500), after.day());
    assertEquals(Money.ofDirhams(100), after.channel("sms").once());
    assertEquals(Money.ofDirhams(300), after.levels().getFirst());
    assertEquals(40, before.interchange());
    assertEquals("BAM 2027", after.version());
    assertEquals(
        Caps.defaults(), CapBook.defaults().on(LocalDate.of(2026, 12, 31)), "none configured");
  }

  @Test
  void clocksOfClaimsHoldFromTheirDay() throws IOException {
    List<ClaimTerms.Term> all = read(FULL).claims().all();
    assertEquals(new ClaimTerms.Term(LocalDate.of(2026, 1, 1), 1, 8, 40), all.getFirst());
    assertEquals(new ClaimTerms.Term(LocalDate.of(2027, 6, 1), 2, 10, 30), all.getLast());
  }

  @Test
  void withoutItThereAreNoWallets() throws IOException {
    assertEquals(WalletSettings.NONE, read(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id: alpha,           | id: Alpha,           | a provider's id is of a-z
          id: beta,            | id: alpha,           | is used by two providers
          name: Beta           | name: A name that is too long | a provider's name has 1 to 16
          https://api.alpha    | http://api.alpha     | a provider's address is https
          "${PW}", services    | hunter2, services    | stands in the file
          user: jisr, secret: "${PW}", services | secret: "${PW}", services | user: is missing
          [transfer, merchant] | [transfer, loan]     | is not a list of transfer, merchant, bill, airtime, supplier
          tested: "2026-11-20, protocol 12", | ''     | are offered without a record of the test
          can: [names, fees]   | can: [names, pins]   | is not a list of names, fees, reversals, statements
          dated: false         | dated: never         | is neither true nor false
          dated: false         | header: X-Sign       | and key go together
          auth: basic          | auth: pin            | is not one of basic, bearer, oauth
          from: 2027-01-01     | from: 2026-01-01     | two caps begin on 2026-01-01
          from: 2027-01-01     | from: 1 Jan          | is not a day
          [300, 6000, 25000]   | [300, 6000]          | are not 3 sums of whole dirhams
          once: 100            | once: 0              | is not a whole number from 1 to 1000000
          from: 2027-06-01     | from: 2026-01-01     | is the day of two terms
          most: 30             | most: 9              | is not the longest of take, target and most
          take: 2              | take: 0              | is not a whole number from 1 to 250
          answer: 9s           | answer: 16s          | is not a time from 1s to 15s
          completed: [Done     | done: [Done          | is not a setting
          host: 127.0.0.1, port: 8090 | host: 0.0.0.0, port: 8090 | what providers tell would go unencrypted
          https://pay.example.ma | pay example       | is no address
          numbers:             | number:              | Did you mean numbers?
          """)
  void mistakesAreToldWithTheirPlace(String good, String bad, String told) {
    assertTrue(FULL.contains(good), good);
    String wrong = FULL.replace(good, bad == null ? "" : bad);
    SettingsException refused = assertThrows(SettingsException.class, () -> read(wrong));
    assertTrue(refused.toString().contains(told), refused.toString());
    assertTrue(refused.toString().contains("line "), refused.toString());
    assertFalse(refused.toString().contains("hunter2"));
  }

  @Test
  void besideTheSandboxThereIsNone() throws IOException {
    Path file = folder.resolve("jisr.yaml");
    Files.writeString(file, "sandbox: true\n" + FULL);
    SettingsException refused =
        assertThrows(
            SettingsException.class,
            () -> new SettingsReader(Map.of("PW", "s3cret-value")).read(file));
    assertTrue(refused.toString().contains("brings its own"), refused.toString());
  }
}
