package ma.jisr.service.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.jisr.base.Assurance;
import ma.jisr.base.Language;
import ma.jisr.base.Money;
import ma.jisr.base.Script;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.Operation.Trait;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the service declares, and the words that stand in its sentences. */
class WalletServiceTest {
  @Test
  void everyOperationMayBeHidden() {
    for (Operation operation : WalletOperations.all())
      assertTrue(operation.outcomes().contains(WalletOperations.HIDDEN), operation.name());
  }

  @Test
  void noOperationTakesAPayer() {
    Set<String> arguments =
        WalletOperations.all().stream()
            .flatMap(operation -> operation.takes().keySet().stream())
            .collect(Collectors.toSet());
    for (String payer : List.of("payer", "person", "who", "from", "msisdn", "pin"))
      assertTrue(!arguments.contains(payer), payer);
  }

  @Test
  void onlyTheYesAndTheCodeAskToPay() {
    assertEquals(
        Set.of("wallet.pay", "wallet.prove"),
        WalletOperations.all().stream()
            .filter(operation -> operation.traits().contains(Trait.ASKS_TO_PAY))
            .map(Operation::name)
            .collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @CsvSource({
    "212661000002, 06xx0002",
    "212712345678, 07xx5678",
    "33612345678, 33xx5678",
    "12345, xx"
  })
  void aNumberIsHiddenInItsMiddle(String digits, String shown) {
    assertEquals(shown, WalletWords.hidden(digits));
  }

  @Test
  void feesAreToldInEveryLanguageAndFit() {
    for (Money fee : new Money[] {null, new Money(0), new Money(2_50)})
      for (Language language : Language.PHONE) {
        String told = WalletWords.fee(fee).in(language, language.script() == Script.LATIN);
        assertTrue(told.length() <= PayingOperations.FEE, told);
      }
    assertEquals("2,50 DH", WalletWords.fee(new Money(2_50)).in(Language.FR, true));
    assertEquals("0 درهم", WalletWords.fee(new Money(0)).in(Language.AR, false));
    assertEquals("selon votre wallet", WalletWords.fee(null).in(Language.FR, true));
  }

  @Test
  void amountsAreListedAsTheyAreTyped() {
    assertEquals("5, 10, 12,50", WalletWords.list(List.of(dh(5), dh(10), new Money(12_50))));
  }

  private static Money dh(long dirhams) {
    return Money.ofDirhams(dirhams);
  }

  @Test
  void whatWasShownHasAHashThatChangesWithEachValueAndTheLanguage() {
    Map<String, Value> shown =
        Map.of(
            "amount", new Value.Amount(45_00),
            "name", new Value.Local(ma.jisr.base.LocalText.same("Baraka")),
            "fee", new Value.Local(WalletWords.fee(new Money(0))));
    String hash = ShownText.hash(request(Language.FR, shown));
    assertEquals(64, hash.length());
    assertEquals(hash, ShownText.hash(request(Language.FR, shown)));
    assertTrue(!hash.equals(ShownText.hash(request(Language.AR, shown))));
    Map<String, Value> more = new java.util.HashMap<>(shown);
    more.put("amount", new Value.Amount(46_00));
    assertTrue(!hash.equals(ShownText.hash(request(Language.FR, more))));
  }

  private static OperationRequest request(Language language, Map<String, Value> arguments) {
    return new OperationRequest("wallet.pay", "k", "p", language, Assurance.NETWORK, arguments);
  }
}
